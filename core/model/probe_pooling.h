// core/model/probe_pooling.h: a learned query attends to all tokens; what it gathers is what the head reads.
#pragma once
#include "core/model/attention.h"
#include "core/record/attention_record.h"
#include <optional>

namespace patchlight
{

/// x = proj(attention of the probe), then x + mlp(norm(x)). Lee et al. 2019, "Set Transformer", section 3.2, as Zhai et
/// al. 2022, "Scaling Vision Transformers", and SigLIP use it.
class ProbePoolingImpl : public torch::nn::Module
{
public:
    explicit ProbePoolingImpl(const ModelConfig& config);
    /// [B, T, D] → [B, D]
    at::Tensor forward(const at::Tensor& tokens);
    /// How the first picture's probe looks at its tokens, for the record; grid and prefix are the caller's.
    LayerAttention attention(const at::Tensor& tokens);

private:
    at::Tensor query();
    at::Tensor m_latent; ///< [1, 1, D]
    Linear m_q{nullptr}, m_kv{nullptr}, m_proj{nullptr};
    LayerNorm m_norm{nullptr};
    MlpBlock m_mlp{nullptr};
    int m_heads;
};
TORCH_MODULE(ProbePooling);

}
