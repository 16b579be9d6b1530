// core/model/make_network.cpp: which class builds which family, after its sizes are checked.
#include "core/base/limits.h"
#include "core/base/family.h"
#include "core/model/cait.h"
#include "core/model/hybrid.h"
#include "core/model/network.h"
#include "core/model/resnet.h"
#include "core/model/swin.h"
#include "core/model/vit.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// A size and the range it must lie in. Files are untrusted: the limits keep a lie from asking for terabytes.
struct Limit {
    const char* what;
    std::int64_t value, least, most;
};

Result<void> checkLimits(const std::vector<Limit>& limits)
{
    for (const auto& [what, value, least, most] : limits)
        if (value < least || value > most)
            return fail(ErrorCode::Mismatch,
                std::string(what) + " is " + std::to_string(value) + "; a network needs " + std::to_string(least)
                    + " to " + std::to_string(most) + " of it");
    return {};
}

Result<void> checkSizes(const ModelConfig& config)
{
    const bool attends = traitsOf(config.family).attends;
    if (config.depths.value.empty() || (attends && config.depths.value.size() != config.heads.value.size()))
        return fail(ErrorCode::Mismatch, "the numbers of stages of blocks and of heads differ");
    std::vector<Limit> limits{
        {"the patch size", config.patch.value, 1, 512},
        {"the width", config.width.value, 1, 16384},
        {"the width of the MLP", config.mlpWidth.value, attends ? 1 : 0, 131072},
        {"the number of classes", config.classes.value, 0, 1000000},
        {"the channels of a picture", config.channels.value, 1, 1024},
        {"the number of registers", config.registers, 0, 1024},
        {"the width before the head", config.preLogits, 0, 16384},
        {"the width of the projection", config.projection, 0, 65536},
        {"the width of the pooling's MLP", config.probeMlpWidth, 0, 131072},
        {"the blocks of class attention", config.classBlocks, 0, 64},
        {"the rows of the position grid", config.positionGrid.rows, 0, 1024},
        {"the columns of the position grid", config.positionGrid.columns, 0, 1024},
    };
    for (const int depth : config.depths.value)
        limits.push_back({"the number of blocks", depth, 1, kMostBlocks});
    for (const int heads : config.heads.value)
        limits.push_back({"the number of heads", heads, 1, 1024});
    return checkLimits(limits);
}

Result<void> checkVit(const ModelConfig& config)
{
    if (config.depths.value.size() != 1)
        return fail(ErrorCode::Mismatch, "a ViT has one stage of blocks");
    if (const int heads = config.heads.value.front(); config.width.value % heads != 0)
        return fail(ErrorCode::Mismatch,
            "a width of " + std::to_string(config.width.value) + " does not divide into " + std::to_string(heads)
                + " heads; give the right number of heads");
    const bool placed = config.positions || config.relativePositions != RelativePositions::None;
    if (placed && config.positionGrid.count() == 0)
        return fail(ErrorCode::Mismatch, "the grid of the positions is not known; give the image size");
    const int headWidth = config.width.value / config.heads.value.front();
    if (config.rotary && (headWidth % 4 != 0 || static_cast<int>(config.rotary.rates.size()) != headWidth / 4))
        return fail(ErrorCode::Mismatch,
            "rotary positions need heads whose width divides by four, but it is " + std::to_string(headWidth)
                + "; give the right number of heads");
    if (config.relativePositions != RelativePositions::None
        && (!config.classToken || config.distillationToken || config.registers > 0))
        return fail(ErrorCode::Mismatch, "relative positions are those of patches after one class token");
    if (config.mlp == Mlp::SwiGlu && config.mlpWidth.value % 2 != 0)
        return fail(ErrorCode::Mismatch, "a gated MLP needs an even width");
    const bool distilled = config.pooling.value == Pooling::ClassAndDistillation;
    if (distilled && !(config.classToken && config.distillationToken))
        return fail(ErrorCode::Mismatch, "two heads need a class and a distillation token");
    const bool readsClass = config.pooling.value == Pooling::ClassToken
        || config.pooling.value == Pooling::ClassAndPatches || config.pooling.value == Pooling::LastClassesAndPatches;
    if (config.pooling.value == Pooling::LastClassesAndPatches && config.blockCount() < 4)
        return fail(ErrorCode::Mismatch, "a head that reads four blocks needs as many");
    if (config.pooling.value == Pooling::Probe && config.probeMlpWidth == 0)
        return fail(ErrorCode::Mismatch, "the head reads a probe, but the network has none");
    if (readsClass && !config.classToken && config.classes.value > 0)
        return fail(ErrorCode::Mismatch, "the head reads the class token, but the network has none");
    return {};
}

/// Positions belong to the grid of the training size unless the file says otherwise.
ModelConfig withPositionGrid(ModelConfig config)
{
    if (config.positionGrid.count() == 0 && config.patch.value > 0)
        config.positionGrid
            = {config.imageSize.value.rows / config.patch.value, config.imageSize.value.columns / config.patch.value};
    return config;
}

Result<std::shared_ptr<Network>> makeVit(const ModelConfig& given)
{
    const auto config = withPositionGrid(given);
    if (const auto fits = checkVit(config); !fits)
        return fail(fits.error());
    if (config.patchNorms)
        return std::make_shared<Vit>(config, std::make_shared<NormedPatchEmbedding>(config));
    return std::make_shared<Vit>(config, std::make_shared<PlainPatchEmbedding>(config));
}

Result<std::shared_ptr<Network>> makeHybrid(const ModelConfig& given)
{
    const auto config = withPositionGrid(given);
    if (const auto fits = checkVit(config); !fits)
        return fail(fits.error());
    std::vector<Limit> limits{{"the channels of the stem", config.stemChannels, 32, 4096},
        {"the stages of the stem", static_cast<std::int64_t>(config.stemDepths.size()), 0, 6}};
    for (const int depth : config.stemDepths)
        limits.push_back({"the bottlenecks of a stage", depth, 1, 256});
    if (const auto fits = checkLimits(limits); !fits)
        return fail(fits.error());
    if (config.stemChannels % 32 != 0)
        return fail(ErrorCode::Mismatch, "the channels of the stem do not divide into 32 groups");
    if (config.patch.value % HybridPatchEmbedding::stemStride(config) != 0)
        return fail(ErrorCode::Mismatch, "the patch is not a multiple of the stem's stride");
    return std::make_shared<Vit>(config, std::make_shared<HybridPatchEmbedding>(config));
}

Result<std::shared_ptr<Network>> makeCait(const ModelConfig& given)
{
    const auto config = withPositionGrid(given);
    if (const auto fits = checkVit(config); !fits)
        return fail(fits.error());
    if (config.classBlocks < 1 || config.probeMlpWidth < 1)
        return fail(ErrorCode::Mismatch, "a CaiT needs blocks in which its class token asks");
    return std::make_shared<Cait>(config);
}

Result<std::shared_ptr<Network>> makeResidual(const ModelConfig& config)
{
    const auto& c = config.convolutions;
    const auto stages = config.depths.value.size();
    std::vector<Limit> limits{{"the number of stages", static_cast<std::int64_t>(stages), 1, 8},
        {"the channels of the stem", c.stem, 1, 16384}, {"the channels inside the stem", c.stemFirst, 0, 16384},
        {"the channels inside the stem", c.stemSecond, c.stemFirst > 0 ? 1 : 0, 16384}};
    for (const auto* list : {&c.widths, &c.middles})
        for (const int channels : *list)
            limits.push_back({"the channels of a stage", channels, 1, 65536});
    if (const auto fits = checkLimits(limits); !fits)
        return fail(fits.error());
    if (c.widths.size() != stages || c.middles.size() != stages)
        return fail(ErrorCode::Mismatch, "the numbers of stages and of their channels differ");
    if (config.family == Family::ResNet)
        return makeResNet(config);
    bool grouped = c.stem % 32 == 0;
    for (const auto* list : {&c.widths, &c.middles})
        for (const int channels : *list)
            grouped = grouped && channels % 32 == 0;
    if (!grouped)
        return fail(ErrorCode::Mismatch, "the channels of a stage do not divide into 32 groups");
    return makeBit(config);
}

Result<std::shared_ptr<Network>> makeSwin(const ModelConfig& config)
{
    const auto stages = static_cast<std::int64_t>(config.depths.value.size());
    std::vector<Limit> limits{{"the number of stages", stages, 1, 8}, {"the window", config.window.value, 1, 128}};
    for (const int window : config.stageWindows)
        limits.push_back({"the window", window, 1, 128});
    if (const auto fits = checkLimits(limits); !fits)
        return fail(fits.error());
    for (std::int64_t stage = 0; stage < stages; ++stage)
        if ((config.width.value << stage) % config.heads.value[static_cast<std::size_t>(stage)] != 0)
            return fail(
                ErrorCode::Mismatch, "the heads of stage " + std::to_string(stage) + " do not divide its width");
    return std::make_shared<Swin>(config);
}

}

Result<std::shared_ptr<Network>> makeNetwork(const ModelConfig& config)
{
    if (const auto fits = checkSizes(config); !fits)
        return fail(fits.error());
    Result<std::shared_ptr<Network>> network = fail(ErrorCode::Unsupported, "no such family of networks");
    switch (config.family) {
    case Family::Vit:
        network = makeVit(config);
        break;
    case Family::Hybrid:
        network = makeHybrid(config);
        break;
    case Family::Swin:
    case Family::SwinV2:
        network = makeSwin(config);
        break;
    case Family::Cait:
        network = makeCait(config);
        break;
    case Family::ResNet:
    case Family::Bit:
        network = makeResidual(config);
        break;
    }
    if (network)
        (*network)->eval();
    return network;
}

}
