// core/checkpoint/detect_vit.cpp: ViT, DeiT, DINO and hybrids from their tensors.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/detect.h"
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

bool has(const TensorsByName& tensors, const std::string& name)
{
    return tensors.contains(name);
}

/// Other code bases name a stem without stages like one with them; timm does not.
void nameBareStem(TensorsByName& tensors)
{
    if (countOf(tensors, "patch_embed.backbone.stages.#.**") > 0)
        return;
    for (const std::string part : {"conv.weight", "norm.weight", "norm.bias"})
        if (auto node = tensors.extract("patch_embed.backbone.stem." + part)) {
            node.key() = "patch_embed.backbone." + part;
            tensors.insert(std::move(node));
        }
}

/// ResNetV2 before the transformer: its convolution and pooling halve twice, every stage after the first once more.
void detectStem(const TensorsByName& tensors, const Habits& habits, ModelConfig& config)
{
    const bool bare = has(tensors, "patch_embed.backbone.conv.weight");
    const auto channels
        = sizeOf(tensors, bare ? "patch_embed.backbone.conv.weight" : "patch_embed.backbone.stem.conv.weight", 0);
    if (!channels)
        return;
    config.family = Family::Hybrid;
    const auto stem = bare ? "patch_embed.backbone.conv.weight" : "patch_embed.backbone.stem.conv.weight";
    config.channels.value = sizeOf(tensors, stem, 1).value_or(3);
    config.stemChannels = *channels;
    config.stemNormEps = habits.stemNormEps;
    config.stemWeightEps = habits.stemWeightEps;
    const int stages = std::min(countOf(tensors, "patch_embed.backbone.stages.#.**"), 8);
    for (int stage = 0; stage < stages; ++stage)
        config.stemDepths.push_back(
            countOf(tensors, "patch_embed.backbone.stages." + std::to_string(stage) + ".blocks.#.**"));
    config.patch.value = static_cast<int>(
        std::min(std::int64_t{config.patch.value} << (stages > 0 ? stages + 1 : 2), std::int64_t{1} << 20));
}

/// The published sizes. A width alone makes their heads an assumption; a name beside it makes them sure.
struct KnownSize {
    const char* word; ///< in timm's architecture name
    int width, heads;
};
constexpr KnownSize kKnownSizes[]{{"_tiny_", 192, 3}, {"_small_", 384, 6}, {"_medium_", 512, 8}, {"_base_", 768, 12},
    {"_large_", 1024, 16}, {"_so400m_", 1152, 16}, {"_huge_", 1280, 16}, {"_giant_", 1408, 16},
    {"_gigantic_", 1664, 16}};
constexpr int kUsualHeadWidth = 64;
constexpr int kLeastHeadWidth = 16; ///< of small nets; said in a note

/// Heads where some tensor's shape tells them: query-key norms, relative positions, rotary angles, talking heads.
std::optional<int> headsOfTensors(const TensorsByName& tensors, int width)
{
    const auto of = [&](const char* name, int axis) { return sizeOf(tensors, name, axis).value_or(0); };
    for (const int headWidth : {of("blocks.0.attn.q_norm.weight", 0), 4 * of("rope_embed.periods", 0),
             of("rope.freqs_cos", 1)})
        if (headWidth > 0)
            return std::max(width / headWidth, 1);
    for (const int heads : {of("blocks.0.attn.relative_position_bias_table", 1),
             of("rel_pos_bias.relative_position_bias_table", 1), of("blocks.0.attn.proj_l.weight", 0)})
        if (heads > 0)
            return heads;
    return std::nullopt;
}

Result<Fact<std::vector<int>>> headsOf(const TensorsByName& tensors, const Evidence& evidence, int width)
{
    const auto fact = [](int heads, Origin origin) { return Fact<std::vector<int>>{{heads}, origin}; };
    if (evidence.given.heads)
        return width % std::max(*evidence.given.heads, 1) == 0 && *evidence.given.heads > 0
            ? Result<Fact<std::vector<int>>>{fact(*evidence.given.heads, Origin::Given)}
            : fail(ErrorCode::InvalidOption,
                "--heads " + std::to_string(*evidence.given.heads) + " does not divide the width of "
                    + std::to_string(width) + " channels of " + evidence.file);
    if (evidence.stated.heads && evidence.stated.heads->size() == 1)
        return fact(evidence.stated.heads->front(), Origin::Read);
    if (evidence.headsOfKernels > 0)
        return fact(evidence.headsOfKernels, Origin::Inferred);
    if (const auto told = headsOfTensors(tensors, width))
        return fact(*told, Origin::Inferred);
    if (const auto* name = evidence.stated.named; name && name->heads > 0) {
        const bool sure = name->width == width || evidence.stated.width == width;
        if (!sure || width % name->heads != 0)
            return fail(ErrorCode::Mismatch,
                evidence.file + " is named " + inQuotes(evidence.stated.architecture) + ", whose "
                    + std::to_string(name->heads) + " heads are for a width of " + std::to_string(name->width)
                    + ", and its own width is " + std::to_string(width) + "; give its heads with --heads");
        return fact(name->heads, Origin::Inferred);
    }
    const auto* known = std::find_if(
        std::begin(kKnownSizes), std::end(kKnownSizes), [&](const KnownSize& each) { return each.width == width; });
    if (known != std::end(kKnownSizes)) {
        const bool named = evidence.stated.architecture.find(known->word) != std::string::npos;
        return fact(known->heads, named ? Origin::Inferred : Origin::Assumed);
    }
    for (const int headWidth : {kUsualHeadWidth, kLeastHeadWidth})
        if (width % headWidth == 0)
            return fact(width / headWidth, Origin::Assumed);
    return fail(ErrorCode::Mismatch,
        evidence.file + " does not tell how many heads its attention has, and its width of " + std::to_string(width)
            + " is no multiple of 16; give it with --heads");
}

void detectTokens(const TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    config.classToken = has(tensors, "cls_token");
    config.distillationToken = has(tensors, "dist_token");
    config.registers = sizeOf(tensors, "reg_token", 1).value_or(0);
    config.finalNorm = has(tensors, "norm.weight");
    config.fcNorm = has(tensors, "fc_norm.weight");
    if (evidence.head.normed)
        config.fcNormEps = 1e-5; // torch's own, whatever the backbone's
    if (evidence.head.hidden)
        config.headActivation = {HeadActivation::Relu, Origin::Assumed};
    config.probeMlpWidth = sizeOf(tensors, "attn_pool.mlp.fc1.weight", 0).value_or(0);
    config.projection = sizeOf(tensors, "proj.weight", 0).value_or(0);
}

/// Told by how wide the head is, by which heads and norms there are, or stated.
Fact<Pooling> poolingOf(const TensorsByName& tensors, const Evidence& evidence, const ModelConfig& config)
{
    const auto read = sizeOf(tensors, "head.weight", 1).value_or(0);
    const int width = config.width.value;
    const auto& stated = evidence.stated.pooling;
    const bool huggingFace = config.layout == "huggingface";
    if (config.distillationToken && has(tensors, "head_dist.weight"))
        return {Pooling::ClassAndDistillation, Origin::Inferred};
    if (config.classToken && config.preLogits == 0 && (read == 2 * width || read == 5 * width))
        return {read == 2 * width ? Pooling::ClassAndPatches : Pooling::LastClassesAndPatches, Origin::Inferred};
    if (huggingFace && !config.kin.empty() && config.kin != "DINOv3" && config.kin != "BEiT" && read > 0)
        return {Pooling::AveragePatches, Origin::Inferred}; // CLIP's and SigLIP's ForImageClassification
    if (stated && *stated == Pooling::AveragePatches)
        return {*stated, Origin::Read};
    if (config.probeMlpWidth > 0)
        return {Pooling::Probe, Origin::Inferred};
    if (stated && config.classToken && *stated == Pooling::ClassToken)
        return {*stated, Origin::Read};
    if (const auto* name = evidence.stated.named; name && evidence.recognised.head.empty()
        && name->pooling != Pooling::ClassAndDistillation
        && (config.classToken || name->pooling == Pooling::AveragePatches))
        return {name->pooling, Origin::Inferred};
    if (!config.classToken || (config.fcNorm && !evidence.head.normed))
        return {Pooling::AveragePatches, Origin::Inferred};
    return {evidence.recognised.layout->habits.pooling, Origin::Assumed};
}

void detectBlocks(const TensorsByName& tensors, ModelConfig& config)
{
    config.qkvBias = has(tensors, "blocks.0.attn.qkv.bias");
    config.qkNorm = has(tensors, "blocks.0.attn.q_norm.weight");
    config.layerScale = has(tensors, "blocks.0.ls1.gamma");
    config.preNorm = has(tensors, "norm_pre.weight");
    config.patchNorms = has(tensors, "patch_embed.norm_in.weight");
    config.patchBias = has(tensors, "patch_embed.proj.bias");
    config.preLogits = sizeOf(tensors, "pre_logits.fc.weight", 0).value_or(0);
    const auto hidden = sizeOf(tensors, "blocks.0.mlp.fc1.weight", 0);
    const auto read = sizeOf(tensors, "blocks.0.mlp.fc2.weight", 1);
    config.mlpWidth = {hidden.value_or(0), Origin::Inferred};
    config.mlp = hidden && read && *hidden == 2 * *read ? Mlp::SwiGlu : Mlp::Plain;
    config.attentionNorm = has(tensors, "blocks.0.attn.norm.weight");
    config.mlpNorm = has(tensors, "blocks.0.mlp.norm.weight");
}

std::optional<GridSize> gridOf(std::int64_t patches, int patch, const std::optional<GridSize>& image)
{
    if (image && patch > 0 && std::int64_t{image->rows / patch} * (image->columns / patch) == patches)
        return GridSize{image->rows / patch, image->columns / patch};
    const auto side = squareRoot(patches);
    return side ? std::optional{GridSize{*side, *side}} : std::nullopt;
}

/// timm's nets may store positions of registers too; those are added to the tokens once and for all.
void foldRegisterPositions(TensorsByName& tensors, int before, int registers)
{
    auto& positions = tensors.at("pos_embed");
    auto& tokens = tensors.at("reg_token");
    tokens = tokens.to(at::kFloat) + positions.slice(1, before, before + registers).to(at::kFloat);
    positions = at::cat({positions.slice(1, 0, before), positions.slice(1, before + registers)}, 1);
}

/// How many of the stored positions belong to patches: they may cover the prefix, the prefix and registers, or neither.
Result<void> detectPositions(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    const auto found = tensors.find("pos_embed");
    config.positions = found != tensors.end();
    if (!config.positions && (config.rotary || config.relativePositions != RelativePositions::None))
        return {};
    if (found == tensors.end() || found->second.dim() != 3)
        return fail(ErrorCode::Mismatch,
            evidence.file + " holds no table of positions (pos_embed), so it is no network known here");
    const auto stored = found->second.size(1);
    const int prefix = (config.classToken ? 1 : 0) + (config.distillationToken ? 1 : 0);
    for (const int covered : {prefix, 0, prefix + config.registers}) {
        auto grid = gridOf(stored - covered, config.patch.value, evidence.stated.imageSize);
        if (!grid)
            grid = gridOf(stored - covered, config.patch.value, evidence.given.imageSize);
        if (!grid)
            continue;
        config.positionGrid = *grid;
        config.positionsForPrefix = covered > 0 && prefix > 0;
        if (covered > prefix && found->second.size(2) == tensors.at("reg_token").size(2))
            foldRegisterPositions(tensors, prefix, config.registers);
        return {};
    }
    return fail(ErrorCode::Mismatch,
        evidence.file + " holds " + std::to_string(stored)
            + " positions, which make no square grid; give the size it was trained at with --image-size");
}

Result<void> detectSizes(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    const auto& stated = evidence.stated;
    const auto width = sizeOf(tensors, "patch_embed.proj.weight", 0);
    const auto side = sizeOf(tensors, "patch_embed.proj.weight", 3);
    if (!width || !side || *width < 1 || *side < 1 || sizeOf(tensors, "patch_embed.proj.weight", 2) != side)
        return fail(ErrorCode::Mismatch,
            evidence.file + " holds a patch embedding of a shape that is none: "
                + shapeText(tensors.contains("patch_embed.proj.weight") ? tensors.at("patch_embed.proj.weight").sizes()
                                                                        : at::IntArrayRef{}));
    config.patch = {*side, Origin::Inferred};
    config.channels = {sizeOf(tensors, "patch_embed.proj.weight", 1).value_or(3), Origin::Inferred};
    nameBareStem(tensors);
    detectStem(tensors, evidence.recognised.layout->habits, config);
    if (config.family != Family::Hybrid) {
        auto patch = reconciled("patch size", *side, stated.patch, evidence.file);
        if (!patch)
            return fail(patch.error());
        config.patch = *patch;
    }
    auto agreedWidth = reconciled("width", *width, stated.width, evidence.file);
    auto depths = reconciled(
        "number of blocks", std::vector{countOf(tensors, "blocks.#.norm1.weight")}, stated.depths, evidence.file);
    if (!agreedWidth || !depths)
        return fail(!agreedWidth ? agreedWidth.error() : depths.error());
    config.width = *agreedWidth;
    config.depths = *depths;
    auto heads = headsOf(tensors, evidence, *width);
    if (!heads)
        return fail(heads.error());
    config.heads = *heads;
    return {};
}

/// The size in pixels of the grid that positions belong to; nets that take any grid: as stated, or as they are given.
Result<void> takeTrainedSize(const Evidence& evidence, ModelConfig& config)
{
    const auto& stated = evidence.stated.imageSize;
    if (config.positionGrid.count() == 0) {
        constexpr int usual = 14;
        const int patch = config.patch.value;
        config.imageSize = stated ? Fact<GridSize>{*stated, Origin::Read}
                                  : Fact<GridSize>{{usual * patch, usual * patch}, Origin::Assumed};
        return {};
    }
    const auto rows = sideOf(config.positionGrid.rows, config.patch.value);
    const auto columns = sideOf(config.positionGrid.columns, config.patch.value);
    if (!rows || !columns)
        return fail(ErrorCode::Mismatch,
            evidence.file + " holds " + std::to_string(config.positionGrid.rows) + " × "
                + std::to_string(config.positionGrid.columns) + " positions for patches of "
                + std::to_string(config.patch.value) + " pixels, far too many to be those of a network");
    const GridSize trained{*rows, *columns};
    config.imageSize = {trained, stated == trained ? Origin::Read : Origin::Inferred};
    return {};
}

}

Result<void> detectVit(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    config.family = Family::Vit;
    if (auto sizes = detectSizes(tensors, evidence, config); !sizes)
        return sizes;
    detectTokens(tensors, evidence, config);
    detectBlocks(tensors, config);
    if (const auto* name = evidence.stated.named)
        config.postNorm = name->kind == NameKind::PostNorm;
    if (auto kin = detectKin(tensors, evidence, config); !kin)
        return kin;
    config.pooling = poolingOf(tensors, evidence, config);
    if (config.pooling.value == Pooling::Probe && (config.classToken || config.registers > 0))
        return unsupported(evidence.file,
            "its head pools by attention over the patches beside "
                + std::string(config.classToken ? "a class token" : "register tokens") + " ("
                + evidence.stated.architecture + ")",
            "SigLIP's towers, which have neither, can be");
    config.poolsBeforeNorm = config.kin == "CLIP" && config.layout == "huggingface" && has(tensors, "head.weight");
    config.classes = {sizeOf(tensors, "head.weight", 0).value_or(0), Origin::Inferred};
    if (auto positions = detectPositions(tensors, evidence, config); !positions)
        return positions;
    return takeTrainedSize(evidence, config);
}

Result<void> detectCait(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    if (auto sizes = detectSizes(tensors, evidence, config); !sizes)
        return sizes;
    config.family = Family::Cait;
    detectTokens(tensors, evidence, config);
    detectBlocks(tensors, config);
    config.layerScale = true;
    config.classBlocks = countOf(tensors, "blocks_token_only.#.norm1.weight");
    config.probeMlpWidth = sizeOf(tensors, "blocks_token_only.0.mlp.fc1.weight", 0).value_or(0);
    config.pooling = {Pooling::ClassToken, Origin::Inferred};
    config.classes = {sizeOf(tensors, "head.weight", 0).value_or(0), Origin::Inferred};
    const auto grid = gridOf(sizeOf(tensors, "pos_embed", 1).value_or(0), config.patch.value, evidence.stated.imageSize);
    if (!grid)
        return fail(ErrorCode::Mismatch,
            evidence.file + " holds positions that make no square grid; give the size it was trained at with "
                            "--image-size");
    config.positionGrid = *grid;
    config.positionsForPrefix = false;
    return takeTrainedSize(evidence, config);
}

}
