// core/model/packed/swin_plan.cpp
#include "core/model/packed/swin_plan.h"
#include "core/model/packed/parallel.h"
#include <torch/types.h>

namespace patchlight::packed
{
namespace
{

std::vector<float> copyOf(const at::Tensor& tensor)
{
    const auto plain = tensor.contiguous();
    const auto* values = plain.data_ptr<float>();
    return {values, values + plain.numel()};
}

std::vector<int> toInts(const at::Tensor& tensor)
{
    const auto plain = tensor.to(at::kInt).contiguous();
    const auto* values = plain.data_ptr<int>();
    return {values, values + plain.numel()};
}

GridSize gridOf(const at::Tensor& tokens)
{
    return {static_cast<int>(tokens.size(1)), static_cast<int>(tokens.size(2))};
}

}

namespace
{

/// Vectors as long as their head's temperature for q, of length 1 for k.
std::vector<float> lengthsOf(const WindowAttentionImpl& attention)
{
    const auto temperature = attention.temperature();
    if (!temperature.defined())
        return {};
    auto lengths = copyOf(temperature);
    lengths.resize(2 * lengths.size(), 1.0F);
    return lengths;
}

}

SwinPlan::Merging::Merging(const PatchMergingImpl& merging, Number number, int rows)
    : norm(*merging.norm), reduction(weightsOf(*merging.reduction), After::Nothing, number, Number::Float32, rows),
      normLast(merging.normLast)
{
}

SwinPlan::Block::Block(const SwinBlockImpl& block, Number number, int tokens, int windowRows)
    : norm1(*block.norm1), queryKey(weightRows(*block.attn->qkv, 0, 2 * block.attn->qkv->weight.size(1)),
                               After::Nothing, number, Number::Float32, windowRows),
      value(weightRows(*block.attn->qkv, 2 * block.attn->qkv->weight.size(1), block.attn->qkv->weight.size(1)),
          After::Nothing, number, Number::Float32, windowRows),
      proj(weightsOf(*block.attn->proj), block.postNorm ? After::Nothing : After::AddToOutput, number, Number::Float32,
          tokens),
      mlp(*block.norm2, *block.mlp, {}, number, tokens, block.postNorm ? Mlp::NormAt::End : Mlp::NormAt::Start),
      bias(copyOf(block.attn->bias())), lengths(lengthsOf(*block.attn)), scale(static_cast<float>(block.attn->scale())),
      heads(block.attn->heads), width(static_cast<int>(block.attn->qkv->weight.size(1)))
{
}

SwinPlan::SwinPlan(Swin& network, Number number) : m_network(network), m_number(number)
{
    auto grid = network.tokenLayout(network.config().imageSize.value).grid;
    for (const auto& step : network.steps()) {
        if (!step.merging.is_empty())
            grid = {(grid.rows + 1) / 2, (grid.columns + 1) / 2};
        const int tokens = std::max(grid.count(), 1);
        const int windowRows = std::max(network.plan(step, grid).padded().count(), 1);
        m_blocks.emplace_back(*step.block, number, tokens, windowRows);
        if (!step.merging.is_empty())
            m_blocks.back().merging.emplace(*step.merging, number, tokens);
    }
}

void SwinPlan::cutGrid(Block& block, LayerIndex layer, GridSize grid) const
{
    if (block.cut.plan.grid == grid)
        return;
    const auto plan = m_network.plan(m_network.steps().at(static_cast<std::size_t>(layer.value)), grid);
    // The windows of a grid of token numbers say where each place's token is; padding is zero, so numbers start at 1.
    const auto numbers = torch::arange(1, grid.count() + 1, at::kFloat).view({1, grid.rows, grid.columns, 1});
    block.cut = {plan, toInts(toWindows(numbers, plan) - 1), {}};
    if (plan.shifted())
        block.cut.regions = toInts(shiftRegions(plan));
}

at::Tensor SwinPlan::merge(Merging& merging, const at::Tensor& tokens)
{
    const auto fours = gatherFours(tokens).contiguous(); // [B, rows/2, columns/2, 4C]
    const auto width = fours.size(3);
    const auto merged = at::empty({fours.size(0), fours.size(1), fours.size(2), width / 2}, fours.options());
    const int rows = static_cast<int>(fours.numel() / width);
    m_scratch.normed.reserve(static_cast<std::size_t>(fours.numel()) * sizeof(float));
    if (!merging.normLast) {
        merging.norm.run(fours.data_ptr<float>(), m_scratch.normed.data(), m_number, rows);
        merging.reduction.run(m_scratch.normed.data(), merged.data_ptr<float>(), rows);
        return merged;
    }
    narrowRows(fours.data_ptr<float>(), m_scratch.normed.data(), m_number, rows, static_cast<int>(width));
    m_scratch.branch.reserve(static_cast<std::size_t>(merged.numel()) * sizeof(float));
    merging.reduction.run(m_scratch.normed.data(), m_scratch.branch.data(), rows);
    merging.norm.run(m_scratch.branch.data(), merged.data_ptr<float>(), Number::Float32, rows);
    return merged;
}

/// One picture's windows; the results go to their tokens' own places, so that the projection adds to the stream.
void SwinPlan::attend(const Block& block, const float* queryKey, int picture)
{
    const auto& plan = block.cut.plan;
    const int cells = plan.window * plan.window, windows = plan.windows().count();
    const int headWidth = block.width / block.heads;
    const auto room = attentionRoom(cells, headWidth);
    m_scratch.rooms.reserve(room * static_cast<std::size_t>(threadCount()) * sizeof(float));
    const auto firstRow = static_cast<std::ptrdiff_t>(picture) * windows * cells;
    inParallel(windows, [&](int window, int thread) {
        const auto row = firstRow + static_cast<std::ptrdiff_t>(window) * cells;
        for (int head = 0; head < block.heads; ++head) {
            HeadTask task;
            task.q = queryKey + row * 2 * block.width + head * headWidth;
            task.k = task.q + block.width;
            task.v = m_scratch.values.data() + row * block.width + head * headWidth;
            task.queryKeyStride = 2 * block.width;
            task.valueStride = task.outStride = block.width;
            task.tokens = task.queries = cells;
            task.headWidth = headWidth;
            task.scale = block.scale;
            task.otherRegion = plan.otherRegion;
            task.bias = block.bias.data() + static_cast<std::ptrdiff_t>(head) * cells * cells;
            task.regions = block.cut.regions.empty() ? nullptr : block.cut.regions.data() + window * cells;
            task.outRows = block.cut.rows.data() + window * cells;
            task.outNumber = m_number;
            task.out = m_scratch.mixed.data<char>()
                + (static_cast<std::ptrdiff_t>(picture) * plan.grid.count() * block.width + head * headWidth)
                    * static_cast<std::ptrdiff_t>(sizeOf(m_number));
            attendHead(task, m_scratch.rooms.data() + room * static_cast<std::size_t>(thread));
        }
    });
}

/// What q, k and v are made of: every window's cells, normed in the first version; padding is zeros.
void SwinPlan::cutWindows(const Block& block, const float* x, int batch, int count)
{
    const int windowRows = static_cast<int>(block.cut.rows.size());
    const auto width = static_cast<std::size_t>(block.width);
    for (int picture = 0; picture < batch; ++picture) {
        const float* from = x + static_cast<std::size_t>(picture) * count * width;
        auto* to
            = m_scratch.normed.data<char>() + static_cast<std::size_t>(picture) * windowRows * width * sizeOf(m_number);
        if (block.lengths.empty())
            block.norm1.run(from, to, m_number, windowRows, block.cut.rows.data());
        else
            narrowRows(from, to, m_number, windowRows, block.width, block.cut.rows.data());
    }
}

/// Adds what attention gathered to the stream.
void SwinPlan::project(Block& block, float* x, int rows)
{
    if (block.lengths.empty())
        return block.proj.run(m_scratch.mixed.data(), x, rows);
    m_scratch.branch.reserve(static_cast<std::size_t>(rows) * static_cast<std::size_t>(block.width) * sizeof(float));
    block.proj.run(m_scratch.mixed.data(), m_scratch.branch.data(), rows);
    block.norm1.add(m_scratch.branch.data(), x, rows);
}

at::Tensor SwinPlan::block(
    LayerIndex layer, const at::Tensor& given, float* queryKey, int /*wanted: the head reads all*/)
{
    auto& block = m_blocks.at(static_cast<std::size_t>(layer.value));
    const auto tokens = block.merging ? merge(*block.merging, given) : given;
    const auto grid = gridOf(tokens);
    cutGrid(block, layer, grid);
    const int batch = static_cast<int>(tokens.size(0)), count = grid.count();
    const int windowRows = static_cast<int>(block.cut.rows.size());
    const auto width = static_cast<std::size_t>(block.width);
    m_scratch.normed.reserve(static_cast<std::size_t>(batch) * windowRows * width * sizeof(float));
    m_scratch.values.reserve(static_cast<std::size_t>(batch) * windowRows * width * sizeof(float));
    m_scratch.mixed.reserve(static_cast<std::size_t>(batch) * count * width * sizeof(float));

    auto* x = tokens.data_ptr<float>(); // [B·rows·columns, D]
    cutWindows(block, x, batch, count);
    block.queryKey.run(m_scratch.normed.data(), queryKey, batch * windowRows);
    block.value.run(m_scratch.normed.data(), m_scratch.values.data(), batch * windowRows);
    if (!block.lengths.empty())
        inParallel(batch * windowRows, [&](int row, int) {
            unitHeads(queryKey + static_cast<std::ptrdiff_t>(row) * 2 * block.width, 2 * block.heads,
                block.width / block.heads, block.lengths.data());
        });
    for (int picture = 0; picture < batch; ++picture)
        attend(block, queryKey, picture);
    project(block, x, batch * count);
    block.mlp.run(x, batch * count, m_scratch);
    return tokens;
}

}
