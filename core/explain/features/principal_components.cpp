// core/explain/features/principal_components.cpp
#include "core/explain/features/principal_components.h"
#include "core/explain/tensor_values.h"
#include <algorithm>
#include <torch/types.h>
#include <tuple>

namespace patchlight
{
namespace
{

/// Each row times the sign of its entry that is largest in size.
at::Tensor withFixedSign(const at::Tensor& directions)
{
    const auto largest = directions.abs().argmax(1, true); // [count, 1]
    const auto sign = directions.gather(1, largest).sign();
    return directions * sign.masked_fill(sign.eq(0), 1);
}

}

PrincipalComponents principalComponents(const at::Tensor& rows, int count)
{
    const torch::NoGradGuard noGraph;
    const auto all = rows.detach().to(at::kCPU, at::kDouble);
    const auto x = all - all.mean(0, true); // [n, d]
    const bool wide = x.size(1) > x.size(0);
    const auto products = wide ? at::matmul(x, x.t()) : at::matmul(x.t(), x); // the smaller of the two
    const auto [values, vectors] = at::linalg_eigh(products); // rising; vectors are columns
    const auto kept = std::min<std::int64_t>(count, products.size(0));
    const auto first = vectors.slice(1, products.size(0) - kept).flip({1}).t(); // [kept, min(n, d)]
    auto directions = wide ? at::matmul(first, x) : first;
    directions = directions / directions.norm(2, 1, true).clamp_min(1e-300);
    const auto variance = values.clamp_min(0);
    const auto shares = variance.slice(0, products.size(0) - kept).flip({0}) / variance.sum().clamp_min(1e-300);
    PrincipalComponents out;
    out.directions = withFixedSign(directions);
    out.values = at::matmul(x, out.directions.t());
    out.shares = toValues(shares);
    return out;
}

at::Tensor stretchedColumns(const at::Tensor& values)
{
    const auto low = std::get<0>(values.min(0, true)), high = std::get<0>(values.max(0, true));
    const auto range = high - low;
    return ((values - low) / range.masked_fill(range.eq(0), 1)).masked_fill(range.eq(0).expand_as(values), 0.5);
}

}
