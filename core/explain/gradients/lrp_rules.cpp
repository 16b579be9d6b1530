// core/explain/gradients/lrp_rules.cpp
#include "core/explain/gradients/lrp_rules.h"
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
    const auto positiveX = x.clamp_min(0), negativeX = x.clamp_max(0);
    const auto positiveW = weight.clamp_min(0), negativeW = weight.clamp_max(0);
    const auto sum = at::matmul(positiveX, positiveW.t()) + at::matmul(negativeX, negativeW.t());
    const auto share = safeDivide(relevance, sum);
    return positiveX * at::matmul(share, positiveW) + negativeX * at::matmul(share, negativeW);
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
    const auto share = safeDivide(relevance, at::matmul(a, b));
    auto toA = at::matmul(share, b.transpose(-2, -1)).mul_(a).div_(2);
    return {std::move(toA), at::matmul(a.transpose(-2, -1), share).mul_(b).div_(2)};
}

}
