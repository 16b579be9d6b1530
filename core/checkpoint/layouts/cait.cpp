// core/checkpoint/layouts/cait.cpp: CaiT; timm's names and the official ones are the same.
// Sources: timm/models/cait.py; facebookresearch/deit cait_models.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

#define PATCHLIGHT_BOTH(list)                                                                                         \
    {list ".#.norm1.*", ""}, {list ".#.norm2.*", ""}, {list ".#.attn.proj.*", ""}, {list ".#.mlp.fc1.*", ""},         \
        {list ".#.mlp.fc2.*", ""}, {list ".#.gamma_1", list ".#.ls1.gamma"},                                          \
    {                                                                                                                 \
        list ".#.gamma_2", list ".#.ls2.gamma"                                                                        \
    }
constexpr Rule kRules[]{
    {"cls_token", "", Change::Token},
    {"pos_embed", "", Change::Token},
    {"patch_embed.proj.*", ""},
    PATCHLIGHT_BOTH("blocks"),
    {"blocks.#.attn.qkv.*", ""},
    {"blocks.#.attn.proj_l.*", ""},
    {"blocks.#.attn.proj_w.*", ""},
    PATCHLIGHT_BOTH("blocks_token_only"),
    {"blocks_token_only.#.attn.q.*", ""},
    {"blocks_token_only.#.attn.k.*", ""},
    {"blocks_token_only.#.attn.v.*", ""},
    {"norm.*", ""},
    {"head.*", ""},
};
#undef PATCHLIGHT_BOTH
constexpr std::string_view kMarks[]{"blocks.#.attn.proj_l.weight", "blocks_token_only.#.attn.q.weight"};
constexpr Habits kHabits{.profile = "timm-cait"};
constexpr Layout kLayouts[]{{"timm", Family::Cait, kMarks, {}, kRules, kHabits, {}}};

}

std::span<const Layout> caitLayouts()
{
    return kLayouts;
}

}
