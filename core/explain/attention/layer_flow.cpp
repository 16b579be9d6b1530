// core/explain/attention/layer_flow.cpp
#include "core/explain/attention/layer_flow.h"
#include "core/base/parallel.h"
#include "core/explain/attention/fused_rows.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

namespace patchlight
{
namespace
{

constexpr int kBlock = 24; ///< rows at a time; a multiple of the kernels' tile

int windowCount(const LayerAttention& layer)
{
    return layer.windows ? layer.windows->windows().count() : 1;
}

/// In CaiT's blocks only some tokens attend; windows have no such blocks.
bool asks(const LayerAttention& layer, int token)
{
    return layer.windows || layer.asking.contains(token);
}

void normaliseRow(float* row, int count, int diagonal)
{
    const float sum = std::accumulate(row, row + count, 0.0F);
    if (sum > 0)
        for (int t = 0; t < count; ++t)
            row[t] /= sum;
    else
        row[diagonal] = 1.0F; // nothing left to follow: the token keeps what it has
}

/// F with the rules applied, but for the residual.
void applyRules(float* row, const std::vector<int>& tokens, int diagonal, const FlowRules& rules, bool padded)
{
    const int count = static_cast<int>(tokens.size());
    if (padded)
        for (int t = 0; t < count; ++t)
            if (tokens[static_cast<std::size_t>(t)] < 0)
                row[t] = 0;
    if (rules.discard > 0)
        discardSmallest(row, count, diagonal, rules.discard);
    if (rules.normalise || rules.discard > 0 || padded)
        normaliseRow(row, count, diagonal);
}

/// Calls use(worker, token of the query, its row, tokens of the keys) for every query that `wanted` accepts.
using UseRow = std::function<void(int worker, int query, const float* row, const std::vector<int>& keys)>;
using Wanted = std::function<bool(int query)>;

void blockRows(const FusedRows& fused, const std::vector<int>& tokens, int first, const FlowRules& rules,
    const Wanted& wanted, int worker, const UseRow& use)
{
    const auto wants = [&](int i) {
        const int token = tokens[static_cast<std::size_t>(i)];
        return token >= 0 && wanted(token);
    };
    int last = std::min(first + kBlock, fused.tokens());
    while (first < last && !wants(first))
        ++first;
    while (first < last && !wants(last - 1))
        --last;
    if (first == last)
        return;
    const int count = fused.tokens();
    std::vector<float> rows(static_cast<std::size_t>(last - first) * count);
    fused.rows(first, last - first, rows.data());
    const bool padded = std::find(tokens.begin(), tokens.end(), -1) != tokens.end();
    for (int i = first; i < last; ++i) {
        if (!wants(i))
            continue;
        float* row = rows.data() + static_cast<std::ptrdiff_t>(i - first) * count;
        applyRules(row, tokens, i, rules, padded);
        use(worker, tokens[static_cast<std::size_t>(i)], row, tokens);
    }
}

/// Windows are shared out to the threads, or the row blocks of a single one.
void forRows(const LayerAttention& layer, const FlowRules& rules, const Wanted& wanted, const UseRow& use)
{
    std::vector<int> windows;
    for (int w = 0; w < windowCount(layer); ++w) {
        const auto tokens = windowTokens(layer, w);
        if (std::any_of(tokens.begin(), tokens.end(), [&](int t) { return t >= 0 && wanted(t); }))
            windows.push_back(w);
    }
    if (layer.windows) {
        parallelFor(static_cast<int>(windows.size()), [&](int worker, int i) {
            const int window = windows[static_cast<std::size_t>(i)];
            const FusedRows fused(layer, rules.shares, rules.fusion, window);
            const auto tokens = windowTokens(layer, window);
            for (int first = 0; first < layer.tokens; first += kBlock)
                blockRows(fused, tokens, first, rules, wanted, worker, use);
        });
        return;
    }
    const auto tokens = windowTokens(layer, 0);
    std::vector<int> blocks;
    for (int first = 0; first < layer.tokens; first += kBlock)
        if (std::any_of(tokens.begin() + first, tokens.begin() + std::min(first + kBlock, layer.tokens), wanted))
            blocks.push_back(first);
    const FusedRows fused(layer, rules.shares, rules.fusion);
    parallelFor(static_cast<int>(blocks.size()), [&](int worker, int i) {
        blockRows(fused, tokens, blocks[static_cast<std::size_t>(i)], rules, wanted, worker, use);
    });
}

}

std::vector<float> toInputs(const LayerAttention& layer, const FlowRules& rules, const std::vector<float>& r)
{
    const int workers = parallelWorkers(layer.tokens * windowCount(layer));
    std::vector<std::vector<float>> sums(static_cast<std::size_t>(workers), std::vector<float>(r.size(), 0.0F));
    for (std::size_t t = 0; t < r.size(); ++t)
        if (!asks(layer, static_cast<int>(t)))
            sums[0][t] = r[t]; // this block hands it on
    const auto wanted = [&](int query) { return r[static_cast<std::size_t>(query)] != 0 && asks(layer, query); };
    forRows(layer, rules, wanted, [&](int worker, int query, const float* row, const std::vector<int>& keys) {
        float* sum = sums[static_cast<std::size_t>(worker)].data();
        const float weight = r[static_cast<std::size_t>(query)];
        const float passed = weight * (1.0F - rules.alpha);
        if (!layer.windows)
            for (std::size_t t = 0; t < keys.size(); ++t)
                sum[t] += passed * row[t];
        else
            for (std::size_t t = 0; t < keys.size(); ++t)
                if (keys[t] >= 0)
                    sum[keys[t]] += passed * row[t];
        sum[query] += weight * rules.alpha;
    });
    for (std::size_t worker = 1; worker < sums.size(); ++worker)
        for (std::size_t t = 0; t < r.size(); ++t)
            sums[0][t] += sums[worker][t];
    return sums[0];
}

std::vector<float> toQueries(const LayerAttention& layer, const FlowRules& rules, const std::vector<float>& v)
{
    std::vector<float> out(v);
    const auto wanted = [&](int query) { return asks(layer, query); };
    forRows(layer, rules, wanted, [&](int, int query, const float* row, const std::vector<int>& keys) {
        float sum = 0;
        for (std::size_t t = 0; t < keys.size(); ++t)
            if (keys[t] >= 0)
                sum += row[t] * v[static_cast<std::size_t>(keys[t])];
        const auto q = static_cast<std::size_t>(query);
        out[q] = (1.0F - rules.alpha) * sum + rules.alpha * v[q];
    });
    return out;
}

std::ptrdiff_t shareOf(float share, std::ptrdiff_t count)
{
    char text[32];
    const auto written = std::to_chars(text, text + sizeof(text), share);
    double exact = share;
    std::from_chars(text, written.ptr, exact);
    return static_cast<std::ptrdiff_t>(std::floor(exact * static_cast<double>(count)));
}

void discardSmallest(float* row, int count, int diagonal, float share)
{
    const auto dropped = std::min<std::ptrdiff_t>(shareOf(share, count), count - 1);
    if (dropped <= 0)
        return;
    std::vector<float> others(row, row + count);
    others.erase(others.begin() + diagonal);
    std::nth_element(others.begin(), others.begin() + (dropped - 1), others.end());
    const float limit = others[static_cast<std::size_t>(dropped - 1)];
    auto below = std::count_if(others.begin(), others.end(), [&](float x) { return x < limit; });
    for (int t = 0; t < count; ++t) {
        if (t == diagonal || row[t] > limit)
            continue;
        if (row[t] < limit || below++ < dropped) // of equal ones the first
            row[t] = 0;
    }
}

}
