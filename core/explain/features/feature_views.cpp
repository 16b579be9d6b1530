// core/explain/features/feature_views.cpp
#include "core/explain/features/feature_views.h"
#include "core/explain/features/features.h"
#include "core/explain/features/principal_components.h"
#include "core/explain/query_weights.h"
#include "core/explain/tensor_values.h"
#include <algorithm>
#include <torch/types.h>

namespace patchlight
{
namespace
{

constexpr int kColourChannels = 3;

/// [T, D]: prefix tokens first, then the patches of the features' own grid.
at::Tensor allTokens(const NdArray& features)
{
    const auto tokens = toTensor(features)[0];
    return tokens.dim() == 3 ? tokens.flatten(0, 1) : tokens;
}

float medianOf(std::vector<float> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}

FeatureColours featureColours(const NdArray& features, const TokenLayout& layout)
{
    const PatchFeatures patches = patchFeatures(features, layout);
    const auto components = principalComponents(patches.rows, kColourChannels);
    auto colours = stretchedColumns(components.values); // [patches, at most 3]
    if (colours.size(1) < kColourChannels)
        colours
            = at::cat({colours, at::full({colours.size(0), kColourChannels - colours.size(1)}, 0.5, colours.options())}, 1);
    return {toArray(colours.view({patches.grid.rows, patches.grid.columns, kColourChannels})), components.shares};
}

Result<Grid<float>> featureSimilarity(const NdArray& features, const TokenLayout& layout, const Query& query)
{
    const PatchFeatures patches = patchFeatures(features, layout);
    const auto weights = queryWeights(layout, patches.grid, query);
    if (!weights)
        return fail(weights.error());
    const auto asked = at::matmul(toTensor(*weights), allTokens(features)); // [D]
    const auto norms = patches.rows.norm(2, 1) * asked.norm();
    return toGrid(at::matmul(patches.rows, asked) / norms.clamp_min(1e-12), patches.grid);
}

SinkTokens sinkTokens(const NdArray& features, const TokenLayout& layout)
{
    const PatchFeatures patches = patchFeatures(features, layout);
    SinkTokens out;
    out.norms = toGrid(patches.rows.norm(2, 1), patches.grid);
    auto all = toValues(allTokens(features).norm(2, 1));
    out.prefixNorms.assign(all.begin(), all.end() - patches.grid.count());
    out.median = medianOf(out.norms.values());
    out.limit = kSinkFactor * out.median;
    for (int i = 0; i < patches.grid.count(); ++i) {
        const Cell cell{i / patches.grid.columns, i % patches.grid.columns};
        if (out.norms.at(cell) > out.limit)
            out.sinks.push_back({cell, out.norms.at(cell)});
    }
    std::stable_sort(out.sinks.begin(), out.sinks.end(), [](auto& a, auto& b) { return a.norm > b.norm; });
    return out;
}

}
