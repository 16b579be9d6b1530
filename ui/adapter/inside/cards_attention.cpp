// ui/adapter/inside/cards_attention.cpp
#include "ui/adapter/inside/cards_attention.h"
#include "core/record/window_cells.h"
#include "ui/adapter/inside/card_parts.h"
#include <algorithm>
#include <cmath>

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

int headWidth(const Subject& subject)
{
    const auto* q = subject.inBlock("q");
    return q ? static_cast<int>(q->shape.back()) : subject.attention().headWidth;
}

QImage thumbnail(const Subject& subject, int row)
{
    return row < subject.prefix() ? QImage()
                                  : patchPixels(*subject.analysis, subject.attention().grid, row - subject.prefix());
}

/// "class token 3.31" and so on: what a grid has no room for.
QString prefixText(const Subject& subject, const Slice& row, QString (*write)(double))
{
    QStringList texts;
    for (int i = 0; i < std::min(subject.prefix(), static_cast<int>(row.values.size())); ++i)
        texts << tokenName(subject, i, false) + u' ' + write(static_cast<double>(row.values[static_cast<std::size_t>(i)]));
    if (texts.size() > 3)
        texts = texts.mid(0, 3) << u"…"_s;
    return texts.join(u", "_s);
}

Map rowMap(const Subject& subject, const Slice& row, Tint tint)
{
    Map map;
    map.values = onGrid(subject, row);
    if (!subject.attention().windows) {
        map.origin = row.origin;
        map.origin.first = subject.prefix();
    }
    map.tint = tint;
    if (subject.attention().grid == subject.analysis->tokens.grid)
        map.hidden = subject.analysis->interventions.hidden;
    return map;
}

/// Cells of the followed token's window that were no neighbours before the shift.
std::vector<Cell> forbiddenCells(const Subject& subject)
{
    std::vector<Cell> cells;
    const auto& layer = subject.attention();
    if (!layer.windows)
        return cells;
    const GridSize grid = layer.grid;
    const int row = subject.row();
    const auto at = placeOf(*layer.windows, {row / grid.columns, row % grid.columns});
    const auto regions = windowRegions(*layer.windows, at.window);
    if (regions.empty())
        return cells;
    const auto tokens = windowTokens(layer, at.window);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i] >= 0 && regions[i] != regions[static_cast<std::size_t>(at.inWindow)])
            cells.push_back({tokens[i] / grid.columns, tokens[i] % grid.columns});
    return cells;
}

/// The parts that each window has on the grid: one, or up to four where the shift wrapped it around.
QVector<QRect> windowFrames(const LayerAttention& layer)
{
    QVector<QRect> frames;
    if (!layer.windows)
        return frames;
    const auto& cut = *layer.windows;
    const auto bands = [&](int size, int shift) { // begin and end of what lies side by side along one axis
        QVector<std::pair<int, int>> parts;
        int begin = 0;
        for (int i = 1; i <= size; ++i)
            if (i == size || (i - shift) % cut.window == 0) {
                parts << std::pair{begin, i};
                begin = i;
            }
        return parts;
    };
    for (const auto& [top, bottom] : bands(layer.grid.rows, cut.shift.rows))
        for (const auto& [left, right] : bands(layer.grid.columns, cut.shift.columns))
            frames << QRect(left, top, right - left, bottom - top);
    return frames;
}

}

namespace
{

/// BEiT: the same for a whole sequence.
void fillOffsetBias(const Subject& subject, Card& card)
{
    Slice bias{std::vector<float>(static_cast<std::size_t>(subject.attention().tokens)), {}};
    subject.attention().byOffset->addTo(subject.head.value, subject.row(), bias.values.data());
    card.aside = blockHeadText(subject);
    card.formula = u"\\on{scores}{s_{j}} = \\frac{q \\cdot k_{j}}{\\sqrt{%1}} + \\on{bias}{B_{j}}"_s.arg(headWidth(subject));
    card.sentence = CardText::tr("There are no positions in the tokens. Instead every head has a learned number for each way to "
                                 "lie beside each other, and adds it to the score: so it knows near from far.");
    auto map = rowMap(subject, bias, Tint::Signed);
    map.origin = {};
    map.caption = CardText::tr("bias, as seen from %1: %2").arg(tokenName(subject, subject.row(), false), rangeText(bias.values));
    map.letter = u"bias"_s;
    auto sum = rowMap(subject, attentionRow(subject, "scores"), Tint::Signed);
    sum.caption = CardText::tr("scores with the bias in them");
    sum.letter = u"scores"_s;
    card.columns = {{map}, {sign(u"→"_s)}, {sum}};
    card.arrays = {"scores"};
    card.paper = CardText::tr("Bao et al. 2021, “BEiT”");
}

}

void fillMerging(const Subject& subject, Card& card)
{
    const auto name = "merged_" + std::to_string(subject.stage());
    const auto* merged = subject.outside(name);
    const auto& given = subject.pass->inputs.at(static_cast<std::size_t>(subject.layer.value));
    if (!merged || given.shape.size() != 4)
        return;
    card.formula = u"\\on{after}{x} = W \\, \\text{LN}([\\on{before}{x_{1}}; \\on{before}{x_{2}}; \\on{before}{x_{3}}; \\on{before}{x_{4}}])"_s;
    card.sentence = CardText::tr("Four neighbouring cells become one: their numbers are joined, normed and brought down to "
                                 "twice the channels. The grid is half as wide and high from here on.");
    const GridSize before{static_cast<int>(given.dim(1)), static_cast<int>(given.dim(2))};
    const GridSize after{static_cast<int>(merged->dim(0)), static_cast<int>(merged->dim(1))};
    const int row = subject.rowOn(after) - subject.prefix();
    const Cell corner{2 * (row / after.columns), 2 * (row % after.columns)};
    auto seen = seenPicture(subject, CardText::tr("%1 cells become %2").arg(sizes({before.rows, before.columns}), sizes({after.rows, after.columns})));
    seen.grid = before;
    seen.lines = true;
    seen.frames = {QRect(corner.column, corner.row, 2, 2)};
    seen.hidden = {};
    Column four;
    for (int i = 0; i < 4; ++i) {
        const Cell cell{corner.row + i % 2, corner.column + i / 2}; // of each four, the column varies slowest
        auto one = strip(sliceOf(&given, "input", {0, cell.row, cell.column}), {}, u"before"_s);
        one.label = u"%1,%2"_s.arg(cell.row).arg(cell.column);
        if (!one.values.empty())
            four.push_back(one);
    }
    auto joined = strip(tokenVector(subject, merged, name, row), CardText::tr("%1 channels: %2").arg(merged->shape.back()).arg(u"%1,%2"_s.arg(row / after.columns).arg(row % after.columns)), u"after"_s);
    card.columns = {{seen}, four, {sign(u"→"_s)}, {joined}};
    card.arrays = {name};
    card.paper = CardText::tr("Liu et al. 2021, section 3.1");
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
    card.arrays = {name};
    card.paper = CardText::tr("Ba et al. 2016, “Layer Normalization”");
}

void fillWindows(const Subject& subject, Card& card)
{
    const auto& layer = subject.attention();
    if (!layer.windows)
        return;
    const auto& cut = *layer.windows;
    const bool shifted = cut.shift.rows > 0 || cut.shift.columns > 0;
    card.aside = blockText(subject);
    card.formula = u"\\on{grid}{\\text{windows}} = \\frac{H}{M} \\cdot \\frac{W}{M}, \\, M = %1"_s.arg(cut.window);
    card.sentence = shifted
        ? CardText::tr("A token looks only at its own window. In this block the windows are moved by %1 cells, so that "
                       "neighbours that were apart meet; cells that only the move put together must not see each other.")
              .arg(cut.shift.rows == cut.shift.columns ? QString::number(cut.shift.rows) : sizes({cut.shift.rows, cut.shift.columns}))
        : cut.windows().count() == 1
        ? CardText::tr("Here one window holds all %1 cells: every token looks at every other.").arg(sizes({layer.grid.rows, layer.grid.columns}))
        : CardText::tr("A token looks only at its own window of %1 cells: cheap, but blind to the next window. The next "
                       "block moves the windows.").arg(sizes({cut.window, cut.window}));
    auto seen = seenPicture(subject, CardText::tr("%1 cells, windows: %2").arg(sizes({layer.grid.rows, layer.grid.columns}), sizes({cut.windows().count()})));
    seen.grid = layer.grid;
    seen.lines = true;
    seen.frames = windowFrames(layer);
    seen.hidden = {};
    seen.letter = u"grid"_s;
    Map own;
    own.values = Grid<float>(layer.grid, std::numeric_limits<float>::quiet_NaN());
    for (const int token : rowTokens(subject))
        if (token >= 0)
            own.values.values()[static_cast<std::size_t>(token)] = 1;
    own.tint = Tint::Amount;
    own.limit = 2;
    own.frames = windowFrames(layer);
    own.forbidden = forbiddenCells(subject);
    own.caption = own.forbidden.empty()
        ? CardText::tr("what %1 can look at").arg(tokenName(subject, subject.row(), false))
        : CardText::tr("what %1 can look at; crossed out by the mask: %2 cells").arg(tokenName(subject, subject.row(), false)).arg(own.forbidden.size());
    own.letter = u"grid"_s;
    card.columns = {{seen}, {own}};
    card.paper = CardText::tr("Liu et al. 2021, section 3.2 and figure 4");
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
        card.columns = {{strip(normed, (subject.normsAfter() ? CardText::tr("%1 as it comes") : CardText::tr("%1 after the norm")).arg(tokenName(subject, row, false)), u"norm"_s)}, {sign(u"→"_s)}};
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
    card.columns = {{strip(numbers, CardText::tr("all %1 channels of %2").arg(numbers.values.size()).arg(tokenName(subject, subject.row(), false)), u"after"_s)}};
    for (const int channel : largest(numbers.values, all, 6)) {
        auto map = channelMap(subject, *out, "out", channel);
        map.caption = CardText::tr("channel %1: %2 here").arg(channel).arg(shown(static_cast<double>(numbers.values[static_cast<std::size_t>(channel)])));
        map.letter = u"after"_s;
        card.columns.push_back({map});
    }
    card.arrays = {"out"};
    card.paper = CardText::tr("He et al. 2016, “Deep Residual Learning”");
}

void fillBias(const Subject& subject, Card& card)
{
    const auto& layer = subject.attention();
    if (layer.byOffset)
        return fillOffsetBias(subject, card);
    if (!layer.windows || !layer.windows->bias)
        return;
    const auto cells = static_cast<std::size_t>(layer.windows->cells());
    const int row = subject.row();
    const auto at = placeOf(*layer.windows, {row / layer.grid.columns, row % layer.grid.columns});
    const auto begin = layer.windows->bias->begin()
        + static_cast<std::ptrdiff_t>((static_cast<std::size_t>(subject.head.value) * cells + static_cast<std::size_t>(at.inWindow)) * cells);
    const Slice bias{{begin, begin + static_cast<std::ptrdiff_t>(cells)}, {}};
    card.aside = blockHeadText(subject);
    card.formula = u"\\on{scores}{s_{j}} = \\frac{q \\cdot k_{j}}{\\sqrt{%1}} + \\on{bias}{B_{j}}"_s.arg(headWidth(subject));
    card.sentence = CardText::tr("There are no positions in the tokens. Instead every head has a learned number for each way to "
                                 "lie beside each other, and adds it to the score: so it knows near from far.");
    auto map = rowMap(subject, bias, Tint::Signed);
    map.caption = CardText::tr("bias, as seen from %1: %2").arg(tokenName(subject, row, false), rangeText(bias.values));
    map.letter = u"bias"_s;
    map.frames = windowFrames(layer);
    const auto scores = attentionRow(subject, "scores");
    auto sum = rowMap(subject, scores, Tint::Signed);
    sum.caption = CardText::tr("scores with the bias in them");
    sum.letter = u"scores"_s;
    sum.frames = map.frames;
    sum.forbidden = forbiddenCells(subject);
    for (const Cell cell : sum.forbidden)
        sum.values.at(cell) = std::numeric_limits<float>::quiet_NaN();
    card.columns = {{map}, {sign(u"→"_s)}, {sum}};
    card.arrays = {"scores"};
    card.paper = CardText::tr("Liu et al. 2021, equation 4");
}

void fillScores(const Subject& subject, Card& card)
{
    const auto scores = attentionRow(subject, "scores");
    if (!scores)
        return;
    const int row = subject.row();
    const auto tokens = rowTokens(subject);
    card.aside = blockHeadText(subject);
    const QString product = subject.cosines() ? u"\\on{scores}{s_{j}} = \\tau \\, \\text{cos}(\\on{q}{q}, \\on{k}{k_{j}})"_s
                                              : u"\\on{scores}{s_{j}} = \\frac{\\on{q}{q} \\cdot \\on{k}{k_{j}}}{\\sqrt{%1}}"_s.arg(headWidth(subject));
    card.formula = product + (subject.attention().windows || subject.attention().byOffset ? u" + B_{j}"_s : QString());
    card.sentence = CardText::tr("The query of the token you follow meets the key of every token: multiplied number by number and "
                                 "summed. A large score says: this one has what I look for.");
    if (!subject.cosines())
        card.sentence = andThen(card.sentence, CardText::tr("The root keeps the sum of %1 products from growing with their number.").arg(headWidth(subject)));
    const auto query = headVector(subject, "q", row);
    Column left{strip(query, CardText::tr("query of %1: %2 numbers").arg(tokenName(subject, row, false)).arg(query.values.size()), u"q"_s)};
    for (const int place : largest(scores.values, tokens, kKeys)) {
        const int token = tokens[static_cast<std::size_t>(place)];
        auto key = strip(headVector(subject, "k", token), {}, u"k"_s);
        key.label = tokenName(subject, token, true);
        key.note = shown(static_cast<double>(scores.values[static_cast<std::size_t>(place)]));
        key.thumbnail = thumbnail(subject, token);
        key.badge = tokenBadge(subject, token);
        key.token = followedBy(subject, token);
        left.push_back(key);
    }
    left.push_back(Remark{CardText::tr("keys that fit it best, with their scores")});
    auto map = rowMap(subject, scores, Tint::Signed);
    map.forbidden = forbiddenCells(subject);
    for (const Cell cell : map.forbidden) // −100 there would leave no colour for the others
        map.values.at(cell) = std::numeric_limits<float>::quiet_NaN();
    const QString prefix = prefixText(subject, scores, shown);
    map.caption = CardText::tr("scores %1").arg(rangeText(map.values.values())) + (prefix.isEmpty() ? QString() : QString(u"; "_s + prefix));
    map.letter = u"scores"_s;
    map.frames = windowFrames(subject.attention());
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
    card.aside = subject.headIsOff() ? CardText::tr("%1: switched off").arg(blockHeadText(subject)) : CardText::tr("softmax of the scores");
    card.formula = u"\\on{weights}{a_{j}} = \\frac{e^{s_{j}}}{\\sum_{i} e^{s_{i}}}"_s;
    card.sentence = subject.headIsOff()
        ? CardText::tr("This head is switched off: whatever its scores say, nothing is read.")
        : CardText::tr("The softmax makes shares of the scores: all positive, together 1. A score higher by 1 gets 2.7 times the share. So "
                       "this is what the token reads, and how much of it; the map shows this row as attention.");
    auto map = rowMap(subject, weights, Tint::Amount);
    double patches = 0, all = 0;
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        all += static_cast<double>(weights.values[i]);
        if (tokens[i] >= subject.prefix())
            patches += static_cast<double>(weights.values[i]);
    }
    map.caption = subject.prefix() == 0 ? CardText::tr("weights up to %1").arg(percent(*std::max_element(weights.values.begin(), weights.values.end())))
                                        : CardText::tr("%1 on patches, %2").arg(percent(patches), prefixText(subject, weights, percent));
    map.letter = u"weights"_s;
    map.frames = windowFrames(subject.attention());
    Shares shares;
    shares.letter = u"weights"_s;
    double rest = all;
    for (const int place : largest(weights.values, tokens, kRead)) {
        const int token = tokens[static_cast<std::size_t>(place)];
        Share one;
        one.share = weights.values[static_cast<std::size_t>(place)];
        one.origin = weights.origin;
        one.origin.first = place;
        one.name = tokenName(subject, token, true);
        one.badge = tokenBadge(subject, token);
        one.thumbnail = thumbnail(subject, token);
        one.token = followedBy(subject, token);
        rest -= static_cast<double>(one.share);
        shares.rows << one;
    }
    const int others = static_cast<int>(tokens.size()) - static_cast<int>(shares.rows.size());
    if (others > 0)
        shares.rest = CardText::tr("and %1 more, %2 together").arg(others).arg(percent(std::max(0.0, rest)));
    if (subject.headIsOff()) // none is read more than another
        card.columns = {{map}};
    else
        card.columns = {{map}, {sign(u"→"_s)}, {shares}};
    card.arrays = {"weights"};
    card.paper = vaswani("3.2.1") + u" · "_s + CardText::tr("Dosovitskiy et al. 2021, equation 6");
}

void fillValues(const Subject& subject, Card& card)
{
    const auto weights = attentionRow(subject, "weights");
    const auto output = headVector(subject, "heads", subject.row());
    if (!weights || !output)
        return;
    const auto tokens = rowTokens(subject);
    card.aside = blockHeadText(subject);
    card.formula = u"\\on{sum}{o} = \\sum_{j} \\on{weights}{a_{j}} \\, \\on{values}{v_{j}}"_s;
    card.sentence = CardText::tr("Every token hands over its value, times its weight. Their sum is what this head found for the "
                                 "token you follow.");
    Column read;
    double limit = 1e-12;
    for (const int place : largest(weights.values, tokens, kRead)) {
        const int token = tokens[static_cast<std::size_t>(place)];
        const float weight = weights.values[static_cast<std::size_t>(place)];
        auto value = strip(headVector(subject, "v", token), {}, u"values"_s);
        for (float& v : value.values) {
            v *= weight;
            limit = std::max<double>(limit, std::abs(v));
        }
        value.origin = {}; // times its weight
        value.label = tokenName(subject, token, true);
        value.note = percent(static_cast<double>(weight));
        value.thumbnail = thumbnail(subject, token);
        value.badge = tokenBadge(subject, token);
        value.token = followedBy(subject, token);
        read.push_back(value);
    }
    for (const float v : output.values)
        limit = std::max<double>(limit, std::abs(v));
    for (auto& element : read)
        std::get<Strip>(element).limit = limit;
    read.push_back(Remark{CardText::tr("values times weights of the tokens it reads most")});
    auto sum = strip(output, CardText::tr("sum over all tokens: length %1").arg(shown(lengthOf(output.values))), u"sum"_s);
    sum.limit = limit;
    card.columns = {read, {sign(u"Σ"_s)}, {sum}};
    if (subject.headIsOff()) {
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
    card.formula = u"\\on{after}{z'} = \\on{before}{z} + \\on{added}{[\\on{heads}{o_{1}}; \\ldots; \\on{heads}{o_{%1}}] \\, U_{msa}}"_s.arg(subject.attention().heads);
    card.sentence = CardText::tr("What all heads found is put side by side, mixed by one more matrix, and added to the token. The "
                                 "token is not replaced: it carries on what it was, and a little more (the residual connection).");
    Column left;
    Subject each = subject;
    const int heads = subject.attention().heads;
    for (int h = 0; h < std::min(heads, 6); ++h) {
        each.head = HeadIndex{h};
        auto one = strip(headVector(each, "heads", row), {}, u"heads"_s);
        one.label = CardText::tr("head %1").arg(h);
        one.note = each.headIsOff() ? CardText::tr("off") : shown(lengthOf(one.values));
        if (!one.values.empty())
            left.push_back(one);
    }
    if (heads > 6)
        left.push_back(Remark{CardText::tr("and %1 more heads").arg(heads - 6)});
    left.push_back(Remark{CardText::tr("what each head found, with its length")});
    Strip change;
    change.values = added;
    change.caption = subject.inBlock("attended_scaled") ? CardText::tr("what is added, after the layer scale") : CardText::tr("what is added");
    change.letter = u"added"_s;
    Addition addition{lengthOf(before.values), lengthOf(added), lengthOf(middle.values), angleBetween(before.values, added),
        CardText::tr("before"), CardText::tr("attention"), CardText::tr("after")};
    card.columns = {left, {sign(u"→"_s)}, {change, addition}};
    card.arrays = {"heads", "attended", "middle"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, equations 2 and 8");
}

}
