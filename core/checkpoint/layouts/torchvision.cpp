// core/checkpoint/layouts/torchvision.cpp: torchvision's names.
// Source: torchvision/models/{vision_transformer,swin_transformer}.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

#define PATCHLIGHT_LAYER "encoder.layers.encoder_layer_#."
constexpr Rule kVitRules[]{
    {"class_token", "cls_token", Change::Token},
    {"conv_proj.*", "patch_embed.proj.*"},
    {"encoder.pos_embedding", "pos_embed", Change::Token},
    {PATCHLIGHT_LAYER "ln_1.*", "blocks.#.norm1.*"},
    {PATCHLIGHT_LAYER "ln_2.*", "blocks.#.norm2.*"},
    {PATCHLIGHT_LAYER "self_attention.in_proj_weight", "blocks.#.attn.qkv.weight"},
    {PATCHLIGHT_LAYER "self_attention.in_proj_bias", "blocks.#.attn.qkv.bias"},
    {PATCHLIGHT_LAYER "self_attention.out_proj.*", "blocks.#.attn.proj.*"},
    {PATCHLIGHT_LAYER "mlp.0.*", "blocks.#.mlp.fc1.*"},
    {PATCHLIGHT_LAYER "mlp.3.*", "blocks.#.mlp.fc2.*"},
    {PATCHLIGHT_LAYER "mlp.linear_1.*", "blocks.#.mlp.fc1.*"},
    {PATCHLIGHT_LAYER "mlp.linear_2.*", "blocks.#.mlp.fc2.*"},
    {"encoder.ln.*", "norm.*"},
    {"heads.pre_logits.*", "pre_logits.fc.*"},
    {"heads.head.*", "head.*"},
};
constexpr std::string_view kVitMarks[]{"conv_proj.weight", PATCHLIGHT_LAYER "self_attention.in_proj_weight"};
#undef PATCHLIGHT_LAYER

// features: 0 embeds patches, odd ones are stages, even ones merge patches between them.
constexpr Rule kSwinRules[]{
    {"features.0.0.*", "patch_embed.proj.*"},
    {"features.0.2.*", "patch_embed.norm.*"},
    {"features.#.#.norm1.*", "layers.#/2.blocks.#.norm1.*"},
    {"features.#.#.norm2.*", "layers.#/2.blocks.#.norm2.*"},
    {"features.#.#.attn.qkv.*", "layers.#/2.blocks.#.attn.qkv.*"},
    {"features.#.#.attn.proj.*", "layers.#/2.blocks.#.attn.proj.*"},
    {"features.#.#.attn.relative_position_bias_table", "layers.#/2.blocks.#.attn.relative_position_bias_table"},
    {"features.#.#.attn.relative_position_index", "", Change::Ignore},
    {"features.#.#.attn.logit_scale", "layers.#/2.blocks.#.attn.logit_scale"},
    {"features.#.#.attn.cpb_mlp.0.*", "layers.#/2.blocks.#.attn.cpb_mlp.0.*"},
    {"features.#.#.attn.cpb_mlp.2.weight", "layers.#/2.blocks.#.attn.cpb_mlp.2.weight"},
    {"features.#.#.attn.relative_coords_table", "layers.#/2.blocks.#.attn.relative_coords_table"},
    {"features.#.#.mlp.0.*", "layers.#/2.blocks.#.mlp.fc1.*"},
    {"features.#.#.mlp.3.*", "layers.#/2.blocks.#.mlp.fc2.*"},
    {"features.#.norm.*", "layers.#/2.downsample.norm.*"},
    {"features.#.reduction.*", "layers.#/2.downsample.reduction.*"},
    {"norm.*", ""},
    {"head.*", "head.fc.*"},
};
constexpr std::string_view kSwin2Marks[]{"features.0.0.weight", "features.#.#.attn.cpb_mlp.0.weight"};
constexpr std::string_view kSwinMarks[]{"features.0.0.weight", "features.#.#.attn.relative_position_bias_table"};

constexpr Habits kVit{
    .positionResample = ModelConfig::PositionResample::BicubicAlignCorners, .profile = "torchvision-vit"};
constexpr Habits kSwin{.normEps = 1e-5, .profile = "torchvision-swin-t"};

constexpr Layout kLayouts[]{
    {"torchvision", Family::Vit, kVitMarks, {}, kVitRules, kVit, {}},
    {"torchvision", Family::SwinV2, kSwin2Marks, {}, kSwinRules, kSwin, {}},
    {"torchvision", Family::Swin, kSwinMarks, {}, kSwinRules, kSwin, {}},
};

}

std::span<const Layout> torchvisionLayouts()
{
    return kLayouts;
}

}
