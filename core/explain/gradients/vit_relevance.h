// core/explain/gradients/vit_relevance.h: relevance of one class passed back through a Vision Transformer, block by
// block.
#pragma once
#include "core/base/result.h"
#include "core/explain/network_task.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{
class Vit;

/// Source: Chefer, Gur & Wolf, CVPR 2021, section 3; LayerScale passes relevance on, average pooling shares it by
/// contribution, and a distilled net's two heads share it by the size of their logits.
class VitRelevance
{
public:
    /// Errors: Unsupported (not a ViT, gated MLP).
    static Result<VitRelevance> make(Network& network);

    /// All relevance, 1, at the logit of the target; carried to the last block's output. Of an embedding: each token
    /// times its gradient. The same where asked what lowers it: the gradients that it meets carry the sign.
    /// tokens [1, T, D].
    void start(const at::Tensor& lastTokens, const ExplainRequest& request);
    /// Carries it through block `l`; returns the relevance of its attention weights, [H, T, T]. `hooks`: an
    /// intervention that changes them; null for none.
    at::Tensor through(LayerIndex l, const at::Tensor& blockInput, AttentionHooks* hooks);

private:
    explicit VitRelevance(Vit& network) : m_network(&network) { }
    at::Tensor parameter(const std::string& name) const;
    at::Tensor throughHead(const std::string& name, const at::Tensor& token, ClassIndex target, double share) const;
    at::Tensor atEmbedding(const at::Tensor& lastTokens, const ExplainRequest& request) const;
    at::Tensor throughPooling(const at::Tensor& tokens, ClassIndex target) const;

    Vit* m_network;
    at::Tensor m_relevance; ///< [1, T, D]
};

}
