// core/explain/steps/token_lengths.cpp
#include "core/explain/steps/token_lengths.h"
#include "core/explain/tensor_values.h"
#include <ATen/ATen.h>

namespace patchlight
{
namespace
{

std::vector<float> lengths(const at::Tensor& tokens)
{
    return toValues(tokens.norm(2, -1).flatten());
}

}

TokenLengths tokenLengths(const at::Tensor& before, const at::Tensor& middle, const at::Tensor& after)
{
    TokenLengths out;
    out.before = lengths(before);
    out.after = lengths(after);
    if (middle.defined()) {
        out.attention = lengths(middle - before);
        out.middle = lengths(middle);
        out.mlp = lengths(after - middle);
    }
    return out;
}

}
