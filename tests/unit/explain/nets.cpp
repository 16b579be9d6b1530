// tests/unit/explain/nets.cpp
#include "nets.h"
#include "core/checkpoint/checkpoint.h"
#include "core/explain/tensor_values.h"
#include "support.h"
#include <fstream>
#include <nlohmann/json.hpp>
#include <torch/types.h>

namespace patchlight::test
{

namespace
{

Net openedNet(const std::filesystem::path& checkpoint, const std::filesystem::path& input, const Overrides& facts)
{
    auto opened = openCheckpoint(checkpoint, facts, {});
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

/// The file of weights in a folder, or the folder where it has another name.
std::filesystem::path weightsIn(const std::filesystem::path& folder)
{
    for (const char* file : {"model.safetensors", "model.pth", "model.npz"})
        if (std::filesystem::exists(folder / file))
            return folder / file;
    return folder;
}

}

Net openNet(const std::filesystem::path& checkpoint, const std::filesystem::path& input)
{
    return openedNet(checkpoint, input, {});
}

Net goldenNet(const std::string& name)
{
    const auto folder = fixture("goldens/" + name);
    return openNet(weightsIn(folder), folder / "input.npy");
}

Net familyNet(const std::string& name)
{
    const auto folder = fixture("families/" + name);
    std::ifstream file(folder / "meta.json");
    const auto meta = nlohmann::json::parse(file);
    Overrides facts;
    if (meta.value("heads_not_in_file", false))
        facts.heads = meta["heads"].get<int>();
    return openedNet(weightsIn(folder), folder / "input.npy", facts);
}

double logit(const Net& net, const at::Tensor& input, int target)
{
    const torch::NoGradGuard noGraph;
    return net.network->forward(input, nullptr, {})->logits[0][target].item<double>();
}

}
