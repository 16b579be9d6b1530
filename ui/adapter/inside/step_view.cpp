// ui/adapter/inside/step_view.cpp
#include "ui/adapter/inside/step_view.h"
#include "core/base/family.h"
#include "core/record/window_cells.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(patchlight::inside::Words)
};

/// The window of the followed cell and its place there; nothing for a plain sequence.
std::optional<WindowPlace> place(const Subject& subject, int row)
{
    const auto& layer = subject.attention();
    if (!layer.windows)
        return std::nullopt;
    return placeOf(*layer.windows, {row / layer.grid.columns, row % layer.grid.columns});
}

/// Of a token of the input, on a grid laid over the whole of it.
int rowOf(const Followed& token, const TokenLayout& tokens, GridSize grid)
{
    if (!token.patch)
        return token.token;
    const int row = token.patch->row * grid.rows / std::max(1, tokens.grid.rows);
    const int column = token.patch->column * grid.columns / std::max(1, tokens.grid.columns);
    return tokens.prefix() + row * grid.columns + column;
}

}

int Subject::rowOn(GridSize grid) const
{
    return rowOf(followed, analysis->tokens, grid);
}

int Subject::pairRow() const
{
    return pair ? rowOf(*pair, analysis->tokens, grid()) : -1;
}

GridSize Subject::grid() const
{
    return analysis->record.layerCount() > layer.value ? attention().grid : analysis->tokens.grid;
}

int Subject::row() const
{
    return rowOn(grid());
}

bool Subject::normsAfter() const
{
    bool attended = false;
    if (!block)
        return false;
    for (const auto& step : block->all()) {
        attended = attended || step.name == "attended";
        if (step.name == "norm1")
            return attended;
    }
    return false;
}

bool Subject::cosines() const
{
    return windowed() && attention().scale == 1.0F && attention().headWidth > 1;
}

ClassIndex Subject::classShown() const
{
    if (target)
        return *target;
    return analysis->predictions.empty() ? ClassIndex{0} : analysis->predictions.front().index;
}

Cell Subject::patchShown() const
{
    const GridSize grid = analysis->tokens.grid;
    return followed.patch.value_or(Cell{grid.rows / 2, grid.columns / 2});
}

bool Subject::headIsOff() const
{
    const auto& changes = analysis->interventions.heads;
    return std::any_of(changes.begin(), changes.end(), [this](const HeadIntervention& each) {
        return each.layer == layer && each.head == head && each.change == HeadChange::Off;
    });
}

bool Subject::readsNothing() const
{
    return headIsOff() && !attention().talking;
}

int Subject::laterTokens(LayerIndex there) const
{
    return hasAttention() && analysis->record.layer(there).talking ? prefix() : 0;
}

bool Subject::asks() const
{
    return !hasAttention() || windowed() || attention().asking.contains(row());
}

bool Subject::comesLater() const
{
    return !asks() && laterTokens() > 0;
}

int Subject::stage() const
{
    return stageOfBlock(config(), layer.value);
}

bool Subject::beginsStage() const
{
    int first = 0;
    for (int i = 0; i < stage(); ++i)
        first += config().depths.value[static_cast<std::size_t>(i)];
    return stage() > 0 && first == layer.value && windowed();
}

Slice sliceOf(const NdArray* array, std::string name, std::vector<std::int64_t> index, std::int64_t first,
    std::optional<std::int64_t> count)
{
    if (!array || array->empty() || index.size() > array->shape.size())
        return {};
    std::int64_t offset = 0, size = static_cast<std::int64_t>(array->values.size());
    for (std::size_t axis = 0; axis < index.size(); ++axis) {
        if (index[axis] < 0 || index[axis] >= array->shape[axis])
            return {};
        size /= array->shape[axis];
        offset += index[axis] * size;
    }
    const std::int64_t taken = std::min(count.value_or(size - first), size - first);
    if (taken <= 0)
        return {};
    const auto begin = array->values.begin() + static_cast<std::ptrdiff_t>(offset + first);
    return {{begin, begin + static_cast<std::ptrdiff_t>(taken)}, {std::move(name), std::move(index), first}};
}

Slice tokenVector(const Subject& subject, const NdArray* array, const std::string& name, int token)
{
    if (!array)
        return {};
    if (array->shape.size() == 2) // CaiT: rows for the tokens that take part
        token -= array->dim(0) == subject.grid().count() ? subject.prefix() : 0;
    if (array->shape.size() == 3)
        return sliceOf(array, name, {token / array->shape[1], token % array->shape[1]});
    return sliceOf(array, name, {token});
}

Slice headVector(const Subject& subject, const std::string& name, int token)
{
    if (token < 0)
        return {};
    if (const auto at = place(subject, token))
        return sliceOf(subject.inBlock(name), name, {at->window, subject.head.value, at->inWindow});
    return sliceOf(subject.inBlock(name), name, {subject.head.value, token});
}

Slice givenVector(const Subject& subject, int token)
{
    if (subject.beginsStage()) {
        const auto name = "merged_" + std::to_string(subject.stage());
        if (const auto* merged = subject.outside(name))
            return tokenVector(subject, merged, name, token);
    }
    const auto& given = subject.pass->inputs.at(static_cast<std::size_t>(subject.layer.value));
    const std::string name = "input"; // of the block: it is the output of the one before
    if (given.shape.size() == 4)
        return sliceOf(&given, name, {0, token / given.shape[2], token % given.shape[2]});
    return sliceOf(&given, name, {0, token});
}

Slice attentionRow(const Subject& subject, const std::string& name)
{
    return headVector(subject, name, subject.row());
}

Slice valueFactors(const Subject& subject)
{
    Slice row = attentionRow(subject, "weights");
    const auto& talking = subject.attention().talking;
    if (!row || !talking)
        return row;
    const auto head = static_cast<std::size_t>(subject.head.value), heads = talking->afterBias.size();
    std::vector<float> mixed(row.values.size(), talking->afterBias[head]);
    Subject other = subject;
    for (std::size_t g = 0; g < heads; ++g) {
        other.head = HeadIndex{static_cast<int>(g)};
        const Slice weights = attentionRow(other, "weights");
        for (std::size_t i = 0; i < mixed.size(); ++i)
            mixed[i] += talking->after[head * heads + g] * weights.values[i];
    }
    return {mixed, {}};
}

std::vector<int> rowTokens(const Subject& subject)
{
    if (const auto at = place(subject, subject.row()))
        return windowTokens(subject.attention(), at->window);
    std::vector<int> all(static_cast<std::size_t>(subject.attention().tokens));
    std::iota(all.begin(), all.end(), 0);
    std::fill_n(all.begin(), subject.laterTokens(), -1);
    return all;
}

Grid<float> onGrid(const Subject& subject, const Slice& row)
{
    Grid<float> map(subject.attention().grid, std::numeric_limits<float>::quiet_NaN());
    const auto tokens = rowTokens(subject);
    for (std::size_t i = 0; i < std::min(tokens.size(), row.values.size()); ++i) {
        const int cell = tokens[i] - subject.prefix();
        if (cell >= 0 && cell < map.size().count())
            map.values()[static_cast<std::size_t>(cell)] = row.values[i];
    }
    return map;
}

double lengthOf(const std::vector<float>& values)
{
    double sum = 0;
    for (const float v : values)
        sum += static_cast<double>(v) * v;
    return std::sqrt(sum);
}

double angleBetween(const std::vector<float>& a, const std::vector<float>& b)
{
    const double lengths = lengthOf(a) * lengthOf(b);
    if (lengths <= 0 || a.size() != b.size())
        return std::numeric_limits<double>::quiet_NaN();
    double product = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        product += static_cast<double>(a[i]) * b[i];
    return std::acos(std::clamp(product / lengths, -1.0, 1.0)) * 180 / M_PI;
}

QImage patchPixels(const Analysis& analysis, GridSize grid, int cell)
{
    const QImage seen = toQImage(analysis.seen);
    if (seen.isNull() || grid.count() == 0 || cell < 0)
        return {};
    const double width = static_cast<double>(seen.width()) / grid.columns;
    const double height = static_cast<double>(seen.height()) / grid.rows;
    const int row = cell / grid.columns, column = cell % grid.columns;
    return seen.copy(qRound(column * width), qRound(row * height), std::max(1, qRound(width)), std::max(1, qRound(height)));
}

namespace
{

/// Counted from 0, as in queries.
int registerOf(const TokenLayout& tokens, int row)
{
    return row - tokens.registerToken(0).value;
}

}

QString tokenBadge(const Subject& subject, int row)
{
    const auto& tokens = subject.analysis->tokens;
    if (row < 0 || row >= tokens.prefix())
        return {};
    if (tokens.classToken && row == 0)
        return u"CLS"_s;
    if (tokens.distillationToken && row == tokens.distillation().value)
        return u"DIST"_s;
    return u"R%1"_s.arg(registerOf(tokens, row));
}

namespace
{

QString prefixName(const TokenLayout& tokens, int row, bool brief)
{
    if (tokens.classToken && row == 0)
        return brief ? Words::tr("class") : Words::tr("class token");
    if (tokens.distillationToken && row == tokens.distillation().value)
        return brief ? Words::tr("distillation") : Words::tr("distillation token");
    return (brief ? Words::tr("register %1") : Words::tr("register token %1")).arg(registerOf(tokens, row));
}

}

QString tokenName(const Subject& subject, int row, Naming naming)
{
    const auto& tokens = subject.analysis->tokens;
    if (row >= 0 && row < tokens.prefix())
        return prefixName(tokens, row, naming != Naming::Full);
    const int columns = std::max(1, subject.grid().columns), cell = row - tokens.prefix();
    if (cell < 0)
        return Words::tr("padding");
    const Cell at{cell / columns, cell % columns};
    if (naming == Naming::Brief)
        return u"%1,%2"_s.arg(at.row).arg(at.column);
    if (naming == Naming::Place)
        return placeText(at);
    return subject.hasAttention() ? Words::tr("patch in %1").arg(placeText(at)) : Words::tr("place in %1").arg(placeText(at));
}

QString tokenInWords(const Subject& subject, int row)
{
    const auto& tokens = subject.analysis->tokens;
    if (tokens.classToken && row == 0)
        return Words::tr("the class token");
    if (tokens.distillationToken && row == tokens.distillation().value)
        return Words::tr("the distillation token");
    if (row < tokens.prefix())
        return withinWords(tokenName(subject, row, Naming::Full));
    const QString place = tokenName(subject, row, Naming::Place);
    return subject.hasAttention() ? Words::tr("the patch in %1").arg(place) : Words::tr("the place in %1").arg(place);
}

QString gridsText(const Subject& subject)
{
    const GridSize here = subject.grid(), picture = subject.analysis->tokens.grid;
    if (!subject.followed.patch || here == picture)
        return {};
    const int cell = subject.followed.token - subject.prefix();
    return (subject.hasAttention() ? Words::tr("on this block's %1 × %2 places; %3 of the picture's %4 × %5 patches")
                                   : Words::tr("on this block's %1 × %2 places; %3 of the picture's %4 × %5"))
        .arg(here.rows).arg(here.columns).arg(placeText({cell / picture.columns, cell % picture.columns})).arg(picture.rows).arg(picture.columns);
}

QString withinWords(const QString& name)
{
    return name.isEmpty() || !name.back().isDigit() ? name : Words::tr("%1", "a name that ends with a digit, before a word").arg(name);
}

int tokenOn(const Subject& subject, GridSize grid, Cell cell)
{
    const auto& tokens = subject.analysis->tokens;
    const auto middle = [](int index, int from, int to) { return std::min(to - 1, (2 * index + 1) * to / (2 * from)); };
    return tokens.prefix() + middle(cell.row, grid.rows, tokens.grid.rows) * tokens.grid.columns
        + middle(cell.column, grid.columns, tokens.grid.columns);
}

int followedBy(const Subject& subject, int row)
{
    if (row < subject.prefix())
        return row;
    const GridSize grid = subject.grid();
    const int cell = row - subject.prefix();
    return tokenOn(subject, grid, {cell / grid.columns, cell % grid.columns});
}

}
