// core/train/optimisation/autocast.cpp
#include "core/train/optimisation/autocast.h"
#include <torch/version.h>

namespace patchlight
{
namespace
{

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
void switchOn(at::DeviceType device, at::ScalarType type)
{
    at::autocast::set_autocast_enabled(device, true);
    at::autocast::set_autocast_dtype(device, type);
}
void switchOff(at::DeviceType device)
{
    at::autocast::set_autocast_enabled(device, false);
}
#else
void switchOn(at::DeviceType device, at::ScalarType type)
{
    if (device == at::kCUDA) {
        at::autocast::set_enabled(true);
        at::autocast::set_autocast_gpu_dtype(type);
    } else {
        at::autocast::set_cpu_enabled(true);
        at::autocast::set_autocast_cpu_dtype(type);
    }
}
void switchOff(at::DeviceType device)
{
    if (device == at::kCUDA)
        at::autocast::set_enabled(false);
    else
        at::autocast::set_cpu_enabled(false);
}
#endif

}

Autocast::Autocast(at::DeviceType device, at::ScalarType type) : m_device(device), m_active(type != at::kFloat)
{
    if (!m_active)
        return;
    switchOn(device, type);
    at::autocast::increment_nesting();
}

Autocast::~Autocast()
{
    if (!m_active)
        return;
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache(); // halved weights are stale after the next step
    switchOff(m_device);
}

}
