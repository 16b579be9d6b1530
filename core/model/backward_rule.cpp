// core/model/backward_rule.cpp
#include "core/model/backward_rule.h"
#include <ATen/ATen.h>

namespace patchlight
{
namespace
{

thread_local BackwardRule rule = BackwardRule::Gradient;

}

BackwardRule backwardRule()
{
    return rule;
}

at::Tensor activationOf(const at::Tensor& x, const at::Tensor& y, double slopeAtZero)
{
    if (rule == BackwardRule::Gradient)
        return y;
    const auto values = x.detach();
    const auto zero = values.eq(0);
    return x * (y.detach() / values.masked_fill(zero, 1)).masked_fill(zero, slopeAtZero);
}

at::Tensor factorOf(const at::Tensor& x)
{
    return rule == BackwardRule::Gradient ? x : x * 0.5 + (x * 0.5).detach();
}

at::Tensor standardised(const at::Tensor& x, double epsilon)
{
    const auto centred = x - x.mean(-1, /*keepdim=*/true);
    const auto root = (centred.square().mean(-1, /*keepdim=*/true) + epsilon).sqrt();
    return centred / (rule == BackwardRule::Gradient ? root : root.detach());
}

WithBackwardRule::WithBackwardRule(BackwardRule wanted) : m_before(rule)
{
    rule = wanted;
}

WithBackwardRule::~WithBackwardRule()
{
    rule = m_before;
}

}
