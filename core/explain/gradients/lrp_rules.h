// core/explain/gradients/lrp_rules.h: how relevance goes back through one operation.
#pragma once
#include <ATen/core/Tensor.h>
#include <utility>

namespace patchlight::lrp
{

// Source of all: Chefer, Gur & Wolf, "Transformer Interpretability Beyond Attention Visualization", CVPR 2021,
// section 3.1, with the choices of the authors' code. Activations, norms and the softmax pass relevance on unchanged.

/// a / b, and 0 where b is 0; |b| is kept above 1e-9.
at::Tensor safeDivide(const at::Tensor& a, const at::Tensor& b);

/// y = x·Wᵀ (the offset takes no part): the α–β rule with α = 1, β = 0. x [..., in], weight [out, in],
/// relevance [..., out] → [..., in].
at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& relevance);

/// y = a + b: by contribution, then scaled so that each part gets its share by absolute sum.
std::pair<at::Tensor, at::Tensor> add(const at::Tensor& a, const at::Tensor& b, const at::Tensor& relevance);

/// y = a·b (batched matrices): gradient × input for each, halved.
std::pair<at::Tensor, at::Tensor> product(const at::Tensor& a, const at::Tensor& b, const at::Tensor& relevance);

}
