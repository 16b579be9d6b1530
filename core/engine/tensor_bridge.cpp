// core/engine/tensor_bridge.cpp
#include "core/engine/tensor_bridge.h"
#include <ATen/ATen.h>

namespace patchlight
{

at::Tensor toTensor(const NdArray& array)
{
    return at::from_blob(const_cast<float*>(array.values.data()), array.shape, at::kFloat).clone();
}

NdArray toArray(const at::Tensor& tensor)
{
    if (!tensor.defined())
        return {};
    const auto plain = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    NdArray array;
    array.shape = plain.sizes().vec();
    array.values.assign(plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel());
    return array;
}

}
