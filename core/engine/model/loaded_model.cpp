// core/engine/model/loaded_model.cpp
#include "core/engine/model/loaded_model.h"
#include "core/base/stopwatch.h"
#include "core/engine/device_choice.h"
#include "core/engine/model/model_files.h"
#include <ATen/core/Tensor.h>
#include <algorithm>

namespace patchlight
{
namespace
{

Precision precisionOn(const std::string& device, const ModelSource& source)
{
    const auto possible = Inference::precisions(device);
    const bool can = std::find(possible.begin(), possible.end(), source.precision) != possible.end();
    return can || !source.elseFp32 ? source.precision : Precision::Fp32;
}

/// Gradients of one model beside predictions of another would be believed.
Result<void> checkSame(const std::vector<FileIdentityPtr>& loaded, const std::vector<FileIdentityPtr>& now)
{
    for (std::size_t i = 0; i < loaded.size(); ++i)
        if (loaded.size() != now.size() || !loaded[i]->sameAs(*now[i]))
            return fail(ErrorCode::Unreadable,
                loaded[i]->path().string() + ": the file has changed since it was loaded; load the model again");
    return {};
}

/// What of the overrides the network itself depends on.
Overrides ofNetwork(Overrides given)
{
    given.profile.reset();
    given.stretch = false;
    given.bands.clear();
    given.colourProfiles = true;
    return given;
}

}

Result<bool> LoadedModel::prepareOtherwise(const ModelSource& source, const RunContext& run)
{
    const auto device = chooseDevice(source.device);
    if (source.path != m_source.path || !device || *device != m_device || precisionOn(*device, source) != m_source.precision
        || !(ofNetwork(source.overrides) == ofNetwork(m_source.overrides)))
        return false;
    const Stopwatch watch;
    auto files = openModelFiles(source, run);
    if (!files)
        return fail(files.error());
    auto info = std::move(files->info);
    if (!checkSame(m_info->identities, info.identities) || info.config.imageSize.value != m_info->config.imageSize.value)
        return false;
    info.temperatures = m_info->temperatures;
    info.identities = m_info->identities; // whose hashes may be known already
    info.loadMilliseconds = watch.milliseconds();
    m_source.overrides = source.overrides;
    m_info = std::make_shared<const ModelInfo>(std::move(info));
    return true;
}

Result<void> LoadedModel::checkFiles() const
{
    for (const auto& file : m_info->identities)
        if (auto same = file->unchanged(); !same)
            return same;
    return {};
}

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
    info.temperatures = (*network)->temperatures();
    std::unique_ptr<LoadedModel> model(new LoadedModel);
    model->m_network = *network;
    const Precision precision = precisionOn(*device, source);
    auto inference = Inference::make(std::move(*network), {*device, precision});
    if (!inference)
        return fail(inference.error());
    model->m_inference = std::move(*inference);
    model->m_source = source;
    model->m_source.precision = precision;
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
    if (const auto same = checkSame(m_info->identities, files->info.identities); !same)
        return fail(same.error());
    auto network = buildNetwork(std::move(*files));
    if (network && m_device != "cpu")
        network = copyOf(**network, at::TensorOptions(at::Device(m_device)).dtype(at::kFloat));
    if (network)
        m_network = m_ownNetwork = *network;
    return network;
}

}
