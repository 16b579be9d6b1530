// core/explain/gradients/lrp_rules.cpp
#include "core/explain/gradients/lrp_rules.h"
#include "core/model/products.h"
#include <ATen/ATen.h>

namespace patchlight::lrp
{

at::Tensor safeDivide(const at::Tensor& a, const at::Tensor& b)
{
    constexpr double kLeast = 1e-9;
    auto divisor = b.clamp_min(kLeast).add_(b.clamp_max(kLeast)); // as published: b ± 1e-9, and 2e-9 at 0
    divisor.masked_fill_(divisor.eq(0), kLeast);
    return at::div_out(divisor, a, divisor).mul_(b.ne(0)); // in place: a block's attention is large
}

at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& relevance)
{
    const auto rows = x.reshape({-1, x.size(-1)}), w = weight.detach().to(at::kFloat);
    auto positiveX = rows.clamp_min(0), negativeX = rows.clamp_max(0);
    auto positiveW = w.clamp_min(0), negativeW = w.clamp_max(0);
    const auto sum = matrixProduct(positiveX.to(at::kFloat), positiveW.t())
                         .add_(matrixProduct(negativeX.to(at::kFloat), negativeW.t()));
    const auto share = safeDivide(relevance.reshape(sum.sizes()), sum.to(rows.scalar_type())).to(at::kFloat);
    // In place: an MLP's hidden values and its weights are the largest that a block has.
    positiveX.mul_(matrixProduct(share, positiveW));
    positiveW.reset();
    return positiveX.add_(negativeX.mul_(matrixProduct(share, negativeW))).view(x.sizes());
}

std::pair<at::Tensor, at::Tensor> add(const at::Tensor& a, const at::Tensor& b, const at::Tensor& relevance)
{
    const auto share = safeDivide(relevance, a + b);
    const auto toA = a * share, toB = b * share;
    const auto sumA = toA.sum(), sumB = toB.sum();
    const auto total = relevance.sum(), absolute = sumA.abs() + sumB.abs();
    const auto partA = safeDivide(sumA.abs(), absolute) * total;
    const auto partB = safeDivide(sumB.abs(), absolute) * total;
    return {toA * safeDivide(partA, sumA), toB * safeDivide(partB, sumB)};
}

std::pair<at::Tensor, at::Tensor> product(const at::Tensor& a, const at::Tensor& b, const at::Tensor& relevance)
{
    const auto share = safeDivide(relevance, stackProduct(a, b)).to(at::kFloat);
    const auto narrowA = a.to(at::kFloat), narrowB = b.to(at::kFloat);
    return {stackProduct(share, narrowB.transpose(-2, -1)).mul(a).div_(2),
        stackProduct(narrowA.transpose(-2, -1), share).mul(b).div_(2)};
}

}
