// core/train/optimisation/placement.cpp
#include "core/train/optimisation/placement.h"
#include "core/model/half_products.h"
#include <torch/cuda.h>

namespace patchlight
{

Result<Placement> placementOf(const TrainOptions& options)
{
    const bool cuda = torch::cuda::is_available();
    const std::string& name = options.device;
    if (name.rfind("cuda", 0) == 0 && !cuda)
        return fail(ErrorCode::Unsupported, "no CUDA device can be used here; train with --device cpu");
    Placement placement;
    placement.device = name == "auto" ? at::Device(cuda ? at::kCUDA : at::kCPU) : at::Device(name);
    if (options.precision == "fp16")
        placement.products = at::kHalf;
    else if (options.precision != "fp32")
        placement.products = at::kBFloat16;
    if (options.precision == "bf16-all")
        placement.weights = at::kBFloat16;
    if (placement.products == at::kBFloat16 && placement.device.is_cpu())
        prepareHalfProducts();
    if (placement.products == at::kHalf && placement.device.is_cpu())
        return fail(ErrorCode::Unsupported, "processors have no fp16 training; use --precision bf16 or fp32");
    return placement;
}

}
