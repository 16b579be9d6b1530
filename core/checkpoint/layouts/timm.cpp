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
    {"storage_tokens", "reg_token", Change::Token}, // DINOv3
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
    {"blocks.#.attn.norm.*", ""},
    {"blocks.#.attn.inner_attn_ln.*", "blocks.#.attn.norm.*"},
    {"blocks.#.attn.q_proj.*", "blocks.#.attn.qkv.*", Change::Part, 0, 3},
    {"blocks.#.attn.k_proj.*", "blocks.#.attn.qkv.*", Change::Part, 1, 3},
    {"blocks.#.attn.v_proj.*", "blocks.#.attn.qkv.*", Change::Part, 2, 3},
    {"blocks.#.attn.relative_position_bias_table", ""},
    {"rel_pos_bias.relative_position_bias_table", ""},
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
    {"blocks.#.mlp.w1.*", "blocks.#.mlp.fc1.*", Change::Part, 0, 2},
    {"blocks.#.mlp.w2.*", "blocks.#.mlp.fc1.*", Change::Part, 1, 2},
    {"blocks.#.mlp.norm.*", ""},
    {"blocks.#.mlp.ffn_ln.*", "blocks.#.mlp.norm.*"},
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
    {"linear_head.*", "head.*"}, // DINOv2's and DINOv3's classifiers
    {"attn_pool.latent", "", Change::Token},
    {"attn_pool.q.*", ""},
    {"attn_pool.kv.*", ""},
    {"attn_pool.proj.*", ""},
    {"attn_pool.norm.*", ""},
    {"attn_pool.mlp.fc1.*", ""},
    {"attn_pool.mlp.fc2.*", ""},
    {"rope_embed.periods", ""},
    {"rope.freqs_cos", ""},
    {"rope.freqs_sin", ""},
    {"blocks.#.attn.rope.**", "", Change::Ignore},
    {"blocks.#.attn.qkv.bias_mask", "", Change::Ignore},
    {"blocks.#.attn.relative_position_index", "", Change::Ignore},
    {"rel_pos_bias.relative_position_index", "", Change::Ignore},
    {"local_cls_norm.*", "", Change::Ignore},
    {"lm_head.*", "", Change::Ignore},
    // OpenCLIP around a tower of timm's.
    {"visual.head.proj.weight", "proj.weight"},
    {"text.**", "", Change::Text},
    {"logit_scale", "", Change::Text},
    {"logit_bias", "", Change::Text},
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
constexpr std::string_view kProbeMarks[]{"attn_pool.latent", "blocks.#.attn.qkv.weight"};
constexpr std::string_view kClipMarks[]{"norm_pre.weight", "blocks.#.attn.qkv.weight"};
constexpr std::string_view kDinoV3Marks[]{"rope_embed.periods", "storage_tokens", "blocks.#.attn.qkv.weight"};
constexpr std::string_view kTimmDinoV3Marks[]{
    "cls_token", "reg_token", "blocks.#.gamma_1", "blocks.#.attn.qkv.weight", "!pos_embed"};
constexpr std::string_view kBeitMarks[]{"patch_embed.proj.weight", "blocks.#.attn.relative_position_bias_table"};
constexpr std::string_view kSharedBeitMarks[]{"patch_embed.proj.weight", "rel_pos_bias.relative_position_bias_table"};
constexpr std::string_view kEvaMarks[]{"blocks.#.attn.q_proj.weight", "blocks.#.mlp.fc1_g.weight", "pos_embed"};
constexpr std::string_view kOfficialEvaMarks[]{"blocks.#.attn.q_proj.weight", "blocks.#.mlp.w1.weight", "pos_embed"};
constexpr std::string_view kPackedEvaMarks[]{"blocks.#.mlp.w12.weight", "blocks.#.attn.q_bias", "pos_embed"};
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
/// Swin v2: what both spellings have in common but the place of the merging.
#define PATCHLIGHT_SWIN2_RULES                                                                                        \
    {"patch_embed.proj.*", ""}, {"patch_embed.norm.*", ""}, {"layers.#.blocks.#.norm1.*", ""},                        \
        {"layers.#.blocks.#.norm2.*", ""}, {"layers.#.blocks.#.attn.qkv.*", ""},                                      \
        {"layers.#.blocks.#.attn.q_bias", "layers.#.blocks.#.attn.qkv.bias", Change::Part, 0, 3},                     \
        {"layers.#.blocks.#.attn.v_bias", "layers.#.blocks.#.attn.qkv.bias", Change::Part, 2, 3},                     \
        {"layers.#.blocks.#.attn.proj.*", ""}, {"layers.#.blocks.#.attn.logit_scale", ""},                            \
        {"layers.#.blocks.#.attn.cpb_mlp.0.*", ""}, {"layers.#.blocks.#.attn.cpb_mlp.2.weight", ""},                  \
        {"layers.#.blocks.#.mlp.fc1.*", ""}, {"layers.#.blocks.#.mlp.fc2.*", ""}, {"norm.*", ""},                     \
        {"head.fc.*", ""}, {"head.*", "head.fc.*"}, {"layers.#.blocks.#.attn.relative_coords_table", ""},             \
        {"layers.#.blocks.#.attn_mask", "", Change::Ignore},                                                          \
    {                                                                                                                 \
        "layers.#.blocks.#.attn.relative_position_index", "", Change::Ignore                                          \
    }
constexpr Rule kSwin2Rules[]{
    PATCHLIGHT_SWIN2_RULES, {"layers.#.downsample.norm.*", ""}, {"layers.#.downsample.reduction.*", ""}};
constexpr Rule kOldSwin2Rules[]{PATCHLIGHT_SWIN2_RULES,
    {"layers.#.downsample.norm.*", "layers.#+1.downsample.norm.*"},
    {"layers.#.downsample.reduction.*", "layers.#+1.downsample.reduction.*"}};
#undef PATCHLIGHT_SWIN2_RULES
constexpr std::string_view kSwin2Marks[]{"patch_embed.proj.weight", "layers.#.blocks.#.attn.cpb_mlp.0.weight"};
constexpr std::string_view kOldSwin2Marks[]{"patch_embed.proj.weight", "layers.#.blocks.#.attn.cpb_mlp.0.weight",
    "layers.0.downsample.reduction.weight"};
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
constexpr Habits kSigLip{.profile = "timm-siglip", .kin = "SigLIP"};
constexpr Habits kClip{.normEps = 1e-5, .profile = "timm-clip", .kin = "CLIP"};
constexpr Habits kDinoV3{
    .normEps = 1e-5, .profile = "dinov3", .kin = "DINOv3", .rotary = Rotary::Pairs::Halves, .rotaryBase = 100};
constexpr Habits kTimmDinoV3{.normEps = 1e-5, .profile = "timm-dinov3", .kin = "DINOv3",
    .rotary = Rotary::Pairs::Halves, .rotaryBase = 100, .pooling = Pooling::AveragePatches};
constexpr Habits kBeit{.profile = "timm-beit", .kin = "BEiT"};
constexpr Habits kEva{
    .profile = "timm-eva02", .kin = "EVA-02", .rotary = Rotary::Pairs::Neighbours, .rotaryBase = 10000};
constexpr Habits kSwin{.normEps = 1e-5, .profile = "timm-swin"};
constexpr Habits kOldSwin{.normEps = 1e-5, .profile = "swin"};

constexpr Layout kLayouts[]{
    {"dinov3", Family::Vit, kDinoV3Marks, {}, kVitRules, kDinoV3, {}},
    {"timm", Family::Vit, kTimmDinoV3Marks, {}, kVitRules, kTimmDinoV3, {}},
    {"timm", Family::Vit, kProbeMarks, {}, kVitRules, kSigLip, {}},
    {"timm", Family::Vit, kBeitMarks, {}, kVitRules, kBeit, {}},
    {"timm", Family::Vit, kSharedBeitMarks, {}, kVitRules, kBeit, {}},
    {"timm", Family::Vit, kEvaMarks, {}, kVitRules, kEva, {}},
    {"eva02", Family::Vit, kOfficialEvaMarks, {}, kVitRules, kEva, {}},
    {"eva02", Family::Vit, kPackedEvaMarks, {}, kVitRules, kEva, {}},
    {"timm", Family::Vit, kClipMarks, {}, kVitRules, kClip, {}},
    {"dinov2", Family::Vit, kRegisterMarks, {}, kVitRules, kDinoV2Registers, {}},
    {"dinov2", Family::Vit, kChunkMarks, {}, kVitRules, kDinoV2, {}},
    {"dinov2", Family::Vit, kSwiGluMarks, {}, kVitRules, kDinoV2, {}},
    {"dinov2", Family::Vit, kMaskMarks, {}, kVitRules, kDinoV2, {}},
    {"dino", Family::Vit, kDinoMarks, {}, kVitRules, kDino, {}},
    {"deit", Family::Vit, kDeitMarks, {}, kVitRules, kDeit, {}},
    {"timm", Family::Vit, kVitMarks, {}, kVitRules, kTimm, {}},
    {"swin", Family::SwinV2, kOldSwin2Marks, {}, kOldSwin2Rules, kOldSwin, {}},
    {"timm", Family::SwinV2, kSwin2Marks, {}, kSwin2Rules, kSwin, {}},
    {"swin", Family::Swin, kOldSwinMarks, {}, kOldSwinRules, kOldSwin, {}},
    {"timm", Family::Swin, kSwinMarks, {}, kSwinRules, kSwin, {}},
};

}

std::span<const Layout> timmLayouts()
{
    return kLayouts;
}

}
