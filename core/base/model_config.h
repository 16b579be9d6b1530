// core/base/model_config.h: what a network is built from, and how each fact is known.
#pragma once
#include "core/base/grid.h"
#include "core/base/preprocess_profile.h"
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// The network, not who published it: CLIP, SigLIP, DINOv3, BEiT and EVA-02 are ViTs whose blocks differ by the facts
/// below. What is true of a whole family: core/base/family.h.
enum class Family { Vit, Hybrid, Swin, SwinV2, Cait, ResNet, Bit };
enum class Activation { Gelu, GeluTanh, QuickGelu };
enum class Mlp { Plain, SwiGlu };

/// What the head reads.
enum class Pooling {
    ClassToken, ///< x[0] after the final norm
    ClassAndDistillation, ///< (head(x[0]) + head_dist(x[1])) / 2
    AveragePatches, ///< mean over patches; fc_norm after it where there is one
    ClassAndPatches, ///< [x[0]; mean over patches], side by side
    LastClassesAndPatches, ///< [x[0] after each of the last four blocks, oldest first; mean over patches]
    Probe, ///< a learned query attends to all tokens, an MLP follows (SigLIP)
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

/// How queries and keys of patches are turned by where the patch is (Su et al. 2021, "RoFormer").
struct Rotary {
    enum class Pairs {
        None,
        Halves, ///< DINOv3: channel j with j + d/2; angles of coordinates from −1 to 1, row first
        Neighbours, ///< EVA-02: channel 2j with 2j + 1; angles of cell numbers on the reference grid
    };
    Pairs pairs = Pairs::None;
    std::vector<double> rates; ///< [d/4], radians for each unit of a coordinate
    double referenceSide = 0; ///< Neighbours: cells along a side of the grid that rates belong to

    explicit operator bool() const { return pairs != Pairs::None; }
};

/// What attention adds to its scores by where the key lies from the query (BEiT): one table for each block, or one.
enum class RelativePositions { None, EachBlock, Shared };

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
    std::string layout; ///< "timm", "huggingface", "torchvision", "google-research", "deit", "swin", "openai", "dino", …
    std::string kin; ///< what people call it: "CLIP", "SigLIP", "DINOv3"; empty where the family says it

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
    bool positions = true; ///< learned absolute positions
    GridSize positionGrid; ///< grid that stored positions, absolute or relative, belong to; empty for Swin
    bool anyGrid = false; ///< NaFlex: pictures keep their shape, and the positions are resized to each
    Rotary rotary;
    RelativePositions relativePositions = RelativePositions::None;
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
    bool postNorm = false; ///< x + norm(branch(x)) instead of x + branch(norm(x))
    bool attentionNorm = false; ///< a norm between the heads' output and the projection
    bool mlpNorm = false; ///< a norm before the MLP's second layer
    bool poolsBeforeNorm = false; ///< the head reads the last block's tokens, before the final norm
    int projection = 0; ///< width of the space that pictures share with words; 0 = none
    int probeMlpWidth = 0; ///< Pooling::Probe: rows of its mlp.fc1
    Mlp mlp = Mlp::Plain;
    std::vector<int> stemDepths; ///< hybrid: bottlenecks per ResNetV2 stage; empty = stem convolution only
    double stemNormEps = 1e-5; ///< hybrid GroupNorm
    double stemWeightEps = 1e-8; ///< hybrid weight standardisation
    int stemChannels = 0; ///< hybrid: channels of the stem's first convolution

    // Swin
    Fact<int> window;
    std::vector<int> stageWindows; ///< where a stage's bias table says otherwise than `window`; empty = all alike
    std::vector<int> pretrainedWindows; ///< Swin v2: windows that the position bias was learned with; 0 = the stage's own

    // CaiT
    int classBlocks = 0; ///< after the others: the class token alone asks

    // Convolutional networks
    struct Convolutions {
        int stem = 0; ///< channels after the stem's (last) convolution
        int stemFirst = 0, stemSecond = 0; ///< of a deep stem's three convolutions: channels of the first two
        std::vector<int> widths; ///< channels that each stage gives out
        std::vector<int> middles; ///< channels inside a stage's blocks
        bool bottleneck = false; ///< 1×1, 3×3, 1×1 instead of two 3×3
        bool averagedShortcut = false; ///< average pooling before the shortcut's 1×1
        bool strideFirst = false; ///< the stride is on the 1×1 before the 3×3
        bool firstShortcut = false; ///< basic blocks: the first stage's first block has a projected shortcut, too
    } convolutions;

    /// How positions are resampled at another input size: the family's own reference does it this way.
    enum class PositionResample { BicubicAntialias, Bilinear, BicubicAlignCorners, BicubicOffset, Bicubic };
    PositionResample positionResample = PositionResample::BicubicAntialias;

    Fact<PreprocessProfile> profile;
    std::vector<std::string> classNames; ///< empty, or `classes` of them
    Origin classNamesOrigin = Origin::Assumed;

    /// In the order they run. A convolutional network's blocks are its residual blocks.
    int blockCount() const
    {
        int total = classBlocks;
        for (const int depth : depths.value)
            total += depth;
        return total;
    }
};

}
