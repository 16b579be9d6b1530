// core/checkpoint/layouts/refused.cpp: networks that are known but not opened; naming them beats a list of tensors.
#include "core/checkpoint/layouts/tables.h"
#include <array>
#include <iterator>
#include <utility>

namespace patchlight
{
namespace
{

struct Refusal {
    std::string_view mark[1];
    std::string_view what;
};
constexpr Refusal kRefusals[]{
    {{"layers.#.blocks.#.attn.meta_mlp.**"}, "a Swin Transformer V2 in timm's first writing (swinv2_cr)"},
    {{"visual.attnpool.positional_embedding"}, "a CLIP whose pictures go through a ResNet with attention pooling"},
    {{"MAPHead_0/**"}, "a SigLIP in big_vision's arrays; Hugging Face has the same weights"},
    {{"blocks.#.attn.rel_pos_h"}, "a ViTDet or Segment Anything encoder (decomposed relative positions)"},
    {{"stages.#.blocks.#.conv_dw.weight"}, "a ConvNeXt, which has no attention"},
    {{"stages.#.#.dwconv.weight"}, "a ConvNeXt, which has no attention"},
    {{"bert.encoder.layer.#.**"}, "a BERT, a network for text"},
    {{"transformer.h.#.attn.c_attn.weight"}, "a GPT, a network for text"},
    {{"layers.#.self_attn.q_proj.weight"}, "a network for text"},
};

template <std::size_t... I> constexpr auto makeLayouts(std::index_sequence<I...>)
{
    return std::array<Layout, sizeof...(I)>{
        Layout{"refused", Family::Vit, kRefusals[I].mark, {}, {}, {}, kRefusals[I].what}...};
}
constexpr auto kLayouts = makeLayouts(std::make_index_sequence<std::size(kRefusals)>());

}

std::span<const Layout> refusedLayouts()
{
    return kLayouts;
}

}
