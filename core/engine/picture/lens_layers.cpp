// core/engine/picture/lens_layers.cpp
#include "core/engine/picture/lens_layers.h"
#include "core/engine/picture/predictions.h"
#include <algorithm>
#include <cmath>
#include <span>

namespace patchlight
{
namespace
{

/// Empty where the head cannot read the layer.
std::span<const float> logitsOfLayer(const NdArray& logits, LayerIndex layer)
{
    if (logits.shape.size() != 2 || logits.dim(1) == 0 || layer.value < 0 || layer.value >= logits.dim(0))
        return {};
    const auto classes = static_cast<std::size_t>(logits.dim(1));
    const std::span all{logits.values};
    const auto row = all.subspan(static_cast<std::size_t>(layer.value) * classes, classes);
    return std::isfinite(row.front()) ? row : std::span<const float>{};
}

LensLayer lensLayer(std::span<const float> logits, Outputs outputs)
{
    LensLayer layer;
    layer.known = !logits.empty();
    if (!layer.known)
        return layer;
    const auto best = std::max_element(logits.begin(), logits.end()) - logits.begin();
    layer.probabilities = probabilitiesOf(logits, outputs);
    layer.top = ClassIndex{static_cast<int>(best)};
    layer.topProbability = layer.probabilities[static_cast<std::size_t>(best)];
    return layer;
}

}

std::vector<LensLayer> lensLayers(const NdArray& logits, Outputs outputs)
{
    std::vector<LensLayer> layers;
    for (int layer = 0; logits.shape.size() == 2 && layer < logits.dim(0); ++layer)
        layers.push_back(lensLayer(logitsOfLayer(logits, LayerIndex{layer}), outputs));
    return layers;
}

std::vector<Prediction> lensPredictions(const NdArray& logits, LayerIndex layer, const ModelConfig& config)
{
    const auto row = logitsOfLayer(logits, layer);
    return predictionsFrom({{1, static_cast<std::int64_t>(row.size())}, {row.begin(), row.end()}}, config);
}

}
