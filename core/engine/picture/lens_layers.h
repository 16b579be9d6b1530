// core/engine/picture/lens_layers.h: the logit lens in probabilities and classes.
#pragma once
#include "core/base/nd_array.h"
#include "core/engine/analysis.h"

namespace patchlight
{

/// The head's answer to one layer. `known` is false where it cannot read the layer (Swin before its last stage).
struct LensLayer {
    bool known = false;
    ClassIndex top;
    float topProbability = 0;
    std::vector<float> probabilities; ///< one for each class
};

/// Every layer of `logits`: [layers, classes], NaN where the head cannot read. Probabilities are those of
/// probabilitiesOf; empty for an array of another shape.
std::vector<LensLayer> lensLayers(const NdArray& logits, Outputs outputs);
/// One layer's classes with their names, most probable first; empty where the head cannot read it.
std::vector<Prediction> lensPredictions(const NdArray& logits, LayerIndex layer, const ModelConfig& config);

}
