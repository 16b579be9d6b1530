// core/model/backward_rule.h: what goes back through a network: gradients, or relevance in a gradient's clothes.
#pragma once
#include <ATen/core/Tensor.h>

namespace patchlight
{

enum class BackwardRule {
    Gradient,
    /// AttnLRP (Achtibat et al. 2024, arXiv 2402.05602): input ⊙ what autograd then gives is relevance. The standard
    /// deviation in every norm and an activation's output/input are constants; of a product of two activations (q·k,
    /// weights·v, a gate) each passes half of its gradient. Values stay as they are.
    AttnLrp,
};

/// Of graphs that this thread makes from now on; layers ask for it as they run.
BackwardRule backwardRule();

/// `y` = f(x), element by element: y itself, or under AttnLRP x times the constant y/x (f's slope there where x is 0).
at::Tensor activationOf(const at::Tensor& x, const at::Tensor& y, double slopeAtZero);
/// x itself, or under AttnLRP the same values with half of the gradient: a factor of a product of activations.
at::Tensor factorOf(const at::Tensor& x);
/// (x − mean) / √(variance + ε) over the last axis; under AttnLRP the root is a constant.
at::Tensor standardised(const at::Tensor& x, double epsilon);

/// Sets it for as long as one lives.
class WithBackwardRule
{
public:
    explicit WithBackwardRule(BackwardRule rule);
    ~WithBackwardRule();
    WithBackwardRule(const WithBackwardRule&) = delete;
    WithBackwardRule& operator=(const WithBackwardRule&) = delete;

private:
    BackwardRule m_before;
};

}
