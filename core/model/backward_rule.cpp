// core/model/backward_rule.cpp
#include "core/model/backward_rule.h"
#include <torch/csrc/autograd/custom_function.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

thread_local BackwardRule rule = BackwardRule::Gradient;

/// y as x times a constant.
struct ConstantRatio : torch::autograd::Function<ConstantRatio> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& y, double atZero)
    {
        context->save_for_backward({(y / x).masked_fill_(x.eq(0), atZero)});
        return y.detach();
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        return {gradients[0] * context->get_saved_variables()[0], at::Tensor(), at::Tensor()};
    }
};

/// (x − mean) times a constant.
struct ConstantDeviation : torch::autograd::Function<ConstantDeviation> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, double epsilon)
    {
        const auto normed = at::native_layer_norm(x, x.sizes().slice(x.dim() - 1), {}, {}, epsilon);
        context->save_for_backward({std::get<2>(normed)}); // 1 / √(variance + ε)
        return std::get<0>(normed);
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const auto scaled = gradients[0] * context->get_saved_variables()[0];
        return {scaled - scaled.mean(-1, /*keepdim=*/true), at::Tensor()};
    }
};

}

BackwardRule backwardRule()
{
    return rule;
}

at::Tensor activationOf(const at::Tensor& x, const at::Tensor& y, double slopeAtZero)
{
    return rule == BackwardRule::Gradient ? y : ConstantRatio::apply(x, y.detach(), slopeAtZero);
}

at::Tensor factorOf(const at::Tensor& x)
{
    return rule == BackwardRule::Gradient ? x : x * 0.5 + (x * 0.5).detach();
}

at::Tensor standardised(const at::Tensor& x, double epsilon)
{
    if (rule == BackwardRule::AttnLrp)
        return ConstantDeviation::apply(x, epsilon);
    const auto centred = x - x.mean(-1, /*keepdim=*/true);
    return centred / (centred.square().mean(-1, /*keepdim=*/true) + epsilon).sqrt();
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
