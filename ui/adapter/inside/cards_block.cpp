// ui/adapter/inside/cards_block.cpp
#include "ui/adapter/inside/cards_block.h"
#include "core/base/family.h"
#include "ui/adapter/inside/card_parts.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kNeurons = 3;
constexpr std::size_t kFew = 3; ///< one in so many neurons

QString activationName(const ModelConfig& config)
{
    if (config.mlp == Mlp::SwiGlu)
        return u"SwiGLU"_s;
    return u"GELU"_s;
}

}

void fillNorm(const Subject& subject, Card& card)
{
    const bool first = card.id == u"norm1"_s, last = subject.normsAfter();
    const auto name = card.id.toStdString();
    // With the norm after the branch it sees what attention or MLP gave; inside windows that is not in the token's order.
    const auto before = last ? tokenVector(subject, subject.inBlock(first ? "attended" : "mixed"), first ? "attended" : "mixed", subject.row())
        : first              ? givenVector(subject, subject.row())
                             : tokenVector(subject, subject.inBlock("middle"), "middle", subject.row());
    const auto after = tokenVector(subject, subject.inBlock(name), name, subject.row());
    card.aside = blockText(subject);
    card.formula = u"\\on{after}{y} = \\frac{\\on{before}{x} - \\on{facts}{\\mu}}{\\on{facts}{\\sigma}} \\odot \\gamma + \\beta"_s;
    card.sentence = last
        ? CardText::tr("In this network the norm comes last: what was found is brought to one measure before it is added.")
        : first
        ? CardText::tr("Before anything is compared, the token is brought to one measure: its mean is taken off and it is "
                       "divided by its spread. Two learned numbers for each channel stretch and shift it.")
        : CardText::tr("The sum is brought to one measure again before the MLP sees it.");
    card.arrays = {name};
    card.paper = CardText::tr("Ba et al. 2016, “Layer Normalization”");
    const auto [mean, spread] = moments(before.values);
    const bool ordered = before && !(last && first && subject.windowed());
    if (!ordered) {
        card.columns = {{strip(after, CardText::tr("after: %1").arg(rangeText(after.values)), u"after"_s)}};
        return;
    }
    card.columns = {{strip(before, CardText::tr("before: %1").arg(rangeText(before.values)), u"before"_s),
        strip(after, CardText::tr("after: %1").arg(rangeText(after.values)), u"after"_s)}};
    Facts facts;
    facts.rows = {{CardText::tr("its mean μ"), shown(mean), u"facts"_s}, {CardText::tr("its spread σ"), shown(spread), u"facts"_s},
        {CardText::tr("length before"), shown(lengthOf(before.values)), u"before"_s},
        {CardText::tr("length after"), shown(lengthOf(after.values)), u"after"_s}};
    card.columns.push_back({facts});
}

void fillMlp(const Subject& subject, Card& card)
{
    const auto* hidden = subject.inBlock("hidden");
    const int row = subject.row();
    card.aside = blockText(subject);
    card.formula = u"\\on{mixed}{m} = W_{2} \\, \\on{hidden}{\\text{%1}(W_{1} \\, %2)}"_s.arg(activationName(subject.config()),
        subject.normsAfter() ? u"z'"_s : u"\\text{LN}(z')"_s);
    card.arrays = {"norm2", "hidden", "mixed"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, equation 3 · Geva et al. 2021");
    const auto numbers = tokenVector(subject, hidden, "hidden", row);
    if (!numbers)
        return;
    const auto active = std::count_if(numbers.values.begin(), numbers.values.end(), [](float v) { return v > 0; });
    const bool few = kFew * static_cast<std::size_t>(active) < numbers.values.size();
    card.sentence = andThen((subject.classTokenAloneAsks() ? CardText::tr("Now the class token is thought over alone, while the others stay as they are: %1 neurons each look for one pattern in it.")
                                                          : CardText::tr("Now every token is thought over alone: %1 neurons each look for one pattern in it."))
                                .arg(sizes({static_cast<std::int64_t>(numbers.values.size())})),
        few ? CardText::tr("Most stay near zero; those that answer decide what is added.") : CardText::tr("Those that answer decide what is added."));
    Crowd crowd;
    crowd.values = numbers.values;
    std::sort(crowd.values.begin(), crowd.values.end(), std::greater<>());
    crowd.origin = numbers.origin;
    crowd.caption = CardText::tr("all %1, sorted: %2 above zero, largest %3")
                        .arg(sizes({static_cast<std::int64_t>(numbers.values.size())}), sizes({active}), shown(static_cast<double>(crowd.values.front())));
    crowd.letter = u"hidden"_s;
    std::vector<int> all(numbers.values.size());
    std::iota(all.begin(), all.end(), 0);
    card.columns = {{crowd}};
    const bool ofPatches = hidden->values.size() >= static_cast<std::size_t>(subject.grid().count() * hidden->shape.back()); // CaiT's last blocks: of the class token alone
    for (const int neuron : largest(numbers.values, all, ofPatches ? kNeurons : 0)) {
        auto map = channelMap(subject, *hidden, "hidden", neuron);
        const QString here = shown(static_cast<double>(numbers.values[static_cast<std::size_t>(neuron)]));
        map.caption = subject.followed.patch ? CardText::tr("neuron %1: %2 here").arg(neuron).arg(here)
                                             : CardText::tr("neuron %1: %2 in %3; in the patches %4") // which has no place in the picture
                                                   .arg(neuron)
                                                   .arg(here, tokenInWords(subject, row), rangeText(map.values.values()));
        map.letter = u"hidden"_s;
        card.columns.push_back({map});
    }
    const auto mixed = tokenVector(subject, subject.inBlock("mixed"), "mixed", row);
    if (mixed)
        card.columns.push_back({strip(mixed, CardText::tr("what the MLP says of it: %1").arg(rangeText(mixed.values)), u"mixed"_s)});
}

void fillMlpAdded(const Subject& subject, Card& card)
{
    const int row = subject.row();
    const auto before = tokenVector(subject, subject.inBlock("middle"), "middle", row);
    const auto out = tokenVector(subject, subject.inBlock("out"), "out", row);
    if (!before || !out)
        return;
    const auto added = difference(out.values, before.values);
    card.aside = blockText(subject);
    card.formula = u"\\on{after}{z} = \\on{before}{z'} + \\on{added}{%1}"_s.arg(layerScaled(subject, subject.normsAfter() ? u"\\text{LN}(m)"_s : u"m"_s, 2));
    const bool last = subject.layer.value + 1 == static_cast<int>(subject.pass->inputs.size());
    card.sentence = last ? CardText::tr("Added again (the second residual), and the last block is done.")
                         : CardText::tr("Added again (the second residual), and the block is done: the token goes on to the next one.");
    Strip change;
    change.values = added;
    change.caption = addedText(subject);
    change.letter = u"added"_s;
    card.columns = {{strip(before, CardText::tr("before"), u"before"_s), change, strip(out, CardText::tr("after block %1").arg(subject.layer.value), u"after"_s)},
        {Addition{lengthOf(before.values), lengthOf(added), lengthOf(out.values), angleBetween(before.values, added), CardText::tr("before"), CardText::tr("MLP"), CardText::tr("after")}}};
    card.arrays = {"middle", "out"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, equation 3");
}

void fillFeatures(const Subject& subject, Card& card)
{
    const auto* out = subject.inBlock("out");
    const auto numbers = tokenVector(subject, out, "out", subject.row());
    if (!numbers)
        return;
    card.aside = blockText(subject);
    card.formula = subject.config().family == Family::Bit ? u"\\on{after}{x'} = x + F(\\text{ReLU}(\\text{norm}(x)))"_s // nothing follows the sum
                                                          : u"\\on{after}{x'} = \\text{ReLU}(x + F(x))"_s;
    card.sentence = CardText::tr("Convolutions look at each place and its neighbours, and what they find is added to what was there. "
                                 "These channels are strongest at the place you follow.");
    std::vector<int> all(numbers.values.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<int>(i);
    card.columns = {{strip(numbers, CardText::tr("all %1 channels of %2").arg(numbers.values.size()).arg(tokenInWords(subject, subject.row())), u"after"_s)}};
    for (const int channel : largest(numbers.values, all, 6)) {
        auto map = channelMap(subject, *out, "out", channel);
        map.caption = CardText::tr("channel %1: %2 here").arg(channel).arg(shown(static_cast<double>(numbers.values[static_cast<std::size_t>(channel)])));
        map.letter = u"after"_s;
        card.columns.push_back({map});
    }
    card.arrays = {"out"};
    card.paper = CardText::tr("He et al. 2016, “Deep Residual Learning”");
}

}
