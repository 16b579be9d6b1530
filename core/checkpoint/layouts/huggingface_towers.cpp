// core/checkpoint/layouts/huggingface_towers.cpp: transformers' CLIP and SigLIP; their towers for words are kept apart.
// Sources: transformers/models/{clip,siglip,siglip2}/modeling_*.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

constexpr std::string_view kPrefixes[]{"clip.", "siglip.", "siglip2.", "vision_model."};
#define PATCHLIGHT_LAYER "encoder.layers.#."
#define PATCHLIGHT_SHARED                                                                                             \
    {PATCHLIGHT_LAYER "layer_norm1.*", "blocks.#.norm1.*"}, {PATCHLIGHT_LAYER "layer_norm2.*", "blocks.#.norm2.*"},   \
        {PATCHLIGHT_LAYER "self_attn.q_proj.*", "blocks.#.attn.qkv.*", Change::Part, 0, 3},                           \
        {PATCHLIGHT_LAYER "self_attn.k_proj.*", "blocks.#.attn.qkv.*", Change::Part, 1, 3},                           \
        {PATCHLIGHT_LAYER "self_attn.v_proj.*", "blocks.#.attn.qkv.*", Change::Part, 2, 3},                           \
        {PATCHLIGHT_LAYER "self_attn.out_proj.*", "blocks.#.attn.proj.*"},                                            \
        {PATCHLIGHT_LAYER "mlp.fc1.*", "blocks.#.mlp.fc1.*"}, {PATCHLIGHT_LAYER "mlp.fc2.*", "blocks.#.mlp.fc2.*"},   \
        {"post_layernorm.*", "norm.*"}, {"classifier.*", "head.*"}, {"text_model.**", "", Change::Text},              \
        {"text_projection.weight", "", Change::Text}, {"logit_scale", "", Change::Text},                              \
        {"logit_bias", "", Change::Text},                                                                             \
    {                                                                                                                 \
        "embeddings.position_ids", "", Change::Ignore                                                                 \
    }
constexpr Rule kClipRules[]{
    {"embeddings.class_embedding", "cls_token", Change::Token},
    {"embeddings.position_embedding.weight", "pos_embed", Change::Token},
    {"embeddings.patch_embedding.*", "patch_embed.proj.*"},
    {"pre_layrnorm.*", "norm_pre.*"},
    {"visual_projection.weight", "proj.weight"},
    PATCHLIGHT_SHARED,
};
constexpr std::string_view kClipMarks[]{"embeddings.class_embedding", PATCHLIGHT_LAYER "self_attn.q_proj.weight"};

constexpr Rule kSigLipRules[]{
    {"embeddings.position_embedding.weight", "pos_embed", Change::Token},
    {"embeddings.patch_embedding.weight", "patch_embed.proj.weight", Change::PatchRows},
    {"embeddings.patch_embedding.bias", "patch_embed.proj.bias"},
    {"head.probe", "attn_pool.latent", Change::Token},
    {"head.attention.in_proj_weight", "attn_pool.qkv.weight"},
    {"head.attention.in_proj_bias", "attn_pool.qkv.bias"},
    {"head.attention.out_proj.*", "attn_pool.proj.*"},
    {"head.layernorm.*", "attn_pool.norm.*"},
    {"head.mlp.fc1.*", "attn_pool.mlp.fc1.*"},
    {"head.mlp.fc2.*", "attn_pool.mlp.fc2.*"},
    PATCHLIGHT_SHARED,
};
constexpr std::string_view kSigLipMarks[]{"embeddings.patch_embedding.weight", "embeddings.position_embedding.weight",
    PATCHLIGHT_LAYER "self_attn.q_proj.weight", "!embeddings.class_embedding"};
#undef PATCHLIGHT_SHARED
#undef PATCHLIGHT_LAYER

using Resample = ModelConfig::PositionResample;
constexpr Habits kClip{.normEps = 1e-5,
    .activation = Activation::QuickGelu,
    .positionResample = Resample::Bicubic,
    .profile = "openai-clip",
    .kin = "CLIP"};
constexpr Habits kSigLip{
    .activation = Activation::GeluTanh, .positionResample = Resample::Bicubic, .profile = "siglip", .kin = "SigLIP"};

constexpr Layout kLayouts[]{
    {"huggingface", Family::Vit, kClipMarks, kPrefixes, kClipRules, kClip, {}},
    {"huggingface", Family::Vit, kSigLipMarks, kPrefixes, kSigLipRules, kSigLip, {}},
};

}

std::span<const Layout> huggingFaceTowerLayouts()
{
    return kLayouts;
}

}
