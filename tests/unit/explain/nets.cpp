// tests/unit/explain/nets.cpp
#include "nets.h"
#include "core/checkpoint/checkpoint.h"
#include "core/explain/tensor_values.h"
#include "support.h"
#include <torch/types.h>

namespace patchlight::test
{

Net openNet(const std::filesystem::path& checkpoint, const std::filesystem::path& input)
{
    auto opened = openCheckpoint(checkpoint, {}, {});
    if (!opened) {
        ADD_FAILURE() << opened.error().message;
        std::abort(); // nothing below can run without it
    }
    auto network = makeNetwork(opened->config);
    if (!network || !fillNetwork(**network, std::move(opened->tensors))) {
        ADD_FAILURE() << checkpoint << " does not fill its network";
        std::abort();
    }
    (*network)->eval();
    return {*network, toTensor(array(input))};
}

Net goldenNet(const std::string& name)
{
    const auto folder = fixture("goldens/" + name);
    for (const char* file : {"model.safetensors", "model.pth", "model.npz"})
        if (std::filesystem::exists(folder / file))
            return openNet(folder / file, folder / "input.npy");
    return openNet(folder, folder / "input.npy");
}

double logit(const Net& net, const at::Tensor& input, int target)
{
    const torch::NoGradGuard noGraph;
    return net.network->forward(input, nullptr, {})->logits[0][target].item<double>();
}

}
