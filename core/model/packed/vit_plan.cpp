// core/model/packed/vit_plan.cpp
#include "core/model/packed/vit_plan.h"
#include "core/model/packed/parallel.h"
#include <algorithm>
#include <cmath>
#include <torch/types.h>

namespace patchlight::packed
{
VitPlan::Block::Block(const VitBlockImpl& block, Number number, int rows)
    : norm1(*block.norm1), queryKey(weightRows(*block.attn->qkv, 0, 2 * block.attn->qkv->weight.size(1)),
                               After::Nothing, number, Number::Float32, rows),
      value(weightRows(*block.attn->qkv, 2 * block.attn->qkv->weight.size(1), block.attn->qkv->weight.size(1)),
          After::Nothing, number, Number::Float32, rows),
      proj(weightsOf(*block.attn->proj, gammaOf(block.ls1)), After::AddToOutput, number, Number::Float32, rows),
      queryNorm(normOf(block.attn->qNorm)), keyNorm(normOf(block.attn->kNorm)),
      attentionNorm(normOf(block.attn->norm)),
      mlp(*block.norm2, *block.mlp, gammaOf(block.ls2), number, rows)
{
}

VitPlan::VitPlan(Vit& network, Number number)
    : m_network(network), m_number(number), m_width(network.config().width.value), m_heads(network.config().heads.value.front())
{
    const int rows = network.tokenLayout(network.config().imageSize.value).count();
    for (const auto& block : network.blocks())
        m_blocks.emplace_back(*block, number, rows);
}

/// Query-key norm: each head's part of each row.
void VitPlan::normHeads(const Block& block, float* queryKey, int rows) const
{
    const auto queries = block.queryNorm->task(queryKey, queryKey, Number::Float32);
    const auto keys = block.keyNorm->task(queryKey, queryKey, Number::Float32);
    inParallel(rows, [&](int row, int) { // a row is 2·H parts
        normalise(queries, row * 2 * m_heads, m_heads);
        normalise(keys, row * 2 * m_heads + m_heads, m_heads);
    });
}

/// Rotary positions: the patches of each row of q and k.
void VitPlan::turn(float* queryKey, int rows, int tokens) const
{
    const auto& table = m_network.places().rotary;
    const int patches = table.grid.count(), prefix = tokens - patches;
    const bool halves = m_network.config().rotary.pairs == Rotary::Pairs::Halves;
    inParallel(rows, [&](int row, int) {
        const int patch = row % tokens - prefix;
        if (patch < 0)
            return;
        const auto angles = static_cast<std::ptrdiff_t>(patch) * table.headWidth;
        turnHeads(queryKey + static_cast<std::ptrdiff_t>(row) * 2 * m_width, 2 * m_heads, table.headWidth,
            table.cosines.data() + angles, table.sines.data() + angles, halves);
    });
}

/// The tables of relative positions for the grid at hand.
void VitPlan::settle()
{
    const auto grid = m_network.places().grid;
    if (m_network.config().relativePositions == RelativePositions::None
        || (!m_biases.empty() && m_biases.front().grid == grid))
        return;
    const int patch = m_network.config().patch.value;
    m_biases.clear();
    for (auto& layer : m_network.attentionLayout({grid.rows * patch, grid.columns * patch}))
        m_biases.push_back(std::move(*layer.byOffset));
}

/// What the projection reads.
const void* VitPlan::normed(const Block& block, int rows)
{
    if (!block.attentionNorm)
        return m_scratch.mixed.data();
    block.attentionNorm->run(m_scratch.mixed.data(), m_scratch.normed.data(), m_number, rows);
    return m_scratch.normed.data();
}

namespace
{

/// The first `wanted` of each picture's `tokens` rows, moved together to the front.
void gatherWanted(float* x, int batch, int tokens, int wanted, int width)
{
    for (std::ptrdiff_t picture = 1; picture < batch && wanted < tokens; ++picture)
        std::copy_n(x + picture * tokens * width, std::ptrdiff_t{wanted} * width, x + picture * wanted * width);
}

/// And back to where they were; what lies between is not worth reading any more.
void scatterWanted(float* x, int batch, int tokens, int wanted, int width)
{
    for (std::ptrdiff_t picture = batch - 1; picture > 0 && wanted < tokens; --picture)
        std::copy_backward(x + picture * wanted * width, x + (picture + 1) * wanted * width,
            x + (picture * tokens + wanted) * width);
}

}

void VitPlan::attend(const Block& block, LayerIndex layer, const float* queryKey, const Shape& shape)
{
    const int batch = shape.batch, tokens = shape.tokens, wanted = shape.wanted;
    const auto number = block.attentionNorm ? Number::Float32 : m_number;
    const auto* bias = m_biases.empty() ? nullptr : &m_biases.at(static_cast<std::size_t>(layer.value));
    const int headWidth = m_width / m_heads;
    const auto room = attentionRoom(tokens, headWidth);
    m_scratch.rooms.reserve(room * static_cast<std::size_t>(threadCount()) * sizeof(float));
    // Few heads on many processors: each head's queries are split.
    const int heads = batch * m_heads;
    const int parts = std::max(1, (4 * threadCount() + heads - 1) / heads);
    const int rowsPerPart = (wanted + parts - 1) / parts;
    inParallel(heads * parts, [&](int piece, int thread) {
        const int head = piece / parts % m_heads, picture = piece / parts / m_heads;
        const std::ptrdiff_t firstRow = static_cast<std::ptrdiff_t>(picture) * tokens;
        HeadTask task;
        task.q = queryKey + firstRow * 2 * m_width + head * headWidth;
        task.k = task.q + m_width;
        task.v = m_scratch.values.data() + firstRow * m_width + head * headWidth;
        task.queryKeyStride = 2 * m_width;
        task.valueStride = task.outStride = m_width;
        task.tokens = tokens;
        task.headWidth = headWidth;
        task.firstQuery = std::min(wanted, piece % parts * rowsPerPart);
        task.queries = std::min(rowsPerPart, wanted - task.firstQuery);
        task.scale = 1 / std::sqrt(static_cast<float>(headWidth));
        if (bias) {
            task.byOffset = bias->ofHead(head);
            task.gridRows = bias->grid.rows;
            task.gridColumns = bias->grid.columns;
        }
        task.out = m_scratch.mixed.data<char>()
            + (static_cast<std::ptrdiff_t>(picture) * wanted * m_width + head * headWidth)
                * static_cast<std::ptrdiff_t>(sizeOf(number));
        task.outNumber = number;
        attendHead(task, m_scratch.rooms.data() + room * static_cast<std::size_t>(thread));
    });
}

at::Tensor VitPlan::block(LayerIndex layer, const at::Tensor& tokens, float* queryKey, int wanted)
{
    auto& block = m_blocks.at(static_cast<std::size_t>(layer.value));
    auto* x = tokens.data_ptr<float>(); // [B·T, D]
    const int batch = static_cast<int>(tokens.size(0)), count = static_cast<int>(tokens.size(1));
    const int rows = batch * count;
    const auto bytes = static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_width) * sizeof(float);
    for (auto* buffer : {&m_scratch.normed, &m_scratch.values, &m_scratch.mixed})
        buffer->reserve(bytes);
    block.norm1.run(x, m_scratch.normed.data(), m_number, rows);
    block.queryKey.run(m_scratch.normed.data(), queryKey, rows);
    block.value.run(m_scratch.normed.data(), m_scratch.values.data(), rows);
    if (block.queryNorm)
        normHeads(block, queryKey, rows);
    if (m_network.config().rotary)
        turn(queryKey, rows, count);
    settle();
    attend(block, layer, queryKey, {batch, count, wanted});
    gatherWanted(x, batch, count, wanted, m_width);
    block.proj.run(normed(block, batch * wanted), x, batch * wanted);
    block.mlp.run(x, batch * wanted, m_scratch);
    scatterWanted(x, batch, count, wanted, m_width);
    return tokens;
}

}
