// ui/state/choices.h: everything a person can choose about the map, as plain values.
#pragma once
#include "ui/adapter/core_types.h"
#include <optional>
#include <vector>

namespace patchlight
{

/// What the map answers. Layers and heads are kept apart for one-layer and all-layer methods, so that walking through
/// raw attention does not shorten the next rollout.
struct MapChoice {
    Method method = Method::Attention;
    LayerIndex layer; ///< one-layer methods
    HeadChoice head = HeadFusion::Mean; ///< raw attention
    HeadFusion fusion = HeadFusion::Mean; ///< methods that go through all layers
    std::vector<float> headWeights; ///< of the heads that are fused, one for each; empty: all count alike
    Query query;
    std::optional<ClassIndex> target; ///< absent: the most probable class
    EmbeddingTarget embedding; ///< instead of a class, of a net without any
    bool lowers = false; ///< what lowers it instead of what raises it
    float alpha = 0.5F;
    float discard = 0.0F;
    LayerIndex startLayer, endLayer; ///< both included; of Grad-CAM the last is its layer
    int steps = 32;
    bool atPicture = true; ///< methods whose layer is optional: at the picture, not at `endLayer`
    bool operator==(const MapChoice&) const = default;
};

enum class ScaleMode { ThisMap, Shared, Fixed };

/// How it looks.
struct LookChoice {
    Look look; ///< `range` is decided by `scale`
    ScaleMode scale = ScaleMode::ThisMap;
    ValueRange fixed;
    bool overlay = true;
    bool networkInput = false; ///< what the network saw instead of the picture; not remembered
    bool operator==(const LookChoice&) const = default;
};

enum class HeadSort { ByLayer, Entropy, Distance, Similarity };

/// How the layers × heads are shown.
struct HeadsChoice {
    HeadSort sort = HeadSort::ByLayer;
    bool sharedScale = false;
    bool operator==(const HeadsChoice&) const = default;
};

/// What of the network limits the choices. Without an analysis: no layers.
struct NetShape {
    std::vector<int> heads; ///< one entry per layer
    TokenLayout tokens;
    int classes = 0;
    int components = 0; ///< of the embedding that is explained where there are no classes
    bool windowed = false; ///< Swin
    bool attends = true; ///< false: convolutions alone, without heads
    bool pools = false; ///< the head attends to the tokens itself (SigLIP)
    bool operator==(const NetShape&) const = default;

    int layers() const { return static_cast<int>(heads.size()); }
    static NetShape of(const Analysis& analysis);
};

/// Which controls a method has: those of the parameters that it reads.
struct MethodControls {
    bool layer = false, head = false, fusion = false, alpha = false, discard = false, range = false;
    bool target = false, sign = false, query = false, steps = false;
    bool inverse = false; ///< the query may be turned round
    bool layerIsOptional = false; ///< it may be asked at the picture, too
};
MethodControls controlsOf(Method method);
/// Why a method cannot be asked of a net.
enum class Unfit { Fits, NeedsAttention, NotOnSwin, NeedsPooling, NeedsClasses };
Unfit whyUnfit(Method method, const NetShape& shape);
inline bool methodFits(Method method, const NetShape& shape)
{
    return whyUnfit(method, shape) == Unfit::Fits;
}
/// What is asked where the method chosen does not fit.
Method firstThatFits(const NetShape& shape);

}
