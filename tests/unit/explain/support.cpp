// tests/unit/explain/support.cpp
#include "support.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace patchlight::test
{
namespace
{

constexpr float kNever = -300.0F;

LayerAttention layerOfMatrices(const NdArray& attention, int windows, int heads, int tokens, GridSize grid)
{
    const auto square = static_cast<std::size_t>(tokens) * tokens;
    const std::size_t matrices = static_cast<std::size_t>(windows) * heads;
    auto values = std::make_shared<std::vector<float>>(2 * matrices * square);
    for (std::size_t i = 0; i < matrices * square; ++i)
        (*values)[i] = attention.values[i] > 0 ? std::log(attention.values[i]) : kNever;
    for (std::size_t m = 0; m < matrices; ++m)
        for (int t = 0; t < tokens; ++t)
            (*values)[(matrices + m) * square + static_cast<std::size_t>(t) * tokens + t] = 1.0F;
    LayerAttention layer;
    layer.heads = heads;
    layer.headWidth = tokens;
    layer.grid = grid;
    layer.tokens = tokens;
    layer.q = values->data();
    layer.k = values->data() + matrices * square;
    layer.windowStride = static_cast<std::ptrdiff_t>(heads * square);
    layer.headStride = static_cast<std::ptrdiff_t>(square);
    layer.tokenStride = tokens;
    layer.owner = values;
    return layer;
}

std::string twoDigits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

AttentionRecord golden(const std::string& name, TokenLayout layout, int layers)
{
    std::vector<LayerAttention> all;
    for (int l = 0; l < layers; ++l)
        all.push_back(layerOf(array(fixture("goldens/" + name + "/attention_" + twoDigits(l) + ".npy")), layout.grid));
    return {layout, std::move(all)};
}

}

std::filesystem::path fixture(const std::string& relative)
{
    return std::filesystem::path(PATCHLIGHT_FIXTURES) / relative;
}

NdArray array(const std::filesystem::path& path)
{
    auto read = readNpy(path);
    if (!read)
        ADD_FAILURE() << read.error().message;
    return read.value_or(NdArray{});
}

double relativeError(const std::vector<float>& a, const std::vector<float>& b)
{
    if (a.size() != b.size() || a.empty())
        return std::numeric_limits<double>::infinity();
    double difference = 0;
    double norm = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) != std::isnan(b[i]))
            return std::numeric_limits<double>::infinity();
        if (std::isnan(a[i]))
            continue;
        difference += std::pow(static_cast<double>(a[i]) - b[i], 2);
        norm += std::pow(static_cast<double>(b[i]), 2);
    }
    if (norm == 0) // a map of zeros must be met exactly
        return difference == 0 ? 0 : std::numeric_limits<double>::infinity();
    return std::sqrt(difference / norm);
}

LayerAttention layerOf(const NdArray& attention, GridSize grid)
{
    return layerOfMatrices(attention, 1, static_cast<int>(attention.dim(0)), static_cast<int>(attention.dim(1)), grid);
}

LayerAttention layerOf(const NdArray& attention, GridSize grid, int window, int shift)
{
    LayerAttention layer = layerOfMatrices(attention, static_cast<int>(attention.dim(0)),
        static_cast<int>(attention.dim(1)), static_cast<int>(attention.dim(2)), grid);
    WindowLayout windows;
    windows.window = window;
    windows.shift = {shift, shift};
    windows.padded = {(grid.rows + window - 1) / window * window, (grid.columns + window - 1) / window * window};
    windows.rolled = windows.padded;
    layer.windows = windows;
    return layer;
}

AttentionRecord timmVit()
{
    return golden("timm-vit", {true, false, 0, {6, 6}}, 3);
}

AttentionRecord distilled()
{
    return golden("deit-distilled-pth", {true, true, 0, {4, 4}}, 2);
}

AttentionRecord swin()
{
    std::vector<LayerAttention> layers;
    for (int l = 0; l < 4; ++l) {
        const int side = l < 2 ? 16 : 8;
        layers.push_back(layerOf(
            array(fixture("goldens/timm-swin/attention_0" + std::to_string(l) + ".npy")), {side, side}, 4, l % 2 * 2));
    }
    return {TokenLayout{false, false, 0, {16, 16}}, std::move(layers)};
}

AttentionRecord randomRecord(TokenLayout layout, int layers, int heads, unsigned seed)
{
    std::mt19937 engine(seed);
    std::exponential_distribution<float> draw;
    std::vector<LayerAttention> all;
    const auto tokens = layout.count();
    for (int l = 0; l < layers; ++l) {
        NdArray attention{
            {heads, tokens, tokens}, std::vector<float>(static_cast<std::size_t>(heads) * tokens * tokens)};
        std::generate(attention.values.begin(), attention.values.end(), [&] { return draw(engine); });
        all.push_back(layerOf(attention, layout.grid));
    }
    return {layout, std::move(all)};
}

}
