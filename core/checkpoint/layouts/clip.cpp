// core/checkpoint/layouts/clip.cpp: OpenAI's names, which OpenCLIP keeps, and what surrounds them.
// Sources: openai/CLIP clip/model.py; mlfoundations/open_clip model.py, transformer.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

#define PATCHLIGHT_BLOCK "visual.transformer.resblocks.#."
constexpr Rule kRules[]{
    {"visual.class_embedding", "cls_token", Change::Token},
    {"visual.positional_embedding", "pos_embed", Change::Token},
    {"visual.conv1.*", "patch_embed.proj.*"},
    {"visual.ln_pre.*", "norm_pre.*"},
    {PATCHLIGHT_BLOCK "ln_1.*", "blocks.#.norm1.*"},
    {PATCHLIGHT_BLOCK "ln_2.*", "blocks.#.norm2.*"},
    {PATCHLIGHT_BLOCK "attn.in_proj_weight", "blocks.#.attn.qkv.weight"},
    {PATCHLIGHT_BLOCK "attn.in_proj_bias", "blocks.#.attn.qkv.bias"},
    {PATCHLIGHT_BLOCK "attn.out_proj.*", "blocks.#.attn.proj.*"},
    {PATCHLIGHT_BLOCK "ls_1.gamma", "blocks.#.ls1.gamma"},
    {PATCHLIGHT_BLOCK "ls_2.gamma", "blocks.#.ls2.gamma"},
    {PATCHLIGHT_BLOCK "mlp.c_fc.*", "blocks.#.mlp.fc1.*"},
    {PATCHLIGHT_BLOCK "mlp.c_proj.*", "blocks.#.mlp.fc2.*"},
    {"visual.ln_post.*", "norm.*"},
    {"visual.proj", "proj.weight", Change::Transpose},
    {"transformer.resblocks.**", "", Change::Text},
    {"token_embedding.weight", "", Change::Text},
    {"positional_embedding", "", Change::Text},
    {"ln_final.*", "", Change::Text},
    {"text_projection", "", Change::Text},
    {"text.**", "", Change::Text},
    {"logit_scale", "", Change::Text},
    {"logit_bias", "", Change::Text},
    {"input_resolution", "", Change::Ignore},
    {"context_length", "", Change::Ignore},
    {"vocab_size", "", Change::Ignore},
    {"attn_mask", "", Change::Ignore},
};
constexpr std::string_view kMarks[]{"visual.class_embedding", PATCHLIGHT_BLOCK "attn.in_proj_weight"};
#undef PATCHLIGHT_BLOCK

constexpr Habits kOpenAi{
    .normEps = 1e-5, .activation = Activation::QuickGelu, .profile = "openai-clip", .kin = "CLIP"};

constexpr Layout kLayouts[]{{"openai", Family::Vit, kMarks, {}, kRules, kOpenAi, {}}};

}

std::span<const Layout> clipLayouts()
{
    return kLayouts;
}

}
