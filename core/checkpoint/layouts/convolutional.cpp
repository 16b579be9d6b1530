// core/checkpoint/layouts/convolutional.cpp: ResNet (torchvision, timm, Hugging Face) and BiT (timm, Hugging Face,
// google-research's .npz).
// Sources: torchvision/models/resnet.py; timm/models/{resnet,resnetv2}.py; transformers/models/{resnet,bit};
// google-research/big_transfer bit_pytorch/models.py.
#include "core/checkpoint/layouts/tables.h"

namespace patchlight
{
namespace
{

constexpr Rule kResNetRules[]{
    {"bn1.num_batches_tracked", "", Change::Ignore},
    {"conv1.#.num_batches_tracked", "", Change::Ignore},
    {"layer#.#.bn#.num_batches_tracked", "", Change::Ignore},
    {"layer#.#.downsample.#.num_batches_tracked", "", Change::Ignore},
    {"conv1.**", ""},
    {"bn1.**", ""},
    {"layer#.#.**", ""},
    {"fc.*", ""},
};
constexpr std::string_view kResNetMarks[]{"layer1.0.conv1.weight", "bn1.running_mean"};

constexpr std::string_view kHfResNetPrefixes[]{"resnet."};
constexpr Rule kHfResNetRules[]{
    {"embedder.embedder.normalization.num_batches_tracked", "", Change::Ignore},
    {"encoder.stages.#.layers.#.layer.#.normalization.num_batches_tracked", "", Change::Ignore},
    {"encoder.stages.#.layers.#.shortcut.normalization.num_batches_tracked", "", Change::Ignore},
    {"embedder.embedder.convolution.weight", "conv1.weight"},
    {"embedder.embedder.normalization.**", "bn1.*"},
    {"encoder.stages.#.layers.#.layer.#.convolution.weight", "layer#+1.#.conv#+1.weight"},
    {"encoder.stages.#.layers.#.layer.#.normalization.**", "layer#+1.#.bn#+1.*"},
    {"encoder.stages.#.layers.#.shortcut.convolution.weight", "layer#+1.#.downsample.0.weight"},
    {"encoder.stages.#.layers.#.shortcut.normalization.**", "layer#+1.#.downsample.1.*"},
    {"classifier.1.*", "fc.*"},
};
constexpr std::string_view kHfResNetMarks[]{
    "embedder.embedder.convolution.weight", "encoder.stages.#.layers.#.layer.#.convolution.weight"};

#define PATCHLIGHT_UNIT "stages.#.blocks.#."
constexpr Rule kBitRules[]{
    {"stem.conv.weight", ""},
    {PATCHLIGHT_UNIT "**", ""},
    {"norm.*", ""},
    {"head.fc.weight", "", Change::Flat},
    {"head.fc.bias", ""},
};
constexpr std::string_view kBitMarks[]{"stem.conv.weight", PATCHLIGHT_UNIT "norm1.weight", "norm.weight"};

constexpr std::string_view kHfBitPrefixes[]{"bit."};
constexpr Rule kHfBitRules[]{
    {"embedder.convolution.weight", "stem.conv.weight"},
    {"encoder.stages.#.layers.#.**", PATCHLIGHT_UNIT "*"},
    {"norm.*", ""},
    {"classifier.1.*", "head.fc.*"},
};
constexpr std::string_view kHfBitMarks[]{
    "embedder.convolution.weight", "encoder.stages.#.layers.#.norm1.weight", "norm.weight"};
#undef PATCHLIGHT_UNIT

#define PATCHLIGHT_UNIT "stages.#-1.blocks.#-1."
constexpr std::string_view kNpzPrefixes[]{"resnet/"};
constexpr Rule kNpzRules[]{
    {"root_block/standardized_conv2d/kernel", "stem.conv.weight", Change::KernelHwio},
    {"block#/unit%/a/proj/standardized_conv2d/kernel", PATCHLIGHT_UNIT "downsample.conv.weight", Change::KernelHwio},
    {"block#/unit%/a/standardized_conv2d/kernel", PATCHLIGHT_UNIT "conv1.weight", Change::KernelHwio},
    {"block#/unit%/b/standardized_conv2d/kernel", PATCHLIGHT_UNIT "conv2.weight", Change::KernelHwio},
    {"block#/unit%/c/standardized_conv2d/kernel", PATCHLIGHT_UNIT "conv3.weight", Change::KernelHwio},
    {"block#/unit%/a/group_norm/gamma", PATCHLIGHT_UNIT "norm1.weight", Change::Vector},
    {"block#/unit%/a/group_norm/beta", PATCHLIGHT_UNIT "norm1.bias", Change::Vector},
    {"block#/unit%/b/group_norm/gamma", PATCHLIGHT_UNIT "norm2.weight", Change::Vector},
    {"block#/unit%/b/group_norm/beta", PATCHLIGHT_UNIT "norm2.bias", Change::Vector},
    {"block#/unit%/c/group_norm/gamma", PATCHLIGHT_UNIT "norm3.weight", Change::Vector},
    {"block#/unit%/c/group_norm/beta", PATCHLIGHT_UNIT "norm3.bias", Change::Vector},
    {"group_norm/gamma", "norm.weight", Change::Vector},
    {"group_norm/beta", "norm.bias", Change::Vector},
    {"head/conv2d/kernel", "head.fc.weight", Change::KernelHwio},
    {"head/conv2d/bias", "head.fc.bias", Change::Vector},
};
#undef PATCHLIGHT_UNIT
constexpr std::string_view kNpzMarks[]{
    "root_block/standardized_conv2d/kernel", "block#/unit%/a/standardized_conv2d/kernel"};

constexpr Habits kTorchvision{.profile = "torchvision-resnet"};
constexpr Habits kHuggingFace{.profile = "hf-resnet"};
constexpr Habits kBit{.profile = "bit"};

constexpr Layout kLayouts[]{
    {"torchvision", Family::ResNet, kResNetMarks, {}, kResNetRules, kTorchvision, {}},
    {"huggingface", Family::ResNet, kHfResNetMarks, kHfResNetPrefixes, kHfResNetRules, kHuggingFace, {}},
    {"huggingface", Family::Bit, kHfBitMarks, kHfBitPrefixes, kHfBitRules, kBit, {}},
    {"timm", Family::Bit, kBitMarks, {}, kBitRules, kBit, {}},
    {"google-research", Family::Bit, kNpzMarks, kNpzPrefixes, kNpzRules, kBit, {}},
};

}

std::span<const Layout> convolutionalLayouts()
{
    return kLayouts;
}

}
