// core/engine/tensor_bridge.h: plain arrays ↔ torch tensors, by copy.
#pragma once
#include "core/base/nd_array.h"

namespace at
{
class Tensor;
}

namespace patchlight
{

at::Tensor toTensor(const NdArray& array); ///< float32 on the CPU, own memory
NdArray toArray(const at::Tensor& tensor); ///< empty for an undefined tensor

}
