// core/model/patch_embedding.cpp
#include "core/model/patch_embedding.h"
#include <torch/types.h>

namespace patchlight
{

PlainPatchEmbedding::PlainPatchEmbedding(const ModelConfig& config)
    : m_proj(register_module("proj", PatchProjection(
                                    config.channels.value, config.width.value, config.patch.value, config.patchBias)))
{
}

NormedPatchEmbedding::NormedPatchEmbedding(const ModelConfig& config)
{
    const std::int64_t side = config.patch.value, channels = config.channels.value, width = config.width.value;
    m_normIn = register_module("norm_in", LayerNorm(channels * side * side, config.normEps.value));
    m_proj = register_module("proj", PatchProjection(channels, width, side, config.patchBias));
    m_normOut = register_module("norm_out", LayerNorm(width, config.normEps.value));
}

at::Tensor NormedPatchEmbedding::forward(const at::Tensor& input)
{
    const auto side = m_proj->side;
    const auto pixels = at::im2col(input, {side, side}, {1, 1}, {0, 0}, {side, side}).transpose(1, 2); // [B, N, C·P²]
    const auto tokens = m_normOut(at::linear(m_normIn(pixels), m_proj->weight.flatten(1), m_proj->bias)); // [B, N, D]
    return tokens.view({input.size(0), input.size(2) / side, input.size(3) / side, -1});
}

}
