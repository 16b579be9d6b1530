// core/explain/measures/statistics.cpp
#include "core/explain/measures/statistics.h"
#include "core/base/parallel.h"
#include "core/record/attention_record.h"
#include "core/record/head_rows.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace patchlight
{
namespace
{

/// Distances of cells by the difference of their rows and columns, in pixels.
class Distances
{
public:
    Distances(GridSize grid, GridSize cell) : m_grid(grid), m_offsets({2 * grid.rows - 1, 2 * grid.columns - 1})
    {
        for (int r = 0; r < m_offsets.rows(); ++r)
            for (int c = 0; c < m_offsets.columns(); ++c)
                m_offsets.at({r, c}) = static_cast<float>(
                    std::hypot((r - grid.rows + 1) * cell.rows, (c - grid.columns + 1) * cell.columns));
    }
    /// From one cell (its place in the grid, row by row) to another.
    float between(int from, int to) const
    {
        const int columns = m_grid.columns;
        return m_offsets.at(
            {from / columns - to / columns + m_grid.rows - 1, from % columns - to % columns + columns - 1});
    }
    /// Σ weights[j]·distance(from, j) over all cells.
    float sum(int from, const float* weights) const
    {
        float total = 0;
        for (int r = 0; r < m_grid.rows; ++r) {
            const int row = from / m_grid.columns - r + m_grid.rows - 1;
            const float* offsets = &m_offsets.at({row, m_grid.columns - 1 - from % m_grid.columns});
            total += dotProduct(weights + r * m_grid.columns, offsets, m_grid.columns); // distance is even
        }
        return total;
    }

private:
    GridSize m_grid;
    Grid<float> m_offsets;
};

/// Sums over the queries of one head.
struct Sums {
    double entropy = 0, distance = 0, prefix = 0;
    int queries = 0, patches = 0;
    void add(const Sums& other)
    {
        entropy += other.entropy;
        distance += other.distance;
        prefix += other.prefix;
        queries += other.queries;
        patches += other.patches;
    }
    HeadNumbers mean() const
    {
        return {static_cast<float>(entropy / queries), static_cast<float>(distance / std::max(patches, 1)),
            static_cast<float>(prefix / queries)};
    }
};

class HeadSums
{
public:
    HeadSums(const LayerAttention& layer, GridSize cell) : m_layer(layer), m_distances(layer.grid, cell) { }

    Sums of(HeadIndex head, int window) const
    {
        constexpr int kBlock = 24;
        const HeadRows rows(m_layer, head, window);
        const auto tokens = windowTokens(m_layer, window);
        std::vector<float> block(static_cast<std::size_t>(kBlock) * m_layer.tokens);
        Sums sums;
        for (int first = 0; first < m_layer.tokens; first += kBlock) {
            const int count = std::min(kBlock, m_layer.tokens - first);
            rows.rows(first, count, block.data(), m_layer.tokens);
            for (int i = 0; i < count; ++i)
                if (tokens[static_cast<std::size_t>(first + i)] >= 0 && m_layer.asking.contains(first + i))
                    addRow(block.data() + static_cast<std::ptrdiff_t>(i) * m_layer.tokens, first + i, tokens, sums);
        }
        return sums;
    }

private:
    void addRow(const float* row, int query, const std::vector<int>& tokens, Sums& sums) const
    {
        const int count = m_layer.tokens;
        sums.entropy += entropyOf(row, count);
        ++sums.queries;
        if (m_layer.windows) {
            ++sums.patches;
            sums.distance += windowDistance(row, tokens[static_cast<std::size_t>(query)], tokens);
            return;
        }
        const int prefix = count - m_layer.grid.count();
        sums.prefix += std::accumulate(row, row + prefix, 0.0);
        if (query < prefix)
            return;
        const double onPatches = std::accumulate(row + prefix, row + count, 0.0);
        ++sums.patches;
        if (onPatches > 0)
            sums.distance += m_distances.sum(query - prefix, row + prefix) / onPatches;
    }
    double windowDistance(const float* row, int query, const std::vector<int>& tokens) const
    {
        double distance = 0, real = 0;
        for (std::size_t t = 0; t < tokens.size(); ++t) {
            if (tokens[t] < 0)
                continue;
            distance += row[t] * m_distances.between(query, tokens[t]);
            real += row[t];
        }
        return real > 0 ? distance / real : 0;
    }

    const LayerAttention& m_layer;
    Distances m_distances;
};

/// Mean over queries of the mean distance to all cells that the query may look at.
float uniformDistance(const LayerAttention& layer, GridSize cell)
{
    const Distances distances(layer.grid, cell);
    double sum = 0;
    int queries = 0;
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    const int prefix = layer.windows ? 0 : layer.tokens - layer.grid.count();
    for (int w = 0; w < windows; ++w) {
        auto tokens = windowTokens(layer, w);
        tokens.erase(tokens.begin(), tokens.begin() + prefix);
        std::erase(tokens, -1);
        for (const int from : tokens) {
            double total = 0;
            for (const int to : tokens)
                total += distances.between(from - prefix, to - prefix);
            sum += total / static_cast<double>(tokens.size());
            ++queries;
        }
    }
    return static_cast<float>(sum / std::max(queries, 1));
}

LayerNumbers numbersOf(const LayerAttention& layer, GridSize cell)
{
    LayerNumbers out;
    out.mostEntropy = std::log(static_cast<float>(std::max(layer.tokens - layer.firstKey, 1)));
    if (layer.tokens == 0)
        return out;
    out.uniformDistance = uniformDistance(layer, cell);
    if (!layer.q)
        return out;
    const HeadSums head(layer, cell);
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    out.heads.resize(static_cast<std::size_t>(layer.heads));
    parallelFor(layer.heads, [&](int, int h) {
        Sums sums;
        for (int w = 0; w < windows; ++w)
            sums.add(head.of(HeadIndex{h}, w));
        out.heads[static_cast<std::size_t>(h)] = sums.mean();
    });
    return out;
}

}

HeadNumbers LayerNumbers::mean() const
{
    HeadNumbers sum;
    const auto count = static_cast<float>(std::max<std::size_t>(heads.size(), 1));
    for (const HeadNumbers& head : heads) {
        sum.entropy += head.entropy / count;
        sum.distance += head.distance / count;
        sum.prefixShare += head.prefixShare / count;
    }
    return sum;
}

Result<std::vector<LayerNumbers>> attentionStatistics(
    const AttentionRecord& record, GridSize patch, const RunContext& run)
{
    if (!record.attends())
        return fail(ErrorCode::Unsupported,
            "This network has no attention, so its heads have no numbers: it is made of convolutions.");
    std::vector<LayerNumbers> out;
    for (int l = 0; l < record.layerCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        const auto& layer = record.layer(LayerIndex{l});
        const GridSize input = record.layout().grid;
        const auto cells = [](int fine, int coarse) { return (fine + coarse - 1) / coarse; };
        const GridSize cell{
            patch.rows * cells(input.rows, layer.grid.rows), patch.columns * cells(input.columns, layer.grid.columns)};
        out.push_back(numbersOf(layer, cell));
        run.step("layers", l + 1, record.layerCount());
    }
    return out;
}

Grid<float> relativePositionBias(const AttentionRecord& record, LayerIndex l, HeadIndex head)
{
    const auto& layer = record.layer(l);
    if (head.value < 0 || head.value >= layer.heads)
        return {};
    if (layer.byOffset) { // stored by key less query, shown by query less key as Swin's
        const GridSize grid = layer.byOffset->grid;
        const float* values = layer.byOffset->ofHead(head.value);
        std::vector<float> turned(values, values + layer.byOffset->offsets());
        std::reverse(turned.begin(), turned.end());
        return {{2 * grid.rows - 1, 2 * grid.columns - 1}, std::move(turned)};
    }
    if (!layer.windows || !layer.windows->bias)
        return {};
    const int side = layer.windows->window, cells = layer.windows->cells();
    Grid<float> out(GridSize{2 * side - 1, 2 * side - 1});
    for (int q = 0; q < cells; ++q)
        for (int k = 0; k < cells; ++k)
            out.at({q / side - k / side + side - 1, q % side - k % side + side - 1})
                = (*layer.windows->bias)[static_cast<std::size_t>((head.value * cells + q) * cells + k)];
    return out;
}

}
