// core/explain/features/principal_components.h: the directions along which rows of numbers differ most.
#pragma once
#include <ATen/core/Tensor.h>
#include <vector>

namespace patchlight
{

struct PrincipalComponents {
    at::Tensor directions; ///< [count, d], unit length; of each, the entry that is largest in size is positive
    at::Tensor values; ///< [n, count]: the centred rows along them
    std::vector<float> shares; ///< of the total variance, falling
};

/// rows [n, d]. Never more components than min(n, d). Computed in double precision; the same for the same rows.
/// Cost: the eigenvectors of a min(n, d)² matrix.
PrincipalComponents principalComponents(const at::Tensor& rows, int count);

/// Every column of [n, k] on its own from 0 (its least) to 1 (its largest); a constant one becomes 0.5.
at::Tensor stretchedColumns(const at::Tensor& values);

}
