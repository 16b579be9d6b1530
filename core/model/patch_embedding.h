// core/model/patch_embedding.h: a picture cut into patches, each one token.
#pragma once
#include "core/base/model_config.h"
#include "core/model/layers.h"

namespace patchlight
{

/// What turns pixels into tokens: a projection of plain patches, or a convolutional stem before it.
class PatchEmbedding : public torch::nn::Module
{
public:
    /// [B, 3, H, W] → [B, rows, columns, D]
    virtual at::Tensor forward(const at::Tensor& input) = 0;
};

/// Dosovitskiy et al. 2021, equation 1: xE for every patch.
class PlainPatchEmbedding : public PatchEmbedding
{
public:
    explicit PlainPatchEmbedding(const ModelConfig& config);
    at::Tensor forward(const at::Tensor& input) override { return m_proj(input); }

private:
    PatchProjection m_proj{nullptr};
};

/// vit-pytorch: norm(E·norm(pixels)). Registered as norm_in [C·P²], proj, norm_out.
class NormedPatchEmbedding : public PatchEmbedding
{
public:
    explicit NormedPatchEmbedding(const ModelConfig& config);
    at::Tensor forward(const at::Tensor& input) override;

private:
    LayerNorm m_normIn{nullptr}, m_normOut{nullptr};
    PatchProjection m_proj{nullptr};
};

}
