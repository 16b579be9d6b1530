// ui/adapter/inside/cards_attention.cpp
#include "ui/adapter/inside/cards_attention.h"
#include "ui/adapter/inside/attention_row.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/map_beside.h"
#include "ui/adapter/inside/window_marks.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kKeys = 3, kRead = 5;

QString vaswani(const char* more)
{
    return CardText::tr("Vaswani et al. 2017, %1").arg(QString::fromUtf8(more));
}

QImage thumbnail(const Subject& subject, int row)
{
    return row < subject.prefix() ? QImage()
                                  : patchPixels(*subject.analysis, subject.attention().grid, row - subject.prefix());
}

double largestSize(const std::vector<float>& values)
{
    double most = 0;
    for (const float v : values)
        most = std::isfinite(v) ? std::max(most, std::abs(static_cast<double>(v))) : most;
    return most;
}

/// "class token 3.31" and so on: what a grid has no room for.
QString prefixText(const Subject& subject, const Slice& row, QString (*write)(double))
{
    QStringList texts;
    for (int i = subject.laterTokens(); i < std::min(subject.prefix(), static_cast<int>(row.values.size())); ++i)
        texts << tokenName(subject, i, Naming::Full) + u' ' + write(static_cast<double>(row.values[static_cast<std::size_t>(i)]));
    if (texts.size() > 3)
        texts = texts.mid(0, 3) << u"…"_s;
    return texts.join(CardText::tr(", ", "between facts"));
}

/// Query times key, number by number: what the score of the row's `place` is made of. None where scores are mixed
/// between heads (CaiT). Of cosine attention (Swin v2) the query is recorded at length τ and the key at length 1, so
/// that the sum is τ times their cosine.
std::optional<Strip> productOf(const Subject& subject, const Slice& scores, const std::vector<int>& tokens, int place)
{
    const auto& layer = subject.attention();
    if (layer.talking)
        return std::nullopt;
    const int token = tokens[static_cast<std::size_t>(place)];
    const auto query = headVector(subject, "q", subject.row()), key = headVector(subject, "k", token);
    Strip product;
    double sum = 0;
    for (std::size_t i = 0; i < std::min(query.values.size(), key.values.size()); ++i) {
        product.values.push_back(query.values[i] * key.values[i]);
        sum += static_cast<double>(product.values.back());
    }
    const int width = headWidth(subject);
    const double score = static_cast<double>(scores.values[static_cast<std::size_t>(place)]), divided = sum / std::sqrt(width);
    product.label = CardText::tr("product");
    product.note = u"Σ "_s + shown(sum);
    product.badge = u"⊙"_s;
    product.letter = u"scores"_s;
    product.caption = subject.cosines()
        ? CardText::tr("query times the key of %1, number by number: red adds to the score, blue takes from it; the key has length 1 and "
                       "the query length τ, %2, so the sum %3 is τ times their cosine, %4")
              .arg(tokenInWords(subject, token), shown(lengthOf(query.values)), shown(sum), shown(sum / lengthOf(query.values)))
        : CardText::tr("query times the key of %1, number by number: red adds to the score, blue takes from it; the sum %2, divided by √%3, is %4")
              .arg(tokenInWords(subject, token), shown(sum)).arg(width).arg(shown(divided));
    if (layer.windows || layer.byOffset)
        product.caption += CardText::tr("; with the bias %1").arg(shown(score));
    return product;
}

/// Where in the row the token stands whose pair was chosen; nothing where it is not in this row: in another window.
std::optional<int> chosenPlace(const Subject& subject, const std::vector<int>& tokens)
{
    const auto at = subject.pair ? std::find(tokens.begin(), tokens.end(), subject.pairRow()) : tokens.end();
    return at == tokens.end() ? std::nullopt : std::optional(static_cast<int>(at - tokens.begin()));
}

/// The places that are listed: the largest, and the chosen one, which has just been clicked.
std::vector<int> listed(const Subject& subject, const Slice& row, const std::vector<int>& tokens, int count)
{
    auto places = largest(row.values, tokens, count);
    if (const auto chosen = chosenPlace(subject, tokens); chosen && std::find(places.begin(), places.end(), *chosen) == places.end())
        places.push_back(*chosen);
    return places;
}

/// A strip of a token's numbers in a list, with its pixels and name.
Strip listedStrip(const Subject& subject, Slice slice, int token, const QString& letter)
{
    auto one = strip(std::move(slice), {}, letter);
    one.label = tokenName(subject, token, Naming::Brief);
    one.fullName = tokenName(subject, token, Naming::Full);
    one.thumbnail = thumbnail(subject, token);
    one.badge = tokenBadge(subject, token);
    one.token = followedBy(subject, token);
    one.pairs = true;
    return one;
}

Strip queryStrip(const Subject& subject)
{
    const int row = subject.row();
    const auto query = headVector(subject, "q", row);
    Strip asked = strip(query, CardText::tr("query of %1: %2 numbers").arg(tokenInWords(subject, row)).arg(query.values.size()), u"q"_s);
    asked.label = CardText::tr("query"); // like the keys under it, so that number stands above number
    asked.note = CardText::tr("score");
    asked.thumbnail = thumbnail(subject, row);
    asked.badge = tokenBadge(subject, row);
    return asked;
}

Strip keyStrip(const Subject& subject, const Slice& scores, int token, int place)
{
    auto key = listedStrip(subject, headVector(subject, "k", token), token, u"k"_s);
    key.note = shown(static_cast<double>(scores.values[static_cast<std::size_t>(place)]));
    return key;
}

/// The pair that was clicked among the weights: where its share comes from.
Column pairOfWeights(const Subject& subject, const std::vector<int>& tokens, int place, float weight)
{
    const auto scores = attentionRow(subject, "scores");
    if (static_cast<std::size_t>(place) >= scores.values.size())
        return {};
    Column pair{queryStrip(subject), keyStrip(subject, scores, tokens[static_cast<std::size_t>(place)], place)};
    if (auto product = productOf(subject, scores, tokens, place))
        pair << *product;
    pair << Remark{CardText::tr("of all scores the softmax gives it %1").arg(percent(static_cast<double>(weight)))};
    return pair;
}

}

void fillQueries(const Subject& subject, Card& card)
{
    const int row = subject.row();
    const auto q = headVector(subject, "q", row), k = headVector(subject, "k", row), v = headVector(subject, "v", row);
    if (!q)
        return;
    card.aside = blockHeadText(subject);
    card.formula = u"[\\on{q}{q}, \\on{k}{k}, \\on{v}{v}] = \\on{norm}{y} \\, U_{qkv}"_s;
    card.sentence = CardText::tr("Three matrices make three short vectors of the token, anew for every head. Its query says what "
                                 "it looks for, its key what it has to offer, its value what it hands over when it is read.");
    const auto normed = subject.normsAfter() ? givenVector(subject, row) : tokenVector(subject, subject.inBlock("norm1"), "norm1", row);
    const auto with = [&](const Slice& slice, const QString& what, const QString& letter) {
        return strip(slice, CardText::tr("%1: %2 numbers, length %3").arg(what).arg(slice.values.size()).arg(shown(lengthOf(slice.values))), letter);
    };
    if (normed)
        card.columns = {{strip(normed, (subject.normsAfter() ? CardText::tr("%1 as it comes") : CardText::tr("%1 after the norm")).arg(tokenInWords(subject, row)), u"norm"_s)}, {sign(u"→"_s)}};
    Column vectors;
    if (subject.asks())
        vectors << with(q, CardText::tr("query"), u"q"_s);
    vectors << with(k, CardText::tr("key"), u"k"_s) << with(v, CardText::tr("value"), u"v"_s);
    if (!subject.asks())
        vectors << Remark{CardText::tr("no query: in this block only the class token asks")};
    card.columns.push_back(vectors);
    card.arrays = {"q", "k", "v"};
    card.paper = vaswani("3.2.2") + u" · "_s + CardText::tr("Dosovitskiy et al. 2021, equation 5");
}

void fillRotation(const Subject& subject, Card& card)
{
    const int row = subject.row();
    const auto before = headVector(subject, "q_unturned", row), after = headVector(subject, "q", row);
    if (!before || !after)
        return;
    card.aside = blockHeadText(subject);
    card.formula = u"\\on{after}{q'} = R_{\\text{row, column}} \\, \\on{before}{q}"_s;
    card.sentence = CardText::tr("No positions are added to the tokens. Instead the query and the key of a patch are turned, pair by "
                                 "pair of numbers, by angles that depend on its place: their product then knows how far apart two patches lie.");
    card.columns = {{strip(before, CardText::tr("query before: length %1").arg(shown(lengthOf(before.values))), u"before"_s),
        strip(after, CardText::tr("query turned: length %1, the same").arg(shown(lengthOf(after.values))), u"after"_s)}};
    card.arrays = {"q_unturned", "k_unturned", "q", "k"};
    card.paper = CardText::tr("Su et al. 2021, “RoFormer”");
}

QString scoreFormula(const Subject& subject, const QString& query, const QString& key)
{
    if (subject.attention().talking)
        return u"\\on{scores}{s_{j}} = \\sum_{g} L_{hg} \\frac{%1^{g} \\cdot %2^{g}}{\\sqrt{%3}} + b_{h}"_s.arg(query, key).arg(headWidth(subject));
    return u"\\on{scores}{s_{j}} = "_s
        + (subject.cosines() ? u"\\tau \\, \\text{cos}(%1, %2)"_s.arg(query, key)
                             : u"\\frac{%1 \\cdot %2}{\\sqrt{%3}}"_s.arg(query, key).arg(headWidth(subject)));
}

void fillScores(const Subject& subject, Card& card)
{
    const auto scores = attentionRow(subject, "scores");
    if (!scores)
        return;
    const auto tokens = rowTokens(subject);
    card.aside = blockHeadText(subject);
    card.formula = scoreFormula(subject, u"\\on{q}{q}"_s, u"\\on{k}{k_{j}}"_s)
        + (subject.attention().windows || subject.attention().byOffset ? u" + B_{j}"_s : QString());
    card.sentence = subject.cosines()
        ? CardText::tr("The query of the token you follow meets the key of every token: both are brought to length 1, multiplied number by "
                       "number and summed. That is the cosine of the angle between them; the head multiplies it by its learned τ. "
                       "A large score says: this one has what I look for.")
        : CardText::tr("The query of the token you follow meets the key of every token: multiplied number by number and "
                       "summed. A large score says: this one has what I look for.");
    if (subject.attention().talking)
        card.sentence = andThen(card.sentence, CardText::tr("Here the heads talk: each head's score is a learned mixture of what all heads found."));
    if (!subject.cosines())
        card.sentence = andThen(card.sentence, CardText::tr("The root keeps the sum of %1 products from growing with their number.").arg(headWidth(subject)));
    Column left{queryStrip(subject)};
    const auto places = listed(subject, scores, tokens, kKeys);
    const int paired = chosenPlace(subject, tokens).value_or(places.empty() ? -1 : places.front());
    bool negative = false;
    for (const int place : places) {
        auto key = keyStrip(subject, scores, tokens[static_cast<std::size_t>(place)], place);
        key.marked = place == paired;
        negative = negative || scores.values[static_cast<std::size_t>(place)] < 0;
        left.push_back(key);
    }
    auto pair = paired < 0 ? std::nullopt : productOf(subject, scores, tokens, paired);
    left.push_back(Remark{pair ? CardText::tr("keys that fit it best, with their scores; click one for its product")
                               : CardText::tr("keys that fit it best, with their scores")});
    if (negative)
        left.push_back(Remark{CardText::tr("Scores may be below zero: after the softmax only the differences between them count.")});
    if (pair)
        left.push_back(*pair);
    auto map = withoutForbidden(windowMap(subject, scores, Tint::Signed));
    const QString prefix = prefixText(subject, scores, shown);
    map.caption = CardText::tr("scores %1").arg(rangeText(map.values.values())) + (prefix.isEmpty() ? QString() : QString(CardText::tr("; ", "between facts") + prefix));
    map.letter = u"scores"_s;
    card.columns = {left, {sign(u"→"_s)}, {map}};
    card.arrays = {"q", "k", "scores"};
    card.paper = vaswani("3.2.1") + u" · "_s + CardText::tr("Dosovitskiy et al. 2021, equation 6");
}

void fillWeights(const Subject& subject, Card& card)
{
    const auto weights = attentionRow(subject, "weights");
    if (!weights)
        return;
    const auto tokens = rowTokens(subject);
    card.aside = subject.headIsOff() ? CardText::tr("%1: switched off").arg(blockHeadText(subject)) : blockHeadText(subject);
    card.formula = u"\\on{weights}{a_{j}} = \\frac{e^{s_{j}}}{\\sum_{i} e^{s_{i}}}"_s;
    card.sentence = subject.readsNothing()
        ? CardText::tr("This head is switched off: whatever its scores say, nothing is read.")
        : subject.headIsOff()
        ? CardText::tr("This head is switched off: its weights are 0, whatever its scores say. The heads talk once more "
                       "before anything is read, so its values are still reached by the weights of others.")
        : andThen(CardText::tr("The softmax makes shares of the scores: all positive, together 1. A score higher by 1 gets 2.7 times the share. So "
                               "this is what the token reads, and how much of it."),
              mapBesideText(subject));
    auto map = rowMap(subject, weights, Tint::Amount);
    double patches = 0, padding = 0, all = 0;
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        all += static_cast<double>(weights.values[i]);
        if (tokens[i] >= subject.prefix())
            patches += static_cast<double>(weights.values[i]);
        else if (tokens[i] < 0)
            padding += static_cast<double>(weights.values[i]);
    }
    map.caption = subject.prefix() == subject.laterTokens() ? CardText::tr("weights up to %1").arg(percent(*std::max_element(weights.values.begin(), weights.values.end())))
                                        : CardText::tr("%1 on patches, %2").arg(percent(patches), prefixText(subject, weights, percent));
    if (padding > 0) // networks whose windows do not fit the grid read zeros around it
        map.caption += CardText::tr("; %1 on padding outside the picture, which the map view leaves out").arg(percent(padding));
    map.letter = u"weights"_s;
    map.frames = windowFrames(subject.attention());
    Shares shares;
    shares.letter = u"weights"_s;
    double rest = all;
    const auto chosen = chosenPlace(subject, tokens);
    for (const int place : listed(subject, weights, tokens, kRead)) {
        const int token = tokens[static_cast<std::size_t>(place)];
        Share one;
        one.fullName = tokenName(subject, token, Naming::Full);
        one.marked = place == chosen;
        one.share = weights.values[static_cast<std::size_t>(place)];
        one.origin = weights.origin;
        one.origin.first = place;
        one.name = tokenName(subject, token, Naming::Place);
        one.badge = tokenBadge(subject, token);
        one.thumbnail = thumbnail(subject, token);
        one.token = followedBy(subject, token);
        rest -= static_cast<double>(one.share);
        shares.rows << one;
    }
    const int others = static_cast<int>(tokens.size()) - subject.laterTokens() - static_cast<int>(shares.rows.size());
    if (others > 0)
        shares.rest = CardText::tr("and %1 more, %2 together").arg(others).arg(percent(std::max(0.0, rest)));
    if (subject.headIsOff()) // none is read more than another
        card.columns = {{map}};
    else
        card.columns = {{map}, {sign(u"→"_s)}, {shares}};
    if (windowCells(subject)) {
        auto enlarged = windowMap(subject, weights, Tint::Amount);
        enlarged.caption = CardText::tr("the window, enlarged");
        enlarged.letter = map.letter;
        card.columns.insert(1, {enlarged});
    }
    if (chosen && !subject.headIsOff())
        card.columns.push_back(pairOfWeights(subject, tokens, *chosen, weights.values[static_cast<std::size_t>(*chosen)]));
    card.arrays = {"weights"};
    card.paper = vaswani("3.2.1") + u" · "_s + CardText::tr("Dosovitskiy et al. 2021, equation 6");
}

void fillValues(const Subject& subject, Card& card)
{
    const auto weights = valueFactors(subject);
    const auto output = headVector(subject, "heads", subject.row());
    if (!weights || !output)
        return;
    const auto tokens = rowTokens(subject);
    card.aside = blockHeadText(subject);
    const bool talking = subject.attention().talking != nullptr;
    card.formula = talking ? u"\\on{sum}{o} = \\sum_{j} (\\sum_{g} W_{hg} a_{j}^{g} + b_{h}) \\, \\on{values}{v_{j}}"_s
                           : u"\\on{sum}{o} = \\sum_{j} \\on{weights}{a_{j}} \\, \\on{values}{v_{j}}"_s;
    card.sentence = CardText::tr("Every token hands over its value, times its weight. Their sum is what this head found for the "
                                 "token you follow.");
    if (talking) // whose head may be switched off: its share of the mixture is 0
        card.sentence = andThen(card.sentence, CardText::tr("Here the heads talk once more: the weight is a learned mixture of all heads' weights, and may be below zero."));
    Column read;
    double limit = 1e-12;
    for (const int place : listed(subject, weights, tokens, kRead)) {
        const int token = tokens[static_cast<std::size_t>(place)];
        const float weight = weights.values[static_cast<std::size_t>(place)];
        auto value = listedStrip(subject, headVector(subject, "v", token), token, u"values"_s);
        for (float& v : value.values) {
            v *= weight;
            limit = std::max<double>(limit, std::abs(v));
        }
        value.origin = {}; // times its weight
        value.note = percent(static_cast<double>(weight));
        value.marked = place == chosenPlace(subject, tokens);
        read.push_back(value);
    }
    for (auto& element : read) // one scale for all: the larger share is the stronger row
        std::get<Strip>(element).limit = limit;
    read.push_back(Remark{CardText::tr("values times weights of the tokens it reads most; the strongest colour is %1").arg(shown(limit))});
    Strip sum = strip(output, {}, u"sum"_s);
    sum.caption = CardText::tr("sum over all tokens: length %1; the strongest colour is %2").arg(shown(lengthOf(output.values)), shown(largestSize(output.values)));
    card.columns = {read, {sign(u"Σ"_s)}, {sum}};
    if (subject.readsNothing()) {
        card.sentence = CardText::tr("This head is switched off: whatever its scores say, nothing is read.");
        card.columns = {{sum}};
    }
    card.arrays = {"v", "weights", "heads"};
    card.paper = vaswani("3.2.1") + u" · "_s + CardText::tr("Dosovitskiy et al. 2021, equation 7");
}

void fillJoined(const Subject& subject, Card& card)
{
    const int row = subject.row();
    const auto before = givenVector(subject, row);
    const auto middle = tokenVector(subject, subject.inBlock("middle"), "middle", row);
    if (!middle || before.values.size() != middle.values.size())
        return;
    const auto added = difference(middle.values, before.values);
    card.aside = blockText(subject);
    const QString joined = u"[\\on{heads}{o_{1}}; \\ldots; \\on{heads}{o_{%1}}] \\, U_{msa}"_s.arg(subject.attention().heads);
    card.formula = u"\\on{after}{z'} = \\on{before}{z} + \\on{added}{%1}"_s.arg(layerScaled(subject, subject.normsAfter() ? u"\\text{LN}(%1)"_s.arg(joined) : joined, 1));
    card.sentence = CardText::tr("What all heads found is put side by side, mixed by one more matrix, and added to the token. The "
                                 "token is not replaced: it carries on what it was, and a little more (the residual connection).");
    Column left;
    Subject each = subject;
    const int heads = subject.attention().heads;
    for (int h = 0; h < std::min(heads, 6); ++h) {
        each.head = HeadIndex{h};
        auto one = strip(headVector(each, "heads", row), {}, u"heads"_s);
        one.label = CardText::tr("head %1").arg(h);
        one.note = each.readsNothing() ? CardText::tr("off") : shown(lengthOf(one.values));
        if (!one.values.empty())
            left.push_back(one);
    }
    if (heads > 6)
        left.push_back(Remark{CardText::tr("and %1 more heads").arg(heads - 6)});
    left.push_back(Remark{CardText::tr("what each head found, with its length")});
    Strip change;
    change.values = added;
    change.caption = addedText(subject);
    change.letter = u"added"_s;
    Addition addition{lengthOf(before.values), lengthOf(added), lengthOf(middle.values), angleBetween(before.values, added),
        CardText::tr("before"), CardText::tr("attention"), CardText::tr("after")};
    card.columns = {left, {sign(u"→"_s)}, {change, addition}};
    card.arrays = {"heads", "attended", "middle"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, equations 2 and 8");
}

}
