// core/checkpoint/detect_kin.cpp: what BEiT, DINOv3, EVA-02 and SigLIP add to a ViT.
#include "core/checkpoint/detect.h"
#include <ATen/Functions.h>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace patchlight
{
namespace
{

bool named(const Evidence& evidence, std::string_view name)
{
    const auto& tensors = evidence.recognised.tensors;
    return std::any_of(tensors.begin(), tensors.end(), [&](const auto& tensor) { return tensor.name == name; });
}

std::optional<at::Tensor> taken(TensorsByName& tensors, const std::string& name)
{
    auto node = tensors.extract(name);
    return node ? std::optional(node.mapped()) : std::nullopt;
}

/// EVA's largest CLIP tower has its norms after the branches and no rotation; its name alone says so.
bool isEnormous(const Evidence& evidence)
{
    return hintText(evidence).find("eva02_enormous") != std::string::npos;
}

/// EVA-02's rotation is in no tensor of timm's files; its packed form looks like any ViT with a gated MLP.
Rotary::Pairs pairsOf(const Evidence& evidence, const ModelConfig& config)
{
    if (isEnormous(evidence))
        return Rotary::Pairs::None;
    const auto habit = evidence.recognised.layout->habits.rotary;
    const bool gated = config.mlp == Mlp::SwiGlu;
    const bool packed = gated && named(evidence, "blocks.0.attn.q_bias") && named(evidence, "pos_embed");
    if (habit == Rotary::Pairs::None && config.layout == "timm"
        && (hintText(evidence).find("eva02") != std::string::npos || packed))
        return Rotary::Pairs::Neighbours;
    return habit;
}

/// DINOv3's own files hold the periods, rounded; what they hold is what their code computes with.
std::vector<double> ratesOf(const at::Tensor& periods)
{
    const auto values = periods.to(at::kDouble).contiguous();
    std::vector<double> rates;
    for (std::int64_t j = 0; j < values.numel(); ++j)
        rates.push_back(2 * std::numbers::pi / values.data_ptr<double>()[j]);
    return rates;
}

std::vector<double> ratesOf(Rotary::Pairs pairs, double base, int headWidth)
{
    std::vector<double> rates;
    for (int j = 0; j < headWidth / 4; ++j) {
        const double power = std::pow(base, 4.0 * j / headWidth);
        rates.push_back(pairs == Rotary::Pairs::Halves ? 2 * std::numbers::pi / power : 1 / power);
    }
    return rates;
}

/// EVA-02's own files hold the angles of their grid: the second cell's first one is referenceSide / side.
std::optional<double> referenceOf(const at::Tensor& cosines, const at::Tensor& sines)
{
    if (cosines.dim() != 2 || cosines.sizes() != sines.sizes() || cosines.size(0) < 2)
        return std::nullopt;
    const auto side = squareRoot(cosines.size(0));
    const auto column = cosines.size(1) / 2; // the first channel of the columns' half
    const double c = cosines[1][column].item<double>(), s = sines[1][column].item<double>();
    const double angle = std::atan2(s, c);
    return side && angle > 0 ? std::optional(std::round(angle * *side * 1000) / 1000) : std::nullopt;
}

void detectRotary(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    constexpr double usualReference = 16; // 224 pixels in patches of 14
    const auto& habits = evidence.recognised.layout->habits;
    const auto periods = taken(tensors, "rope_embed.periods");
    const auto cosines = taken(tensors, "rope.freqs_cos"), sines = taken(tensors, "rope.freqs_sin");
    config.rotary.pairs = pairsOf(evidence, config);
    if (!config.rotary)
        return;
    const bool halves = config.rotary.pairs == Rotary::Pairs::Halves;
    const double base = evidence.stated.rotaryBase.value_or(
        habits.rotaryBase > 0 ? habits.rotaryBase : halves ? 100.0 : 10000.0);
    const int headWidth = config.width.value / config.heads.value.front();
    config.rotary.rates = periods ? ratesOf(*periods) : ratesOf(config.rotary.pairs, base, headWidth);
    const auto told = cosines && sines ? referenceOf(*cosines, *sines) : std::nullopt;
    config.rotary.referenceSide = evidence.stated.referenceSide.value_or(told.value_or(usualReference));
    if (config.kin.empty())
        config.kin = "EVA-02";
}

/// (2R − 1)·(2C − 1) + 3 rows: of a square grid, or of the one that the picture's size makes.
std::optional<GridSize> gridOfTable(const at::Tensor& table, const Evidence& evidence, int patch)
{
    const auto offsets = table.size(0) - 3;
    if (const auto image = evidence.stated.imageSize ? evidence.stated.imageSize : evidence.given.imageSize) {
        const GridSize grid{image->rows / patch, image->columns / patch};
        if ((2 * grid.rows - 1) * (2 * grid.columns - 1) == offsets)
            return grid;
    }
    const auto side = squareRoot(offsets);
    return side && *side % 2 == 1 ? std::optional(GridSize{(*side + 1) / 2, (*side + 1) / 2}) : std::nullopt;
}

Result<void> detectRelative(const TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    const auto own = tensors.find("blocks.0.attn.relative_position_bias_table");
    const auto shared = tensors.find("rel_pos_bias.relative_position_bias_table");
    const auto found = own != tensors.end() ? own : shared;
    if (found == tensors.end())
        return {};
    const auto grid = gridOfTable(found->second, evidence, config.patch.value);
    if (!grid)
        return fail(ErrorCode::Mismatch,
            evidence.file + " holds a table of relative positions that fits no square grid; give the size it was "
                            "trained at with --image-size");
    config.relativePositions = own != tensors.end() ? RelativePositions::EachBlock : RelativePositions::Shared;
    config.positionGrid = *grid;
    return {};
}

/// DINOv3's keys have no bias, whatever the file holds in its place.
void clearMaskedBias(TensorsByName& tensors, const Evidence& evidence)
{
    if (!named(evidence, "blocks.0.attn.qkv.bias_mask"))
        return;
    for (auto& [name, tensor] : tensors)
        if (name.ends_with(".attn.qkv.bias")) {
            const auto third = tensor.size(0) / 3;
            tensor = at::cat({tensor.slice(0, 0, third), at::zeros({third}, tensor.options()), tensor.slice(0, 2 * third)});
        }
}

/// Its patches are rows of a matrix, not a kernel: only that tells it from SigLIP, whose names it shares.
bool isNaFlex(const Evidence& evidence)
{
    for (const auto& tensor : evidence.recognised.tensors)
        if (tensor.name == "embeddings.patch_embedding.weight")
            return tensor.stored->shape.size() == 2;
    return false;
}

/// Hugging Face stacks the pooling's query, key and value.
void splitPooling(TensorsByName& tensors)
{
    for (const std::string part : {"weight", "bias"})
        if (const auto whole = taken(tensors, "attn_pool.qkv." + part)) {
            const auto width = whole->size(0) / 3;
            tensors["attn_pool.q." + part] = whole->slice(0, 0, width);
            tensors["attn_pool.kv." + part] = whole->slice(0, width);
        }
}

}

Result<void> detectKin(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    splitPooling(tensors);
    config.postNorm = config.postNorm || isEnormous(evidence);
    config.anyGrid = isNaFlex(evidence);
    if (config.anyGrid) { // what is stated as its image's size counts for nothing
        const auto side = [&](int cells) { return cells * config.patch.value; };
        config.kin = "SigLIP 2";
        config.imageSize = {{side(config.positionGrid.rows), side(config.positionGrid.columns)}, Origin::Inferred};
    }
    clearMaskedBias(tensors, evidence);
    detectRotary(tensors, evidence, config);
    return detectRelative(tensors, evidence, config);
}

}
