// ui/adapter/inside/cards_after.cpp
#include "ui/adapter/inside/cards_after.h"
#include "core/base/family.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kTop = 5;

bool readsClassToken(const ModelConfig& config)
{
    const Pooling pooling = config.pooling.value;
    return !traitsOf(config.family).mapOfTokens && (pooling == Pooling::ClassToken || pooling == Pooling::ClassAndDistillation);
}

QString whatIsRead(const ModelConfig& config)
{
    if (traitsOf(config.family).mapOfTokens)
        return traitsOf(config.family).windowed ? CardText::tr("mean of all patches") : CardText::tr("mean of all places");
    switch (config.pooling.value) {
    case Pooling::AveragePatches:
        return CardText::tr("mean of all patches");
    case Pooling::LastClassesAndPatches:
        return CardText::tr("class tokens of the last blocks beside the mean of all patches");
    case Pooling::ClassAndPatches:
        return CardText::tr("class token beside the mean of all patches");
    case Pooling::Probe:
        return CardText::tr("what a learned query of the head gathers from all tokens");
    case Pooling::ClassToken:
    case Pooling::ClassAndDistillation:
        break;
    }
    return CardText::tr("class token");
}

bool normsTokens(const ModelConfig& config)
{
    return config.finalNorm && !config.poolsBeforeNorm;
}

QString activationOfHead(const ModelConfig& config)
{
    return config.headActivation.value == HeadActivation::Relu ? u"ReLU"_s : config.headActivation.value == HeadActivation::Gelu ? u"GELU"_s : u"tanh"_s;
}

/// The same with what is done to it between the last block and the head.
QString readNormed(const Subject& subject, const QString& what)
{
    const auto& config = subject.config();
    if (!subject.hasAttention())
        return what;
    QString text = normsTokens(config) ? CardText::tr("%1 after the last norm").arg(what)
        : config.fcNorm                ? what
                                       : CardText::tr("%1 as the last block leaves it, without a norm").arg(what);
    if (config.fcNorm)
        text = CardText::tr("%1, then normed").arg(text);
    return config.preLogits > 0 ? CardText::tr("%1, through one more layer and %2").arg(text, activationOfHead(config)) : text;
}

/// What the head reads, with the words for it.
struct Read {
    Slice values;
    QString what;
};

Read readByHead(const Subject& subject)
{
    for (const char* name : {"pre_logits", "fc_norm", "pooled"})
        if (const auto slice = sliceOf(subject.outside(name), name, {})) {
            return {slice, whatIsRead(subject.config())};
        }
    if (const auto slice = tokenVector(subject, subject.outside("norm"), "norm", 0))
        return {slice, CardText::tr("class token")};
    return {};
}

/// Number by number, what speaks for the class and what against.
Slice product(const Slice& read, const Slice& weights)
{
    Slice out;
    for (std::size_t i = 0; i < std::min(read.values.size(), weights.values.size()); ++i)
        out.values.push_back(read.values[i] * weights.values[i]);
    return out;
}

double sumOf(const Slice& terms)
{
    return std::accumulate(terms.values.begin(), terms.values.end(), 0.0);
}

Number logit(const Subject& subject, const std::string& name, const QString& caption)
{
    const auto slice = sliceOf(subject.outside(name), name, {}, subject.classShown().value, 1);
    Number number;
    number.value = slice ? static_cast<double>(slice.values.front()) : NAN;
    number.origin = slice.origin;
    number.text = shown(number.value);
    number.caption = caption;
    number.letter = u"logit"_s;
    return number;
}

}

bool normsAtEnd(const ModelConfig& config)
{
    return normsTokens(config) || config.fcNorm;
}

void fillHead(const Subject& subject, Card& card)
{
    const auto read = readByHead(subject);
    if (!read.values)
        return;
    const auto* logits = subject.outside("logits");
    if (!logits) {
        const bool normed = normsAtEnd(subject.config());
        card.sentence = normed ? CardText::tr("After the last norm this network ends: it has no head. What it says of a picture are these numbers.")
                               : CardText::tr("After the last block this network ends: it has no head. What it says of a picture are these numbers.");
        card.formula = normed ? u"y = \\text{LN}(z_{L})"_s : u"y = z_{L}"_s;
        card.columns = {{strip(read.values, read.what, u"read"_s)}};
        card.arrays = {"norm"};
        card.paper = CardText::tr("Dosovitskiy et al. 2021, equation 4");
        return;
    }
    const ClassIndex target = subject.classShown();
    const QString name = className(*subject.analysis, target);
    const bool two = subject.outside("logits_distillation") != nullptr;
    card.aside = named(CardText::tr("for %1"), name);
    card.formula = two ? u"\\on{logit}{s_{c}} = \\frac{1}{2} (\\on{weights}{w_{c}} \\cdot \\on{read}{y} + w'_{c} \\cdot y')"_s
        : subject.outside("pre_logits") ? u"\\on{logit}{s_{c}} = \\on{weights}{w_{c}} \\cdot \\on{read}{\\text{%1}(W y)} + b_{c}"_s.arg(activationOfHead(subject.config()))
                                        : u"\\on{logit}{s_{c}} = \\on{weights}{w_{c}} \\cdot \\on{read}{y} + b_{c}"_s;
    card.sentence = CardText::tr("The head reads only one vector (%1). Every class has its own weights; multiplied "
                                 "number by number and summed they give the class its score.").arg(read.what);
    if (two)
        card.sentence = CardText::tr("At the end two heads read one vector each: the class token's and the distillation token's. Every class has weights of "
                                     "its own in both; multiplied number by number and summed they give two scores, and their mean is the answer.");
    else if (readsClassToken(subject.config()))
        card.sentence = andThen(card.sentence, CardText::tr("That is what the class token is for: block by block it gathered from the patches what the answer needs."));
    const auto weights = sliceOf(&subject.weights->headWeight, "head.weight", {target.value});
    Column left{strip(read.values, readNormed(subject, read.what), u"read"_s)};
    if (weights) {
        left.push_back(strip(weights, named(CardText::tr("weights of %1"), name), u"weights"_s));
        auto terms = product(read.values, weights);
        left.push_back(strip(terms, named(CardText::tr("their product: red speaks for %1, blue against"), name), u"logit"_s));
    }
    card.columns = {left, {sign(u"Σ"_s)}};
    if (two) {
        card.columns.push_back({logit(subject, "logits_class", CardText::tr("says the class token")),
            logit(subject, "logits_distillation", CardText::tr("says the distillation token"))});
        card.columns.push_back({sign(u"→"_s)});
        card.columns.push_back({logit(subject, "logits", named(CardText::tr("their mean: score of %1"), name))});
        card.arrays = {"norm", "logits_class", "logits_distillation", "logits"};
    } else {
        QString caption = named(CardText::tr("score of %1"), name);
        if (const auto bias = sliceOf(&subject.weights->headBias, "head.bias", {}, target.value, 1); weights && bias)
            caption = withLabel(caption, CardText::tr("sum %1, bias %2").arg(shown(sumOf(product(read.values, weights))), shown(static_cast<double>(bias.values.front()))));
        card.columns.push_back({logit(subject, "logits", caption)});
        card.arrays = {"norm", "logits"};
    }
    card.paper = (subject.hasAttention() ? CardText::tr("Dosovitskiy et al. 2021, equation 4") : CardText::tr("He et al. 2016, “Deep Residual Learning”")) + (two ? QString(u" · "_s + CardText::tr("Touvron et al. 2021, section 4")) : QString());
}

void fillPrediction(const Subject& subject, Card& card)
{
    const auto* probabilities = subject.outside("probabilities");
    if (!probabilities)
        return;
    const auto& values = probabilities->values;
    card.aside = interventionsText(subject.analysis->interventions);
    std::vector<int> all(values.size());
    std::iota(all.begin(), all.end(), 0);
    card.formula = u"\\on{share}{p_{c}} = \\frac{e^{\\on{logit}{s_{c}}}}{\\sum_{i} e^{s_{i}}}"_s;
    card.sentence = CardText::tr("The scores become shares of one whole. That is the answer; the map view asks which parts of the picture it rests on.");
    Shares shares;
    shares.letter = u"share"_s;
    double rest = 1;
    const auto best = largest(values, all, kTop);
    for (const int index : best) {
        Share one;
        one.share = values[static_cast<std::size_t>(index)];
        one.origin = {"probabilities", {}, index};
        one.name = className(*subject.analysis, ClassIndex{index});
        rest -= static_cast<double>(one.share);
        shares.rows << one;
    }
    if (values.size() > best.size())
        shares.rest = CardText::tr("and %1 more, %2 together").arg(sizes({static_cast<std::int64_t>(values.size() - best.size())}), percent(std::max(0.0, rest)));
    card.columns = {{shares}};
    const ClassIndex target = subject.classShown();
    if (best.size() > 1) {
        const ClassIndex rival{best[0] == target.value ? best[1] : best[0]};
        const auto* logits = subject.outside("logits");
        const double own = static_cast<double>(logits->values.at(static_cast<std::size_t>(target.value)));
        const double other = static_cast<double>(logits->values.at(static_cast<std::size_t>(rival.value)));
        const bool ahead = own >= other;
        const QString ratio = timesText(std::abs(own - other));
        Facts facts;
        facts.rows = {{named(CardText::tr("score of %1"), className(*subject.analysis, target)), shown(own), u"logit"_s},
            {named(CardText::tr("score of %1"), className(*subject.analysis, rival)), shown(other), u"logit"_s},
            {CardText::tr("between them"), shown(own - other), u"logit"_s},
            {CardText::tr("so"), (ahead ? CardText::tr("%1 times as likely") : CardText::tr("%1 times less likely")).arg(ratio), u"share"_s}};
        card.columns.push_back({facts});
    }
    card.arrays = {"logits", "probabilities"};
    card.paper = subject.hasAttention() ? CardText::tr("Dosovitskiy et al. 2021, section 3.1") : CardText::tr("He et al. 2016, “Deep Residual Learning”");
}

}
