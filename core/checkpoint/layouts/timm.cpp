// core/checkpoint/layouts/timm.cpp: timm's names, which are the canonical ones, and the official repositories around
// them. Sources: timm/models/{vision_transformer,swin_transformer}.py; facebookresearch/deit models.py, models_v2.py;
// facebookresearch/dino; facebookresearch/dinov2 (block_chunks, SwiGLU); microsoft/Swin-Transformer.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

constexpr Rule kVitRules[]{
    {"cls_token", "", Change::Token},
    {"dist_token", "", Change::Token},
    {"reg_token", "", Change::Token},
    {"register_tokens", "reg_token", Change::Token},
    {"pos_embed", "", Change::Token},
    {"patch_embed.proj.weight", "", Change::PatchKernel},
    {"patch_embed.proj.bias", ""},
    {"patch_embed.backbone.**", ""},
    {"norm_pre.*", ""},
    {"blocks.#.norm1.*", ""},
    {"blocks.#.norm2.*", ""},
    {"blocks.#.attn.qkv.*", ""},
    {"blocks.#.attn.proj.*", ""},
    {"blocks.#.attn.q_norm.*", ""},
    {"blocks.#.attn.k_norm.*", ""},
    {"blocks.#.attn.q_bias", "blocks.#.attn.qkv.bias", Change::Part, 0, 3},
    {"blocks.#.attn.v_bias", "blocks.#.attn.qkv.bias", Change::Part, 2, 3},
    {"blocks.#.ls1.gamma", ""},
    {"blocks.#.ls2.gamma", ""},
    {"blocks.#.gamma_1", "blocks.#.ls1.gamma"},
    {"blocks.#.gamma_2", "blocks.#.ls2.gamma"},
    {"blocks.#.mlp.fc1.*", ""},
    {"blocks.#.mlp.fc2.*", ""},
    {"blocks.#.mlp.w12.*", "blocks.#.mlp.fc1.*"},
    {"blocks.#.mlp.w3.*", "blocks.#.mlp.fc2.*"},
    {"blocks.#.mlp.fc1_g.*", "blocks.#.mlp.fc1.*", Change::Part, 0, 2},
    {"blocks.#.mlp.fc1_x.*", "blocks.#.mlp.fc1.*", Change::Part, 1, 2},
    // DINOv2 saves blocks in chunks; the second number already counts through all of them.
    {"blocks.#.#.norm1.*", "blocks.#!#.norm1.*"},
    {"blocks.#.#.norm2.*", "blocks.#!#.norm2.*"},
    {"blocks.#.#.attn.qkv.*", "blocks.#!#.attn.qkv.*"},
    {"blocks.#.#.attn.proj.*", "blocks.#!#.attn.proj.*"},
    {"blocks.#.#.ls1.gamma", "blocks.#!#.ls1.gamma"},
    {"blocks.#.#.ls2.gamma", "blocks.#!#.ls2.gamma"},
    {"blocks.#.#.mlp.fc1.*", "blocks.#!#.mlp.fc1.*"},
    {"blocks.#.#.mlp.fc2.*", "blocks.#!#.mlp.fc2.*"},
    {"blocks.#.#.mlp.w12.*", "blocks.#!#.mlp.fc1.*"},
    {"blocks.#.#.mlp.w3.*", "blocks.#!#.mlp.fc2.*"},
    {"norm.*", ""},
    {"fc_norm.*", ""},
    {"pre_logits.fc.*", ""},
    {"head.*", ""},
    {"head_dist.*", ""},
    {"mask_token", "", Change::Ignore},
    {"decoder_**", "", Change::Ignore},
    {"head.mlp.**", "", Change::Ignore},
    {"head.last_layer.**", "", Change::Ignore},
    {"dino_head.**", "", Change::Ignore},
    {"ibot_head.**", "", Change::Ignore},
    {"dino_loss.**", "", Change::Ignore},
    {"ibot_patch_loss.**", "", Change::Ignore},
    {"num_batches_tracked", "", Change::Ignore},
};
constexpr std::string_view kVitMarks[]{"patch_embed.proj.weight", "blocks.#.attn.qkv.weight"};
constexpr std::string_view kDeitMarks[]{"patch_embed.proj.weight", "blocks.#.attn.qkv.weight", "blocks.#.gamma_1"};
constexpr std::string_view kChunkMarks[]{"patch_embed.proj.weight", "blocks.#.#.attn.qkv.weight"};
constexpr std::string_view kSwiGluMarks[]{
    "patch_embed.proj.weight", "blocks.#.attn.qkv.weight", "blocks.#.mlp.w12.weight"};
constexpr std::string_view kRegisterMarks[]{"patch_embed.proj.weight", "blocks.#.attn.qkv.weight", "register_tokens"};
constexpr std::string_view kMaskMarks[]{"patch_embed.proj.weight", "blocks.#.ls1.gamma", "mask_token"};
constexpr std::string_view kDinoMarks[]{"patch_embed.proj.weight", "blocks.#.attn.qkv.weight", "head.last_layer.**"};

constexpr Rule kSwinRules[]{
    {"patch_embed.proj.*", ""},
    {"patch_embed.norm.*", ""},
    {"absolute_pos_embed", "pos_embed", Change::Token},
    {"layers.#.blocks.#.norm1.*", ""},
    {"layers.#.blocks.#.norm2.*", ""},
    {"layers.#.blocks.#.attn.qkv.*", ""},
    {"layers.#.blocks.#.attn.proj.*", ""},
    {"layers.#.blocks.#.attn.relative_position_bias_table", ""},
    {"layers.#.blocks.#.mlp.fc1.*", ""},
    {"layers.#.blocks.#.mlp.fc2.*", ""},
    {"layers.#.downsample.norm.*", ""},
    {"layers.#.downsample.reduction.*", ""},
    {"norm.*", ""},
    {"head.fc.*", ""},
    {"head.*", "head.fc.*"},
    {"layers.#.blocks.#.attn_mask", "", Change::Ignore},
    {"layers.#.blocks.#.attn.relative_position_index", "", Change::Ignore},
};
/// Official Swin and timm up to 0.8 merge patches at the end of a stage; timm since at the start of the next.
constexpr Rule kOldSwinRules[]{
    {"patch_embed.proj.*", ""},
    {"patch_embed.norm.*", ""},
    {"absolute_pos_embed", "pos_embed", Change::Token},
    {"layers.#.blocks.#.norm1.*", ""},
    {"layers.#.blocks.#.norm2.*", ""},
    {"layers.#.blocks.#.attn.qkv.*", ""},
    {"layers.#.blocks.#.attn.proj.*", ""},
    {"layers.#.blocks.#.attn.relative_position_bias_table", ""},
    {"layers.#.blocks.#.mlp.fc1.*", ""},
    {"layers.#.blocks.#.mlp.fc2.*", ""},
    {"layers.#.downsample.norm.*", "layers.#+1.downsample.norm.*"},
    {"layers.#.downsample.reduction.*", "layers.#+1.downsample.reduction.*"},
    {"norm.*", ""},
    {"head.fc.*", ""},
    {"head.*", "head.fc.*"},
    {"layers.#.blocks.#.attn_mask", "", Change::Ignore},
    {"layers.#.blocks.#.attn.relative_position_index", "", Change::Ignore},
};
constexpr std::string_view kOldSwinMarks[]{"patch_embed.proj.weight",
    "layers.#.blocks.#.attn.relative_position_bias_table", "layers.0.downsample.reduction.weight"};
constexpr std::string_view kSwinMarks[]{
    "patch_embed.proj.weight", "layers.#.blocks.#.attn.relative_position_bias_table"};

using Resample = ModelConfig::PositionResample;
constexpr Habits kTimm{.profile = "timm-vit"};
constexpr Habits kDeit{.positionResample = Resample::Bicubic, .profile = "deit"};
constexpr Habits kDino{.positionResample = Resample::BicubicOffset, .profile = "timm-dino"};
constexpr Habits kDinoV2{.positionResample = Resample::BicubicOffset, .profile = "timm-dinov2"};
constexpr Habits kDinoV2Registers{.positionResample = Resample::BicubicAntialias, .profile = "timm-dinov2"};
constexpr Habits kSwin{.normEps = 1e-5, .profile = "timm-swin"};
constexpr Habits kOldSwin{.normEps = 1e-5, .profile = "swin"};

constexpr Layout kLayouts[]{
    {"dinov2", Family::Vit, kRegisterMarks, {}, kVitRules, kDinoV2Registers, {}},
    {"dinov2", Family::Vit, kChunkMarks, {}, kVitRules, kDinoV2, {}},
    {"dinov2", Family::Vit, kSwiGluMarks, {}, kVitRules, kDinoV2, {}},
    {"dinov2", Family::Vit, kMaskMarks, {}, kVitRules, kDinoV2, {}},
    {"dino", Family::Vit, kDinoMarks, {}, kVitRules, kDino, {}},
    {"deit", Family::Vit, kDeitMarks, {}, kVitRules, kDeit, {}},
    {"timm", Family::Vit, kVitMarks, {}, kVitRules, kTimm, {}},
    {"swin", Family::Swin, kOldSwinMarks, {}, kOldSwinRules, kOldSwin, {}},
    {"timm", Family::Swin, kSwinMarks, {}, kSwinRules, kSwin, {}},
};

}

std::span<const Layout> timmLayouts()
{
    return kLayouts;
}

}
