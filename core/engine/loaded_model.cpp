// core/engine/loaded_model.cpp
#include "core/engine/loaded_model.h"
#include "core/base/stopwatch.h"
#include "core/engine/device_choice.h"
#include "core/engine/model_files.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

Result<std::unique_ptr<LoadedModel>> LoadedModel::open(const ModelSource& source, const RunContext& run)
{
    const Stopwatch watch;
    const auto device = chooseDevice(source.device);
    if (!device)
        return fail(device.error());
    auto files = openModelFiles(source, run);
    if (!files)
        return fail(files.error());
    auto info = files->info;
    auto network = buildNetwork(std::move(*files));
    if (!network)
        return fail(network.error());
    std::unique_ptr<LoadedModel> model(new LoadedModel);
    model->m_network = *network;
    auto inference = Inference::make(std::move(*network), {*device, source.precision});
    if (!inference)
        return fail(inference.error());
    model->m_inference = std::move(*inference);
    model->m_source = source;
    model->m_device = *device;
    info.loadMilliseconds = watch.milliseconds();
    model->m_info = std::make_shared<const ModelInfo>(std::move(info));
    return model;
}

Result<std::shared_ptr<Network>> LoadedModel::plainNetwork(const RunContext& run)
{
    if (auto network = m_network.lock())
        return network;
    auto files = openModelFiles(m_source, run);
    if (!files)
        return fail(files.error());
    auto network = buildNetwork(std::move(*files));
    if (network && m_device != "cpu")
        network = copyOf(**network, at::TensorOptions(at::Device(m_device)).dtype(at::kFloat));
    if (network)
        m_network = m_ownNetwork = *network;
    return network;
}

}
