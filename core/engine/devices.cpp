// core/engine/devices.cpp: which devices a forward pass can run on here, and why not on the others.
#include "core/engine/device_choice.h"
#include "core/engine/engine.h"
#include "core/engine/startup.h"
#include "core/model/inference.h"
#include <charconv>
#include <torch/cuda.h>

namespace patchlight
{
namespace
{

constexpr const char* kNoCuda = "the driver shows no CUDA device, or this LibTorch was built without CUDA";

/// "cuda" → 0, "cuda:2" → 2, anything else → -1.
int cudaIndex(const std::string& name)
{
    if (name == "cuda")
        return 0;
    if (name.rfind("cuda:", 0) != 0)
        return -1;
    int index = -1;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + 5, end, index);
    return read.ec == std::errc{} && read.ptr == end ? index : -1;
}

}

std::vector<DeviceInfo> Engine::devices()
{
    std::vector<DeviceInfo> found{{"cpu", "CPU", threadCount(), true, "", Inference::precisions("cpu")}};
    const int count = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    for (int i = 0; i < count; ++i) {
        const std::string name = "cuda:" + std::to_string(i);
        found.push_back({name, "CUDA device " + std::to_string(i), 0, true, "", Inference::precisions(name)});
    }
    if (count == 0)
        found.push_back({"cuda", "CUDA", 0, false, std::string{kNoCuda}, {}});
    return found;
}

Result<std::string> chooseDevice(const std::string& asked)
{
    const int count = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    if (asked == "cpu" || (asked == "auto" && count == 0))
        return std::string{"cpu"};
    if (asked == "auto")
        return std::string{"cuda:0"};
    const int index = cudaIndex(asked);
    if (index < 0)
        return fail(ErrorCode::InvalidOption, "device \"" + asked + "\" is unknown: use auto, cpu, cuda or cuda:N");
    if (count == 0)
        return fail(ErrorCode::Unsupported,
            "device " + asked + " cannot be had: " + std::string{kNoCuda} + "; use --device cpu");
    if (index >= count)
        return fail(ErrorCode::Unsupported, "device " + asked + " cannot be had: there are " + std::to_string(count));
    return "cuda:" + std::to_string(index);
}

}
