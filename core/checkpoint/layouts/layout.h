// core/checkpoint/layouts/layout.h: a layout is a table: tensor names of one code base → timm's, and what changes.
#pragma once
#include "core/base/model_config.h"
#include <optional>
#include <span>
#include <string_view>

namespace patchlight
{

/// How a tensor becomes its canonical form.
enum class Change {
    Keep,
    Ignore, ///< known, not needed here: masks, indices, heads of the training method
    Text, ///< of the tower for words: kept under its own name
    Part, ///< one of several stacked along the first axis: query, key, value
    PartOrWhole, ///< a Part, or all there is where the others are absent
    PatchKernel, ///< [D, 3·P²] (very old timm) → [D, 3, P, P]
    PatchRows, ///< [D, P²·C] or [P²·C], channels of each pixel together (vit-pytorch, NaFlex) → [D, C, P, P] or [C·P²]
    Flat, ///< [C, F, 1, 1] → [C, F]
    Token, ///< any shape ending in D → [1, tokens, D]
    Vector, ///< [1, 1, 1, C] → [C]
    Transpose, ///< Dense kernel [in, out] → [out, in]
    KernelHwio, ///< [kh, kw, in, out] → [out, in, kh, kw]
    HeadsInKernel, ///< a Part: [D, H, d] → [H·d, D]
    HeadsInBias, ///< a Part: [H, d] → [H·d]
    HeadsOutKernel, ///< [H, d, D] → [D, H·d]
};

/// `from` and `to` are patterns of name_pattern.h; an empty `to` keeps the name. Where `to` counts blocks and `from`
/// does not, the tensor holds all blocks along its first axis.
struct Rule {
    std::string_view from, to;
    Change change = Change::Keep;
    int part = 0, parts = 1;
};

/// What the code base that wrote the file does and its files do not say.
struct Habits {
    double normEps = 1e-6;
    Activation activation = Activation::Gelu;
    ModelConfig::PositionResample positionResample = ModelConfig::PositionResample::BicubicAntialias;
    double stemNormEps = 1e-5, stemWeightEps = 1e-8;
    std::string_view profile; ///< of profiles.h
    std::string_view kin{}; ///< as ModelConfig::kin
    Rotary::Pairs rotary = Rotary::Pairs::None;
    double rotaryBase = 0;
    Pooling pooling = Pooling::ClassToken; ///< of a net with a class token whose tensors do not tell
};

struct Layout {
    std::string_view name; ///< as ModelConfig::layout
    Family family; ///< Vit also stands for Hybrid: the stem's tensors tell
    std::span<const std::string_view> marks; ///< patterns; each must match a name, or none where it begins with '!'
    std::span<const std::string_view> prefixes; ///< of the layout's own: "vit.", "deit."; taken off where present
    std::span<const Rule> rules; ///< the first that matches counts
    Habits habits;
    std::string_view refusal; ///< not empty: recognised, but not opened; what it is
};

std::span<const Layout> allLayouts();

}
