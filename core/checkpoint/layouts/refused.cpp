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
    {{"layers.#.blocks.#.attn.logit_scale"},
        "a Swin Transformer V2 (cosine attention), which has other attention than V1"},
    {{"features.#.#.attn.logit_scale"}, "a Swin Transformer V2 (cosine attention), which has other attention than V1"},
    {{"swinv2.encoder.layers.#.blocks.#.**"},
        "a Swin Transformer V2 (cosine attention), which has other attention than V1"},
    {{"encoder.layers.#.blocks.#.attention.self.logit_scale"}, "a Swin Transformer V2 (cosine attention)"},
    {{"visual.transformer.resblocks.#.**"}, "an OpenAI CLIP model"},
    {{"vision_model.head.probe"}, "a SigLIP model"},
    {{"vision_model.embeddings.class_embedding"}, "a CLIP model"},
    {{"vision_model.embeddings.patch_embedding.weight"}, "a CLIP or SigLIP vision tower"},
    {{"attn_pool.**"}, "a SigLIP vision tower (its head pools by attention)"},
    {{"MAPHead_0/**"}, "a SigLIP vision tower (its head pools by attention)"},
    {{"blocks.#.attn.relative_position_bias_table"}, "a BEiT (relative positions)"},
    {{"rel_pos_bias.relative_position_bias_table"}, "a BEiT (relative positions)"},
    {{"beit.encoder.layer.#.**"}, "a BEiT (relative positions)"},
    {{"blocks.#.attn.rel_pos_h"}, "a ViTDet or Segment Anything encoder (decomposed relative positions)"},
    {{"rope_embed.periods"}, "a DINOv3 (rotary positions)"},
    {{"blocks_token_only.#.**"}, "a CaiT (class attention)"},
    {{"stages.#.blocks.#.conv_dw.weight"}, "a ConvNeXt, which has no attention"},
    {{"stages.#.#.dwconv.weight"}, "a ConvNeXt, which has no attention"},
    {{"layer1.0.conv1.weight"}, "a ResNet, which has no attention"},
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
