// core/train/optimisation/autocast.h: matrix products in half precision while it lives; weights stay float32.
#pragma once
#include <ATen/autocast_mode.h>
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// For the calling thread; `type` kFloat changes nothing.
class Autocast
{
public:
    Autocast(at::DeviceType device, at::ScalarType type);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    at::DeviceType m_device;
    bool m_active;
};

}
