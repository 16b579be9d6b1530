// core/base/model_config.h: what a network is built from, and how each fact is known.
#pragma once
#include "core/base/grid.h"
#include "core/base/preprocess_profile.h"
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

enum class Family { Vit, Hybrid, Swin };
enum class Activation { Gelu, GeluTanh, QuickGelu };
enum class Mlp { Plain, SwiGlu };

/// What the head reads.
enum class Pooling {
    ClassToken, ///< x[0] after the final norm
    ClassAndDistillation, ///< (head(x[0]) + head_dist(x[1])) / 2
    AveragePatches, ///< mean over patches; fc_norm after it where there is one
};

/// What the head's numbers are.
enum class Outputs {
    Classes, ///< one of several: softmax
    Labels, ///< each true or not: a sigmoid each
    Values, ///< regression: the numbers themselves
    Logit, ///< one number of a binary net: the value, and its sigmoid where it means a probability
};

/// Between the two linear layers of a head.
enum class HeadActivation { Tanh, Relu, Gelu };

/// How a fact is known. Given = the user overrode it.
enum class Origin { Read, Inferred, Assumed, Given };

template <class T> struct Fact {
    T value{};
    Origin origin = Origin::Assumed;
};

/// Sizes in tokens, channels and pixels. Where a list is per stage, a plain ViT has one entry.
struct ModelConfig {
    Family family = Family::Vit;
    std::string name; ///< "deit_tiny_patch16_224" where the file says so, else made from the sizes
    std::string layout; ///< "timm", "huggingface", "torchvision", "google-research", "deit", "swin", "dino", "dinov2"

    Fact<GridSize> imageSize; ///< rows × columns of the input it was trained at
    Fact<int> patch; ///< pixels per token side of the patch embedding (hybrid: whole stride, stem included)
    Fact<int> width; ///< channels of a token (Swin: of the first stage)
    Fact<std::vector<int>> depths; ///< blocks per stage
    Fact<std::vector<int>> heads; ///< heads per stage
    Fact<int> mlpWidth; ///< rows of the first stage's mlp.fc1 (SwiGLU: gate and value together)
    Fact<int> classes; ///< 0 = no head
    Fact<double> normEps;
    Fact<Activation> activation;
    Fact<Pooling> pooling;
    Fact<Outputs> outputs;
    Fact<int> channels{3, Origin::Inferred}; ///< of a picture, as the patch embedding reads it

    // ViT family
    GridSize positionGrid; ///< grid the stored positions belong to; empty for Swin
    bool classToken = true;
    bool distillationToken = false;
    int registers = 0;
    bool positionsForPrefix = true; ///< stored positions cover the class (and distillation) token
    bool qkvBias = true;
    bool qkNorm = false;
    bool layerScale = false;
    bool preNorm = false; ///< CLIP: norm before the first block
    bool patchBias = true;
    bool patchNorms = false; ///< vit-pytorch: norms over a patch's pixels before the projection and over its channels after
    bool finalNorm = true; ///< `norm` before pooling
    bool fcNorm = false; ///< `fc_norm` after pooling
    double fcNormEps = 0; ///< of `fc_norm` where it is not normEps; 0 = it is
    int preLogits = 0; ///< width of Linear + activation before the head; 0 = none
    Fact<HeadActivation> headActivation{HeadActivation::Tanh, Origin::Inferred}; ///< where preLogits > 0
    Mlp mlp = Mlp::Plain;
    std::vector<int> stemDepths; ///< hybrid: bottlenecks per ResNetV2 stage; empty = stem convolution only
    double stemNormEps = 1e-5; ///< hybrid GroupNorm
    double stemWeightEps = 1e-8; ///< hybrid weight standardisation
    int stemChannels = 0; ///< hybrid: channels of the stem's first convolution

    // Swin
    Fact<int> window;
    std::vector<int> stageWindows; ///< where a stage's bias table says otherwise than `window`; empty = all alike

    /// How positions are resampled at another input size: the family's own reference does it this way.
    enum class PositionResample { BicubicAntialias, Bilinear, BicubicAlignCorners, BicubicOffset, Bicubic };
    PositionResample positionResample = PositionResample::BicubicAntialias;

    Fact<PreprocessProfile> profile;
    std::vector<std::string> classNames; ///< empty, or `classes` of them
    Origin classNamesOrigin = Origin::Assumed;

    int blockCount() const
    {
        int total = 0;
        for (const int depth : depths.value)
            total += depth;
        return total;
    }
};

}
