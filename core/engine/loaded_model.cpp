// core/engine/loaded_model.cpp
#include "core/engine/loaded_model.h"
#include "core/checkpoint/checkpoint.h"
#include "core/engine/device_choice.h"
#include "core/engine/find_model.h"
#include "core/engine/recorder.h"
#include "core/engine/stopwatch.h"
#include "core/engine/tensor_bridge.h"
#include "core/model/network.h"
#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace patchlight
{
namespace
{

ModelInfo describe(const Checkpoint& checkpoint, const ModelSource& source, const std::filesystem::path& path)
{
    ModelInfo info;
    info.config = checkpoint.config;
    info.title = checkpoint.config.name.empty() ? path.filename().string() : checkpoint.config.name;
    info.path = source.path.empty() ? std::filesystem::path{} : path;
    info.files = checkpoint.files;
    info.container = checkpoint.container;
    info.unwrapped = checkpoint.unwrapped;
    info.ignored = checkpoint.ignored;
    info.parameters = checkpoint.parameters;
    info.embedded = source.path.empty();
    return info;
}

Result<std::shared_ptr<Network>> buildNetwork(Checkpoint checkpoint)
{
    auto network = makeNetwork(checkpoint.config);
    if (!network)
        return fail(network.error());
    if (auto filled = fillNetwork(**network, std::move(checkpoint.tensors)); !filled)
        return fail(filled.error());
    (*network)->eval();
    for (auto& parameter : (*network)->parameters())
        parameter.set_requires_grad(false);
    return network;
}

Result<void> fits(const ModelConfig& config, const NdArray& input)
{
    const auto height = input.dim(2), width = input.dim(3);
    const int patch = config.patch.value;
    if (config.family == Family::Swin || patch <= 0 || (height % patch == 0 && width % patch == 0))
        return {};
    return fail(ErrorCode::InvalidOption,
        "an input of " + std::to_string(width) + " × " + std::to_string(height)
            + " pixels is not a whole number of patches of " + std::to_string(patch)
            + " pixels: choose another --image-size");
}

}

struct LoadedModel::Impl {
    ModelSource source;
    ModelInfoPtr info;
    std::string device, precision;
    std::shared_ptr<Network> network;
};

LoadedModel::LoadedModel(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) { }
LoadedModel::~LoadedModel() = default;

const ModelInfoPtr& LoadedModel::info() const
{
    return m_impl->info;
}

const std::string& LoadedModel::device() const
{
    return m_impl->device;
}

const std::string& LoadedModel::precision() const
{
    return m_impl->precision;
}

Result<std::unique_ptr<LoadedModel>> LoadedModel::open(const ModelSource& source, const RunContext& run)
{
    const Stopwatch watch;
    const auto path = findModel(source.path);
    if (!path)
        return fail(path.error());
    const auto device = chooseDevice(source.device);
    if (!device)
        return fail(device.error());
    auto checkpoint = openCheckpoint(*path, source.overrides, run);
    if (!checkpoint)
        return fail(checkpoint.error());
    auto info = describe(*checkpoint, source, *path);
    auto network = buildNetwork(std::move(*checkpoint));
    if (!network)
        return fail(network.error().code, path->string() + ": " + network.error().message);
    info.loadMilliseconds = watch.milliseconds();
    auto impl = std::make_unique<Impl>();
    *impl = {source, std::make_shared<const ModelInfo>(std::move(info)), *device, "fp32", std::move(*network)};
    return std::unique_ptr<LoadedModel>(new LoadedModel(std::move(impl)));
}

Result<ForwardResult> LoadedModel::forward(
    const NdArray& input, bool record, AttentionHooks* hooks, const RunContext& run)
{
    if (auto fitting = fits(m_impl->info->config, input); !fitting)
        return fail(fitting.error());
    const at::NoGradGuard noGradients;
    const GridSize size{static_cast<int>(input.dim(2)), static_cast<int>(input.dim(3))};
    const auto tensor = toTensor(input);
    QueryKeyRecorder recorder(m_impl->network->attentionLayout(size), hooks);
    const Stopwatch watch;
    auto output = m_impl->network->forward(tensor, record ? &recorder : hooks, run);
    if (!output)
        return fail(output.error());
    ForwardResult result{toArray(output->logits), toArray(output->logitsClass), toArray(output->logitsDistillation),
        toArray(output->tokens)};
    if (record)
        result.record = AttentionRecord(m_impl->network->tokenLayout(size), recorder.takeLayers());
    result.milliseconds = watch.milliseconds();
    return result;
}

TokenLayout LoadedModel::tokenLayout(GridSize input) const
{
    return m_impl->network->tokenLayout(input);
}

Result<std::shared_ptr<Network>> LoadedModel::plainNetwork(const RunContext&)
{
    return m_impl->network;
}

}
