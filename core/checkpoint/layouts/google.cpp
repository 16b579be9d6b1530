// core/checkpoint/layouts/google.cpp: arrays of google-research/vision_transformer and big_vision. Blocks are numbered,
// or stacked along a leading axis.
// Sources: vit_jax/models_vit.py, models_resnet.py; big_vision/models/vit.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

/// Leaves "0/LayerNorm_0/scale", or "LayerNorm_0/scale" of all blocks together.
constexpr std::string_view kPrefixes[]{"Transformer/encoderblock_", "Transformer/encoderblock/"};
#define PATCHLIGHT_UNIT "patch_embed.backbone.stages.#-1.blocks.#-1."
constexpr Rule kRules[]{
    {"cls", "cls_token", Change::Token},
    {"embedding/kernel", "patch_embed.proj.weight", Change::KernelHwio},
    {"embedding/bias", "patch_embed.proj.bias"},
    {"Transformer/posembed_input/pos_embedding", "pos_embed", Change::Token},
    {"pos_embedding", "pos_embed", Change::Token},
    {"?LayerNorm_0/scale", "blocks.#.norm1.weight"},
    {"?LayerNorm_0/bias", "blocks.#.norm1.bias"},
    {"?LayerNorm_1/scale", "blocks.#.norm2.weight"},
    {"?LayerNorm_1/bias", "blocks.#.norm2.bias"},
    {"?LayerNorm_2/scale", "blocks.#.norm2.weight"},
    {"?LayerNorm_2/bias", "blocks.#.norm2.bias"},
    {"?MultiHeadDotProductAttention_~/query/kernel", "blocks.#.attn.qkv.weight", Change::HeadsInKernel, 0, 3},
    {"?MultiHeadDotProductAttention_~/key/kernel", "blocks.#.attn.qkv.weight", Change::HeadsInKernel, 1, 3},
    {"?MultiHeadDotProductAttention_~/value/kernel", "blocks.#.attn.qkv.weight", Change::HeadsInKernel, 2, 3},
    {"?MultiHeadDotProductAttention_~/query/bias", "blocks.#.attn.qkv.bias", Change::HeadsInBias, 0, 3},
    {"?MultiHeadDotProductAttention_~/key/bias", "blocks.#.attn.qkv.bias", Change::HeadsInBias, 1, 3},
    {"?MultiHeadDotProductAttention_~/value/bias", "blocks.#.attn.qkv.bias", Change::HeadsInBias, 2, 3},
    {"?MultiHeadDotProductAttention_~/out/kernel", "blocks.#.attn.proj.weight", Change::HeadsOutKernel},
    {"?MultiHeadDotProductAttention_~/out/bias", "blocks.#.attn.proj.bias"},
    {"?MlpBlock_~/Dense_0/kernel", "blocks.#.mlp.fc1.weight", Change::Transpose},
    {"?MlpBlock_~/Dense_0/bias", "blocks.#.mlp.fc1.bias"},
    {"?MlpBlock_~/Dense_1/kernel", "blocks.#.mlp.fc2.weight", Change::Transpose},
    {"?MlpBlock_~/Dense_1/bias", "blocks.#.mlp.fc2.bias"},
    {"Transformer/encoder_norm/scale", "norm.weight"},
    {"Transformer/encoder_norm/bias", "norm.bias"},
    {"pre_logits/kernel", "pre_logits.fc.weight", Change::Transpose},
    {"pre_logits/bias", "pre_logits.fc.bias"},
    {"head/kernel", "head.weight", Change::Transpose},
    {"head/bias", "head.bias"},
    {"conv_root/kernel", "patch_embed.backbone.stem.conv.weight", Change::KernelHwio},
    {"gn_root/scale", "patch_embed.backbone.stem.norm.weight", Change::Vector},
    {"gn_root/bias", "patch_embed.backbone.stem.norm.bias", Change::Vector},
    {"block#/unit#/conv1/kernel", PATCHLIGHT_UNIT "conv1.weight", Change::KernelHwio},
    {"block#/unit#/conv2/kernel", PATCHLIGHT_UNIT "conv2.weight", Change::KernelHwio},
    {"block#/unit#/conv3/kernel", PATCHLIGHT_UNIT "conv3.weight", Change::KernelHwio},
    {"block#/unit#/gn1/scale", PATCHLIGHT_UNIT "norm1.weight", Change::Vector},
    {"block#/unit#/gn1/bias", PATCHLIGHT_UNIT "norm1.bias", Change::Vector},
    {"block#/unit#/gn2/scale", PATCHLIGHT_UNIT "norm2.weight", Change::Vector},
    {"block#/unit#/gn2/bias", PATCHLIGHT_UNIT "norm2.bias", Change::Vector},
    {"block#/unit#/gn3/scale", PATCHLIGHT_UNIT "norm3.weight", Change::Vector},
    {"block#/unit#/gn3/bias", PATCHLIGHT_UNIT "norm3.bias", Change::Vector},
    {"block#/unit#/conv_proj/kernel", PATCHLIGHT_UNIT "downsample.conv.weight", Change::KernelHwio},
    {"block#/unit#/gn_proj/scale", PATCHLIGHT_UNIT "downsample.norm.weight", Change::Vector},
    {"block#/unit#/gn_proj/bias", PATCHLIGHT_UNIT "downsample.norm.bias", Change::Vector},
    {"opt/**", "", Change::Ignore},
    {"params/**", "", Change::Ignore},
    {"extra/**", "", Change::Ignore},
};
#undef PATCHLIGHT_UNIT
constexpr std::string_view kMarks[]{"embedding/kernel", "?MultiHeadDotProductAttention_~/query/kernel"};

constexpr Habits kGoogle{.activation = Activation::GeluTanh,
    .positionResample = ModelConfig::PositionResample::Bilinear,
    .stemNormEps = 1e-6,
    .stemWeightEps = 1e-5,
    .profile = "google-vit"};

constexpr Layout kLayouts[]{{"google-research", Family::Vit, kMarks, kPrefixes, kRules, kGoogle, {}}};

}

std::span<const Layout> googleLayouts()
{
    return kLayouts;
}

}
