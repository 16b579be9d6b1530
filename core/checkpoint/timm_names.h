// core/checkpoint/timm_names.h: what timm's architectures are, by name: sizes, and what their files do not say.
#pragma once
#include "core/base/model_config.h"
#include <span>
#include <string_view>

namespace patchlight
{

/// What an architecture's blocks or head do differently from the plain Vision Transformer and Swin that share their
/// tensors' names. Which of them are computed here: isComputed.
enum class NameKind {
    Plain, ///< ViT, DeiT, hybrid, Swin as in their papers
    PostNorm, ///< norms after the branches
    Parallel, ///< attention and MLP side by side
    Differential, ///< differential attention
    RmsNorm, ///< norms without mean and shift
    Rotary, ///< rotary positions of another kind than the next two
    Eva02,
    DinoV3,
    Relative, ///< relative positions
    Decomposed, ///< relative positions by rows and columns, in windows
    Beit,
    Cait,
    SwinV2,
    SwinV2Cr,
    NaFlex, ///< pictures of any shape, another patch embedding
    Attentive, ///< the head pools by attention
    OtherStem, ///< a hybrid whose convolutions are no ResNetV2
};

enum class PixelValues { Half, ImageNet, Clip, Raw }; ///< mean and std

struct TimmName {
    std::string_view name; ///< without the tag behind the dot
    NameKind kind;
    int width, depth, heads; ///< Swin: width of the first stage, 0, 0: its tensors tell
    double normEps;
    Activation activation;
    Pooling pooling;
    int size; ///< px of the default input
    PixelValues values;
    Filter filter;
    int cropPerMille; ///< crop_pct
    bool squash;
};

std::span<const TimmName> timmVitNames();
std::span<const TimmName> timmKinNames();

/// The row of "vit_base_patch16_224.augreg_in21k" or the name without its tag; null for a name that is not here.
const TimmName* findTimmName(std::string_view architecture);
/// The name that a file's begins with ("vit_base_patch16_rpn_224-sw-3b07e89d", "vit_base_patch16_rpn_224_best"), the
/// longest, where its network is another than the plain one of the same tensors; else null.
const TimmName* otherThanPlainIn(std::string_view fileName);
/// A ResNet whose blurs and poolings are in no tensor: "resnetaa50_a1h-4cf422b3", "resnetblur50".
bool isResNetOfOtherPooling(std::string_view fileName);
/// One of timm's other architectures, whose names begin like nobody's own: "xcit_small_12_p8_224".
bool isOtherTimmName(std::string_view architecture);
/// Whether a network of this kind runs here; every other is refused by its name.
bool isComputed(NameKind kind);
/// "puts its norms after attention and MLP": completes "vit_base_patch16_rpn_224 …".
std::string_view whatIsOther(NameKind kind);
/// The preprocessing that timm uses for it at `input`.
PreprocessProfile profileOf(const TimmName& name, GridSize input);

}
