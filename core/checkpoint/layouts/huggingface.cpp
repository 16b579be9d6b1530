// core/checkpoint/layouts/huggingface.cpp: transformers' names, before version 5 and since.
// Sources: transformers/models/{vit,deit,dinov2,dinov2_with_registers,swin,vit_hybrid,bit}/modeling_*.py.
#include "core/checkpoint/layouts/tables.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

constexpr std::string_view kVitPrefixes[]{"vit_hybrid.", "ijepa.", "vit.", "deit.", "beit.", "dinov2_with_registers.", "dinov2.",
    "dinov3_vit.", "model.layer.", "encoder.layers.", "encoder.layer.", "layers.", "layer."};
#define PATCHLIGHT_STEM "embeddings.patch_embeddings.backbone.bit."
constexpr Rule kVitRules[]{
    {"embeddings.cls_token", "cls_token", Change::Token},
    {"embeddings.distillation_token", "dist_token", Change::Token},
    {"embeddings.register_tokens", "reg_token", Change::Token},
    {"embeddings.position_embeddings", "pos_embed", Change::Token},
    {"embeddings.patch_embeddings.projection.*", "patch_embed.proj.*"},
    {PATCHLIGHT_STEM "embedder.convolution.weight", "patch_embed.backbone.stem.conv.weight"},
    {PATCHLIGHT_STEM "embedder.norm.*", "patch_embed.backbone.stem.norm.*"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.conv1.weight", "patch_embed.backbone.stages.#.blocks.#.conv1.weight"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.conv2.weight", "patch_embed.backbone.stages.#.blocks.#.conv2.weight"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.conv3.weight", "patch_embed.backbone.stages.#.blocks.#.conv3.weight"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.norm1.*", "patch_embed.backbone.stages.#.blocks.#.norm1.*"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.norm2.*", "patch_embed.backbone.stages.#.blocks.#.norm2.*"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.norm3.*", "patch_embed.backbone.stages.#.blocks.#.norm3.*"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.downsample.conv.weight",
        "patch_embed.backbone.stages.#.blocks.#.downsample.conv.weight"},
    {PATCHLIGHT_STEM "encoder.stages.#.layers.#.downsample.norm.*",
        "patch_embed.backbone.stages.#.blocks.#.downsample.norm.*"},
    {"#.layernorm_before.*", "blocks.#.norm1.*"},
    {"#.layernorm_after.*", "blocks.#.norm2.*"},
    {"#.norm1.*", "blocks.#.norm1.*"},
    {"#.norm2.*", "blocks.#.norm2.*"},
    {"#.attention.attention.query.*", "blocks.#.attn.qkv.*", Change::Part, 0, 3},
    {"#.attention.attention.key.*", "blocks.#.attn.qkv.*", Change::Part, 1, 3},
    {"#.attention.attention.value.*", "blocks.#.attn.qkv.*", Change::Part, 2, 3},
    {"#.attention.output.dense.*", "blocks.#.attn.proj.*"},
    {"#.attention.q_proj.*", "blocks.#.attn.qkv.*", Change::Part, 0, 3},
    {"#.attention.k_proj.*", "blocks.#.attn.qkv.*", Change::Part, 1, 3},
    {"#.attention.v_proj.*", "blocks.#.attn.qkv.*", Change::Part, 2, 3},
    {"#.attention.o_proj.*", "blocks.#.attn.proj.*"},
    {"#.layer_scale1.lambda1", "blocks.#.ls1.gamma"},
    {"#.layer_scale2.lambda1", "blocks.#.ls2.gamma"},
    {"#.intermediate.dense.*", "blocks.#.mlp.fc1.*"},
    {"#.output.dense.*", "blocks.#.mlp.fc2.*"},
    {"#.mlp.fc1.*", "blocks.#.mlp.fc1.*"},
    {"#.mlp.fc2.*", "blocks.#.mlp.fc2.*"},
    {"#.mlp.weights_in.*", "blocks.#.mlp.fc1.*"},
    {"#.mlp.weights_out.*", "blocks.#.mlp.fc2.*"},
    // BEiT
    {"#.lambda_1", "blocks.#.ls1.gamma"},
    {"#.lambda_2", "blocks.#.ls2.gamma"},
    {"#.attention.attention.relative_position_bias.relative_position_bias_table",
        "blocks.#.attn.relative_position_bias_table"},
    {"#.attention.relative_position_bias.relative_position_bias_table", "blocks.#.attn.relative_position_bias_table"},
    {"#.relative_position_bias.relative_position_bias_table", "blocks.#.attn.relative_position_bias_table"},
    {"encoder.relative_position_bias.relative_position_bias_table", "rel_pos_bias.relative_position_bias_table"},
    {"relative_position_bias.relative_position_bias_table", "rel_pos_bias.relative_position_bias_table"},
    {"#.attention.attention.relative_position_bias.relative_position_index", "", Change::Ignore},
    {"encoder.relative_position_bias.relative_position_index", "", Change::Ignore},
    {"pooler.layernorm.*", "fc_norm.*"},
    {"lm_head.*", "", Change::Ignore},
    // DINOv3
    {"embeddings.patch_embeddings.*", "patch_embed.proj.*"},
    {"#.mlp.gate_proj.*", "blocks.#.mlp.fc1.*", Change::Part, 0, 2},
    {"#.mlp.up_proj.*", "blocks.#.mlp.fc1.*", Change::PartOrWhole, 1, 2},
    {"#.mlp.down_proj.*", "blocks.#.mlp.fc2.*"},
    {"norm.*", ""},
    {"layernorm.*", "norm.*"},
    {"classifier.*", "head.*"},
    {"cls_classifier.*", "head.*"},
    {"distillation_classifier.*", "head_dist.*"},
    {"pooler.**", "", Change::Ignore},
    {"embeddings.mask_token", "", Change::Ignore},
    {"embeddings.position_ids", "", Change::Ignore},
    {"decoder.**", "", Change::Ignore},
};
#undef PATCHLIGHT_STEM
constexpr std::string_view kOldMarks[]{"embeddings.patch_embeddings.**", "#.attention.attention.query.weight"};
constexpr std::string_view kNewMarks[]{"embeddings.patch_embeddings.**", "#.attention.q_proj.weight"};
constexpr std::string_view kOldDeitMarks[]{"embeddings.distillation_token", "#.attention.attention.query.weight"};
constexpr std::string_view kNewDeitMarks[]{"embeddings.distillation_token", "#.attention.q_proj.weight"};
constexpr std::string_view kDinoMarks[]{"embeddings.patch_embeddings.**", "#.layer_scale1.lambda1"};

constexpr std::string_view kDinoV3Marks[]{
    "embeddings.register_tokens", "#.attention.q_proj.weight", "#.mlp.down_proj.weight"};
constexpr std::string_view kBeitMarks[]{"embeddings.patch_embeddings.**", "#.attention.attention.query.weight", "#.lambda_1"};
constexpr std::string_view kNewBeitMarks[]{"embeddings.patch_embeddings.**", "#.attention.q_proj.weight", "#.lambda_1"};

constexpr std::string_view kSwinPrefixes[]{"swin.", "swinv2.", "encoder."};
#define PATCHLIGHT_BLOCK "layers.#.blocks.#."
constexpr Rule kSwinRules[]{
    {"embeddings.patch_embeddings.projection.*", "patch_embed.proj.*"},
    {"embeddings.norm.*", "patch_embed.norm.*"},
    {"embeddings.position_embeddings", "pos_embed", Change::Token},
    {PATCHLIGHT_BLOCK "layernorm_before.*", PATCHLIGHT_BLOCK "norm1.*"},
    {PATCHLIGHT_BLOCK "layernorm_after.*", PATCHLIGHT_BLOCK "norm2.*"},
    {PATCHLIGHT_BLOCK "attention.self.query.*", PATCHLIGHT_BLOCK "attn.qkv.*", Change::Part, 0, 3},
    {PATCHLIGHT_BLOCK "attention.self.key.*", PATCHLIGHT_BLOCK "attn.qkv.*", Change::Part, 1, 3},
    {PATCHLIGHT_BLOCK "attention.self.value.*", PATCHLIGHT_BLOCK "attn.qkv.*", Change::Part, 2, 3},
    {PATCHLIGHT_BLOCK "attention.self.relative_position_bias_table",
        PATCHLIGHT_BLOCK "attn.relative_position_bias_table"},
    {PATCHLIGHT_BLOCK "attention.output.dense.*", PATCHLIGHT_BLOCK "attn.proj.*"},
    {PATCHLIGHT_BLOCK "attention.q_proj.*", PATCHLIGHT_BLOCK "attn.qkv.*", Change::Part, 0, 3},
    {PATCHLIGHT_BLOCK "attention.k_proj.*", PATCHLIGHT_BLOCK "attn.qkv.*", Change::Part, 1, 3},
    {PATCHLIGHT_BLOCK "attention.v_proj.*", PATCHLIGHT_BLOCK "attn.qkv.*", Change::Part, 2, 3},
    {PATCHLIGHT_BLOCK "attention.o_proj.*", PATCHLIGHT_BLOCK "attn.proj.*"},
    {PATCHLIGHT_BLOCK "attention.relative_position_bias.relative_position_bias_table",
        PATCHLIGHT_BLOCK "attn.relative_position_bias_table"},
    {PATCHLIGHT_BLOCK "attention.self.logit_scale", PATCHLIGHT_BLOCK "attn.logit_scale"},
    {PATCHLIGHT_BLOCK "attention.self.continuous_position_bias_mlp.0.*", PATCHLIGHT_BLOCK "attn.cpb_mlp.0.*"},
    {PATCHLIGHT_BLOCK "attention.self.continuous_position_bias_mlp.2.weight",
        PATCHLIGHT_BLOCK "attn.cpb_mlp.2.weight"},
    {PATCHLIGHT_BLOCK "attention.self.relative_coords_table", PATCHLIGHT_BLOCK "attn.relative_coords_table"},
    {PATCHLIGHT_BLOCK "intermediate.dense.*", PATCHLIGHT_BLOCK "mlp.fc1.*"},
    {PATCHLIGHT_BLOCK "output.dense.*", PATCHLIGHT_BLOCK "mlp.fc2.*"},
    {PATCHLIGHT_BLOCK "mlp.fc1.*", PATCHLIGHT_BLOCK "mlp.fc1.*"},
    {PATCHLIGHT_BLOCK "mlp.fc2.*", PATCHLIGHT_BLOCK "mlp.fc2.*"},
    {"layers.#.downsample.norm.*", "layers.#+1.downsample.norm.*"},
    {"layers.#.downsample.reduction.*", "layers.#+1.downsample.reduction.*"},
    {"layernorm.*", "norm.*"},
    {"classifier.*", "head.fc.*"},
    {PATCHLIGHT_BLOCK "attention.self.relative_position_index", "", Change::Ignore},
    {PATCHLIGHT_BLOCK "attention.relative_position_bias.relative_position_index", "", Change::Ignore},
    {"embeddings.mask_token", "", Change::Ignore},
    {"pooler.**", "", Change::Ignore},
    {"decoder.**", "", Change::Ignore},
};
constexpr std::string_view kOldSwinMarks[]{
    "embeddings.patch_embeddings.projection.weight", PATCHLIGHT_BLOCK "attention.self.relative_position_bias_table"};
constexpr std::string_view kNewSwinMarks[]{"embeddings.patch_embeddings.projection.weight",
    PATCHLIGHT_BLOCK "attention.relative_position_bias.relative_position_bias_table"};
constexpr std::string_view kSwin2Marks[]{"embeddings.patch_embeddings.projection.weight",
    PATCHLIGHT_BLOCK "attention.self.continuous_position_bias_mlp.0.weight"};
#undef PATCHLIGHT_BLOCK

/// What is computed here, by its config.json; CLIP's and SigLIP's names of tensors are in huggingface_towers.cpp.
constexpr std::string_view kModelTypes[]{"vit", "deit", "dinov2", "dinov2_with_registers", "swin", "vit_hybrid",
    "vit_mae", "vit_msn", "ijepa", "clip", "clip_vision_model", "siglip", "siglip_vision_model", "siglip2",
    "siglip2_vision_model", "dinov3_vit", "beit", "swinv2", "resnet", "bit"};

using Resample = ModelConfig::PositionResample;
constexpr Habits kVit{.normEps = 1e-12, .positionResample = Resample::Bicubic, .profile = "hf-vit"};
constexpr Habits kDeit{.normEps = 1e-12, .positionResample = Resample::Bicubic, .profile = "hf-deit"};
constexpr Habits kDino{.normEps = 1e-6, .positionResample = Resample::Bicubic, .profile = "hf-dinov2"};
constexpr Habits kDinoV3{
    .normEps = 1e-5, .profile = "hf-dinov3", .kin = "DINOv3", .rotary = Rotary::Pairs::Halves, .rotaryBase = 100};
constexpr Habits kBeit{
    .normEps = 1e-12, .positionResample = Resample::Bicubic, .profile = "hf-beit", .kin = "BEiT"};
constexpr Habits kSwin{.normEps = 1e-5, .profile = "hf-swin"};

constexpr Layout kLayouts[]{
    {"huggingface", Family::Vit, kDinoV3Marks, kVitPrefixes, kVitRules, kDinoV3, {}},
    {"huggingface", Family::Vit, kBeitMarks, kVitPrefixes, kVitRules, kBeit, {}},
    {"huggingface", Family::Vit, kNewBeitMarks, kVitPrefixes, kVitRules, kBeit, {}},
    {"huggingface", Family::Vit, kDinoMarks, kVitPrefixes, kVitRules, kDino, {}},
    {"huggingface", Family::Vit, kOldDeitMarks, kVitPrefixes, kVitRules, kDeit, {}},
    {"huggingface", Family::Vit, kNewDeitMarks, kVitPrefixes, kVitRules, kDeit, {}},
    {"huggingface", Family::Vit, kOldMarks, kVitPrefixes, kVitRules, kVit, {}},
    {"huggingface", Family::Vit, kNewMarks, kVitPrefixes, kVitRules, kVit, {}},
    {"huggingface", Family::SwinV2, kSwin2Marks, kSwinPrefixes, kSwinRules, kSwin, {}},
    {"huggingface", Family::Swin, kOldSwinMarks, kSwinPrefixes, kSwinRules, kSwin, {}},
    {"huggingface", Family::Swin, kNewSwinMarks, kSwinPrefixes, kSwinRules, kSwin, {}},
};

}

std::span<const Layout> huggingFaceLayouts()
{
    return kLayouts;
}

bool isHuggingFaceType(std::string_view modelType)
{
    return std::find(std::begin(kModelTypes), std::end(kModelTypes), modelType) != std::end(kModelTypes);
}

}
