// ui/adapter/inside/cards_windows.cpp
#include "ui/adapter/inside/cards_windows.h"
#include "core/record/window_cells.h"
#include "ui/adapter/inside/attention_row.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/cards_attention.h"
#include "ui/adapter/inside/window_marks.h"
#include "ui/adapter/texts.h"
#include <limits>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

/// BEiT: the same for a whole sequence.
void fillOffsetBias(const Subject& subject, Card& card)
{
    Slice bias{std::vector<float>(static_cast<std::size_t>(subject.attention().tokens)), {}};
    subject.attention().byOffset->addTo(subject.head.value, subject.row(), bias.values.data());
    card.aside = blockHeadText(subject);
    card.formula = scoreFormula(subject, u"q"_s, u"k_{j}"_s) + u" + \\on{bias}{B_{j}}"_s;
    card.sentence = CardText::tr("There are no positions in the tokens. Instead every head has a learned number for each way to "
                                 "lie beside each other, and adds it to the score: so it knows near from far.");
    auto map = rowMap(subject, bias, Tint::Signed);
    map.origin = {};
    map.caption = CardText::tr("bias, as seen from %1: %2").arg(tokenInWords(subject, subject.row()), rangeText(bias.values));
    map.letter = u"bias"_s;
    auto sum = rowMap(subject, attentionRow(subject, "scores"), Tint::Signed);
    sum.caption = CardText::tr("scores with the bias in them");
    sum.letter = u"scores"_s;
    card.columns = {{map}, {sign(u"→"_s)}, {sum}};
    card.arrays = {"scores"};
    card.paper = CardText::tr("Bao et al. 2021, “BEiT”");
}

}

namespace
{

/// The four cells that become one, from `corner` on; which of them is followed.
Picture fourCells(const Subject& subject, GridSize grid, Cell corner)
{
    WindowCells four;
    for (const Cell cell : {corner, Cell{corner.row, corner.column + 1}, Cell{corner.row + 1, corner.column}, Cell{corner.row + 1, corner.column + 1}}) {
        const bool there = cell.row < grid.rows && cell.column < grid.columns; // an odd grid is padded
        four.cells.push_back(there ? cell : Cell{-1, -1});
        four.tokens.push_back(there ? tokenOn(subject, grid, cell) : -1);
    }
    const int followed = subject.rowOn(grid) - subject.prefix();
    four.followed = {followed / grid.columns - corner.row, followed % grid.columns - corner.column};
    auto enlarged = windowPicture(subject, four, grid, 2);
    enlarged.side = 148;
    enlarged.letter = u"before"_s;
    enlarged.caption = CardText::tr("the four cells, enlarged");
    return enlarged;
}

}

void fillMerging(const Subject& subject, Card& card)
{
    const auto name = "merged_" + std::to_string(subject.stage());
    const auto* merged = subject.outside(name);
    const auto& given = subject.pass->inputs.at(static_cast<std::size_t>(subject.layer.value));
    if (!merged || given.shape.size() != 4)
        return;
    const QString joinedFour = u"[\\on{before}{x_{1}}; \\on{before}{x_{2}}; \\on{before}{x_{3}}; \\on{before}{x_{4}}]"_s;
    const bool normLast = subject.normsAfter(); // Swin v2
    card.formula = normLast ? u"\\on{after}{x} = \\text{LN}(W \\, "_s + joinedFour + u")"_s : u"\\on{after}{x} = W \\, \\text{LN}("_s + joinedFour + u")"_s;
    card.sentence = normLast
        ? CardText::tr("Four neighbouring cells become one: their numbers are joined, brought down to twice the channels and "
                       "normed. The grid is half as wide and high from here on.")
        : CardText::tr("Four neighbouring cells become one: their numbers are joined, normed and brought down to "
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
        one.thumbnail = patchPixels(*subject.analysis, before, cell.row * before.columns + cell.column);
        one.token = tokenOn(subject, before, cell);
        if (!one.values.empty())
            four.push_back(one);
    }
    auto joined = strip(tokenVector(subject, merged, name, row), CardText::tr("%1 channels of the cell in %2").arg(merged->shape.back()).arg(placeText({row / after.columns, row % after.columns})), u"after"_s);
    card.columns = {{seen, fourCells(subject, before, corner)}, four, {sign(u"→"_s)}, {joined}};
    card.arrays = {name};
    card.paper = CardText::tr("Liu et al. 2021, section 3.1");
}

void fillWindows(const Subject& subject, Card& card)
{
    const auto& layer = subject.attention();
    if (!layer.windows)
        return;
    const auto& cut = *layer.windows;
    const bool shifted = cut.shift.rows > 0 || cut.shift.columns > 0;
    card.aside = blockText(subject);
    card.formula = u"\\on{grid}{\\text{%1}} = \\frac{H}{M} \\cdot \\frac{W}{M}, \\, M = %2"_s.arg(CardText::tr("windows")).arg(cut.window);
    card.sentence = shifted
        ? CardText::tr("A token looks only at its own window. In this block the windows are moved by %1 cells, so that "
                       "neighbours that were apart meet; cells that only the move put together must not see each other.")
              .arg(cut.shift.rows == cut.shift.columns ? QString::number(cut.shift.rows) : sizes({cut.shift.rows, cut.shift.columns}))
        : cut.windows().count() == 1
        ? CardText::tr("Here one window holds all %1 cells: every token looks at every other.").arg(sizes({layer.grid.rows, layer.grid.columns}))
        : CardText::tr("A token looks only at its own window of %1 cells: cheap, but blind to the next window. The next "
                       "block moves the windows.").arg(sizes({cut.window, cut.window}));
    const auto frames = windowFrames(layer);
    QString parts = CardText::tr("%1 cells, windows: %2").arg(sizes({layer.grid.rows, layer.grid.columns}), sizes({cut.windows().count()}));
    if (frames.size() > cut.windows().count())
        parts += CardText::tr("; in %1 pieces, for one that an edge cuts goes on at the opposite edge").arg(frames.size());
    auto seen = seenPicture(subject, parts);
    seen.grid = layer.grid;
    seen.lines = cut.windows().count() == 1; // else the enlarged window has those of its cells
    seen.frames = frames;
    seen.hidden = {};
    seen.letter = u"grid"_s;
    Map own;
    own.values = Grid<float>(layer.grid, std::numeric_limits<float>::quiet_NaN());
    for (const int token : rowTokens(subject))
        if (token >= 0)
            own.values.values()[static_cast<std::size_t>(token)] = 1;
    own.tint = Tint::Amount;
    own.limit = 2;
    own.frames = frames;
    own.forbidden = forbiddenCells(subject);
    own.caption = own.forbidden.empty()
        ? CardText::tr("what %1 can look at").arg(tokenInWords(subject, subject.row()))
        : CardText::tr("what %1 can look at; crossed out by the mask: %2 cells").arg(tokenInWords(subject, subject.row())).arg(own.forbidden.size());
    own.letter = u"grid"_s;
    card.columns = {{seen}, {own}};
    if (const auto window = windowCells(subject)) {
        auto enlarged = windowPicture(subject, *window, layer.grid, cut.window);
        enlarged.caption = CardText::tr("that window, enlarged: %1 cells").arg(sizes({cut.window, cut.window}));
        enlarged.letter = u"grid"_s;
        card.columns << Column{sign(u"→"_s)} << Column{enlarged};
    }
    card.paper = CardText::tr("Liu et al. 2021, section 3.2 and figure 4");
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
    card.formula = scoreFormula(subject, u"q"_s, u"k_{j}"_s) + u" + \\on{bias}{B_{j}}"_s;
    card.sentence = CardText::tr("There are no positions in the tokens. Instead every head has a learned number for each way to "
                                 "lie beside each other, and adds it to the score: so it knows near from far.");
    auto map = windowMap(subject, bias, Tint::Signed);
    map.caption = CardText::tr("bias, as seen from %1: %2").arg(tokenInWords(subject, row), rangeText(bias.values));
    map.letter = u"bias"_s;
    map.forbidden.clear(); // every place has its bias
    const auto scores = attentionRow(subject, "scores");
    auto sum = withoutForbidden(windowMap(subject, scores, Tint::Signed));
    sum.caption = CardText::tr("scores with the bias in them");
    sum.letter = u"scores"_s;
    card.columns = {{map}, {sign(u"→"_s)}, {sum}};
    card.arrays = {"scores"};
    card.paper = CardText::tr("Liu et al. 2021, equation 4");
}

}
