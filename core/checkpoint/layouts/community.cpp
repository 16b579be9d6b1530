// core/checkpoint/layouts/community.cpp: code bases that many people trained with and that have names of their own.
// Sources: jeonsworld/ViT-pytorch models/modeling.py; lucidrains/vit-pytorch vit_pytorch/{vit,simple_vit}.py;
// open-mmlab/mmpretrain mmpretrain/models/backbones/vision_transformer.py and models/heads/vision_transformer_head.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

#define PATCHLIGHT_LAYER "transformer.encoder.layer.#."
constexpr Rule kJeonsworld[]{
    {"transformer.embeddings.position_embeddings", "pos_embed", Change::Token},
    {"transformer.embeddings.cls_token", "cls_token", Change::Token},
    {"transformer.embeddings.patch_embeddings.*", "patch_embed.proj.*"},
    {PATCHLIGHT_LAYER "attention_norm.*", "blocks.#.norm1.*"},
    {PATCHLIGHT_LAYER "ffn_norm.*", "blocks.#.norm2.*"},
    {PATCHLIGHT_LAYER "attn.query.*", "blocks.#.attn.qkv.*", Change::Part, 0, 3},
    {PATCHLIGHT_LAYER "attn.key.*", "blocks.#.attn.qkv.*", Change::Part, 1, 3},
    {PATCHLIGHT_LAYER "attn.value.*", "blocks.#.attn.qkv.*", Change::Part, 2, 3},
    {PATCHLIGHT_LAYER "attn.out.*", "blocks.#.attn.proj.*"},
    {PATCHLIGHT_LAYER "ffn.fc1.*", "blocks.#.mlp.fc1.*"},
    {PATCHLIGHT_LAYER "ffn.fc2.*", "blocks.#.mlp.fc2.*"},
    {"transformer.encoder.encoder_norm.*", "norm.*"},
    {"head.*", ""},
};
#undef PATCHLIGHT_LAYER
constexpr std::string_view kJeonsworldMarks[]{
    "transformer.encoder.layer.#.attn.query.weight", "transformer.embeddings.patch_embeddings.weight"};

/// In attention and MLP the norm comes first; dropouts take numbers of their own. Two spellings of the blocks, since a
/// PreNorm stood around both; three of the head.
#define PATCHLIGHT_REST                                                                                                \
    {"pos_embedding", "pos_embed", Change::Token}, {"cls_token", "cls_token", Change::Token},                          \
        {"transformer.layers.#.0.norm.*", "blocks.#.norm1.*"}, {"transformer.layers.#.1.norm.*", "blocks.#.norm2.*"},  \
        {"transformer.layers.#.0.to_qkv.*", "blocks.#.attn.qkv.*"},                                                    \
        {"transformer.layers.#.0.to_out.0.*", "blocks.#.attn.proj.*"},                                                 \
        {"transformer.layers.#.1.net.0.*", "blocks.#.norm2.*"},                                                        \
        {"transformer.layers.#.1.net.1.*", "blocks.#.mlp.fc1.*"},                                                      \
        {"transformer.layers.#.1.net.4.*", "blocks.#.mlp.fc2.*"},                                                      \
        {"transformer.layers.#.0.fn.to_qkv.*", "blocks.#.attn.qkv.*"},                                                 \
        {"transformer.layers.#.0.fn.to_out.0.*", "blocks.#.attn.proj.*"},                                              \
        {"transformer.layers.#.1.fn.net.0.*", "blocks.#.mlp.fc1.*"},                                                   \
        {"transformer.layers.#.1.fn.net.3.*", "blocks.#.mlp.fc2.*"}, {"transformer.norm.*", "norm.*"},                 \
        {"mlp_head.0.*", "norm.*"}, {"mlp_head.1.*", "head.*"}, {"mlp_head.*", "head.*"}
constexpr Rule kLucidrains[]{{"to_patch_embedding.1.*", "patch_embed.norm_in.*", Change::PatchRows},
    {"to_patch_embedding.2.weight", "patch_embed.proj.weight", Change::PatchRows},
    {"to_patch_embedding.2.bias", "patch_embed.proj.bias"}, {"to_patch_embedding.3.*", "patch_embed.norm_out.*"},
    PATCHLIGHT_REST};
constexpr Rule kOldLucidrains[]{{"to_patch_embedding.1.weight", "patch_embed.proj.weight", Change::PatchRows},
    {"to_patch_embedding.1.bias", "patch_embed.proj.bias"}, PATCHLIGHT_REST};
#undef PATCHLIGHT_REST
constexpr std::string_view kLucidrainsMarks[]{"transformer.layers.#.0.to_qkv.weight", "to_patch_embedding.2.weight"};
constexpr std::string_view kOlderMarks[]{"transformer.layers.#.0.fn.to_qkv.weight", "to_patch_embedding.2.weight"};
constexpr std::string_view kOldestMarks[]{"transformer.layers.#.0.fn.to_qkv.weight", "to_patch_embedding.1.weight"};

constexpr std::string_view kMmPrefixes[]{"backbone."};
constexpr Rule kMmpretrain[]{
    {"cls_token", "", Change::Token},
    {"pos_embed", "", Change::Token},
    {"patch_embed.projection.*", "patch_embed.proj.*"},
    {"pre_norm.*", "norm_pre.*"},
    {"layers.#.ln1.*", "blocks.#.norm1.*"},
    {"layers.#.ln2.*", "blocks.#.norm2.*"},
    {"layers.#.attn.qkv.*", "blocks.#.attn.qkv.*"},
    {"layers.#.attn.proj.*", "blocks.#.attn.proj.*"},
    {"layers.#.attn.gamma1.weight", "blocks.#.ls1.gamma"},
    {"layers.#.gamma1.weight", "blocks.#.ls1.gamma"},
    {"layers.#.ffn.gamma2.weight", "blocks.#.ls2.gamma"},
    {"layers.#.ffn.layers.0.0.*", "blocks.#.mlp.fc1.*"},
    {"layers.#.ffn.layers.1.*", "blocks.#.mlp.fc2.*"},
    {"ln1.*", "norm.*"},
    {"ln2.*", "fc_norm.*"},
    {"head.layers.pre_logits.*", "pre_logits.fc.*"},
    {"head.layers.head.*", "head.*"},
    {"head.fc.*", "head.*"},
    {"neck.**", "", Change::Ignore},
    {"data_preprocessor.**", "", Change::Ignore},
};
constexpr std::string_view kMmMarks[]{"patch_embed.projection.weight", "layers.#.attn.qkv.weight", "layers.#.ln1.weight"};

constexpr Habits kGoogleLike{.positionResample = ModelConfig::PositionResample::Bilinear, .profile = "google-vit"};
constexpr Habits kLucid{.normEps = 1e-5, .profile = "google-vit"};
constexpr Habits kMm{.profile = "deit"};

constexpr Layout kLayouts[]{
    {"jeonsworld", Family::Vit, kJeonsworldMarks, {}, kJeonsworld, kGoogleLike, {}},
    {"vit-pytorch", Family::Vit, kLucidrainsMarks, {}, kLucidrains, kLucid, {}},
    {"vit-pytorch", Family::Vit, kOlderMarks, {}, kLucidrains, kLucid, {}},
    {"vit-pytorch", Family::Vit, kOldestMarks, {}, kOldLucidrains, kLucid, {}},
    {"mmpretrain", Family::Vit, kMmMarks, kMmPrefixes, kMmpretrain, kMm, {}},
};

}

std::span<const Layout> communityLayouts()
{
    return kLayouts;
}

}
