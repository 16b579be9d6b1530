// core/checkpoint/detect_convolutional.cpp: ResNet and BiT from their tensors.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/detect.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr int kCell = 16; ///< pixels of a cell that is asked or hidden: as a ViT's usual patch, so that both compare
constexpr int kUsualSide = 224;

Result<void> takeStages(const std::vector<int>& depths, const Evidence& evidence, ModelConfig& config)
{
    if (depths.empty() || std::find(depths.begin(), depths.end(), 0) != depths.end())
        return fail(ErrorCode::Mismatch, evidence.file + " lacks some of the stages of a residual network");
    auto agreed = reconciled("depths", depths, evidence.stated.depths, evidence.file);
    if (!agreed)
        return fail(agreed.error());
    config.depths = *agreed;
    return {};
}

/// Nothing of the input's size is in such a network.
void takeInput(const Evidence& evidence, int stem, ModelConfig& config)
{
    config.classToken = false;
    config.positions = false;
    config.convolutions.stem = stem;
    config.width = {stem, Origin::Inferred};
    config.patch = {kCell, Origin::Inferred};
    config.pooling = {Pooling::AveragePatches, Origin::Inferred};
    const auto& stated = evidence.stated.imageSize;
    config.imageSize = stated ? Fact<GridSize>{*stated, Origin::Read}
                              : Fact<GridSize>{{kUsualSide, kUsualSide}, Origin::Assumed};
}

/// Channels that the convolution `name` of each stage's first block gives out.
std::vector<int> outOf(const TensorsByName& tensors, const std::vector<std::string>& firstBlocks, const std::string& name)
{
    std::vector<int> channels;
    for (const auto& block : firstBlocks)
        channels.push_back(sizeOf(tensors, block + name + ".weight", 0).value_or(0));
    return channels;
}

}

Result<void> detectResNet(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    const bool deep = tensors.contains("conv1.0.weight");
    const auto stem = sizeOf(tensors, deep ? "conv1.6.weight" : "conv1.weight", 0);
    if (!stem)
        return fail(ErrorCode::Mismatch, evidence.file + " lacks the first convolution of a ResNet");
    takeInput(evidence, *stem, config);
    auto& c = config.convolutions;
    c.stemFirst = deep ? sizeOf(tensors, "conv1.0.weight", 0).value_or(0) : 0;
    c.stemSecond = deep ? sizeOf(tensors, "conv1.3.weight", 0).value_or(0) : 0;
    c.bottleneck = tensors.contains("layer1.0.conv3.weight");
    c.averagedShortcut = countOf(tensors, "layer#.#.downsample.2.**") > 0;
    c.strideFirst = evidence.stated.strideFirst;
    c.firstShortcut = countOf(tensors, "layer1.0.downsample.#.**") > 0;
    std::vector<int> depths;
    std::vector<std::string> firstBlocks;
    for (int stage = 1; stage < std::min(countOf(tensors, "layer#.#.**"), 16); ++stage) {
        const auto name = "layer" + std::to_string(stage) + ".";
        depths.push_back(countOf(tensors, name + "#.conv1.weight"));
        firstBlocks.push_back(name + "0.");
    }
    if (auto stages = takeStages(depths, evidence, config); !stages)
        return stages;
    c.middles = outOf(tensors, firstBlocks, "conv1");
    c.widths = outOf(tensors, firstBlocks, c.bottleneck ? "conv3" : "conv2");
    config.classes = {sizeOf(tensors, "fc.weight", 0).value_or(0), Origin::Inferred};
    // timm's files and torchvision's differ in nothing but what is said beside them.
    if (evidence.stated.modelType.empty() && !evidence.stated.architecture.empty())
        config.layout = "timm";
    return {};
}

Result<void> detectBit(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    const auto stem = sizeOf(tensors, "stem.conv.weight", 0);
    if (!stem)
        return fail(ErrorCode::Mismatch, evidence.file + " lacks the first convolution of a BiT");
    takeInput(evidence, *stem, config);
    if (auto head = tensors.find("head.fc.weight"); head != tensors.end() && head->second.dim() == 4)
        head->second = head->second.flatten(1);
    auto& c = config.convolutions;
    c.bottleneck = true;
    std::vector<int> depths;
    std::vector<std::string> firstBlocks;
    for (int stage = 0; stage < std::min(countOf(tensors, "stages.#.blocks.#.conv1.weight"), 16); ++stage) {
        const auto name = "stages." + std::to_string(stage) + ".blocks.";
        depths.push_back(countOf(tensors, name + "#.conv1.weight"));
        firstBlocks.push_back(name + "0.");
    }
    if (auto stages = takeStages(depths, evidence, config); !stages)
        return stages;
    c.middles = outOf(tensors, firstBlocks, "conv1");
    c.widths = outOf(tensors, firstBlocks, "conv3");
    config.classes = {sizeOf(tensors, "head.fc.weight", 0).value_or(0), Origin::Inferred};
    return {};
}

}
