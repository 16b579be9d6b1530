// core/explain/features/feature_maps.cpp
#include "core/explain/features/feature_maps.h"
#include "core/explain/features/feature_views.h"
#include "core/explain/features/features.h"
#include "core/explain/features/position_similarity.h"
#include "core/explain/query_weights.h"
#include <cmath>

namespace patchlight
{
namespace
{

Result<NdArray> featuresOf(const NetworkTask& task)
{
    const LayerIndex last{task.network.config().blockCount() - 1};
    return featuresAfter(task.network, task.input, task.request.layer.value_or(last), task.run, task.hooks);
}

Explanation answerTo(const NetworkTask& task, Grid<float> map)
{
    Explanation out;
    out.map = std::move(map);
    out.request = task.request;
    return out;
}

Result<Grid<float>> differenceOfTokens(const NdArray& features, const TokenLayout& layout)
{
    auto map = featureSimilarity(features, layout, {Query::Kind::ClassToken, 0, {}, false});
    const auto other = featureSimilarity(features, layout, {Query::Kind::Distillation, 0, {}, false});
    if (!map || !other)
        return fail(map ? other.error() : map.error());
    for (std::size_t i = 0; i < map->values().size(); ++i)
        map->values()[i] -= other->values()[i];
    return map;
}

/// Weighted mean of the positions' rows. `weights`: one for each token of `layout`.
Result<Grid<float>> mixed(
    const PositionSimilarity& positions, const TokenLayout& layout, const std::vector<float>& weights)
{
    const int tokens = positions.prefix + positions.grid.count();
    Grid<float> map(positions.grid);
    for (int token = 0; token < static_cast<int>(weights.size()); ++token) {
        const float weight = weights[static_cast<std::size_t>(token)];
        if (weight == 0)
            continue;
        const bool patch = token >= layout.prefix();
        if (!patch && token >= positions.prefix)
            return fail(ErrorCode::Unsupported, "This token has no learned position of its own: ask a patch.");
        const int row = patch ? token - layout.prefix() + positions.prefix : token;
        const auto* cosines
            = positions.cosines.values.data() + static_cast<std::ptrdiff_t>(row) * tokens + positions.prefix;
        for (int cell = 0; cell < positions.grid.count(); ++cell)
            map.values()[static_cast<std::size_t>(cell)] += weight * cosines[cell];
    }
    return map;
}

}

Result<Explanation> featureSimilarityMap(const NetworkTask& task)
{
    const auto features = featuresOf(task);
    if (!features)
        return fail(features.error());
    const bool difference = isDifference(task.request.query);
    auto map = difference ? differenceOfTokens(*features, task.layout())
                          : featureSimilarity(*features, task.layout(), task.request.query);
    if (!map)
        return fail(map.error());
    auto out = answerTo(task, std::move(*map));
    out.isSigned = difference;
    return out;
}

Result<Explanation> featureColoursMap(const NetworkTask& task)
{
    const auto features = featuresOf(task);
    if (!features)
        return fail(features.error());
    const NdArray rgb = featureColours(*features, task.layout()).colours;
    const GridSize grid{static_cast<int>(rgb.dim(0)), static_cast<int>(rgb.dim(1))};
    std::vector<Grid<float>> colours(3, Grid<float>(grid));
    for (std::size_t i = 0; i < rgb.values.size(); ++i)
        colours[i % 3].values()[i / 3] = rgb.values[i];
    auto out = answerTo(task, colours.front());
    out.colours = std::move(colours);
    return out;
}

Result<Explanation> featureNormMap(const NetworkTask& task)
{
    const auto features = featuresOf(task);
    if (!features)
        return fail(features.error());
    const SinkTokens sinks = sinkTokens(*features, task.layout());
    auto out = answerTo(task, sinks.norms);
    for (const SinkToken& sink : sinks.sinks)
        out.marks.push_back(sink.cell);
    return out;
}

Result<Explanation> positionSimilarityMap(const NetworkTask& task)
{
    const auto positions = positionSimilarity(task.network, task.size());
    if (!positions)
        return fail(positions.error());
    const auto layout = task.layout();
    const auto weights = queryWeights(layout, layout.grid, task.request.query);
    if (!weights)
        return fail(weights.error());
    auto map = mixed(*positions, layout, *weights);
    if (!map)
        return fail(map.error());
    auto out = answerTo(task, std::move(*map));
    out.isSigned = isDifference(task.request.query);
    return out;
}

}
