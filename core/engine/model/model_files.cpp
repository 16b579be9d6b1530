// core/engine/model/model_files.cpp
#include "core/engine/model/model_files.h"
#include "core/engine/model/find_model.h"

namespace patchlight
{
namespace
{

ModelInfo describe(const Checkpoint& checkpoint, const ModelSource& source, const std::filesystem::path& path)
{
    ModelInfo info;
    info.config = checkpoint.config;
    info.title = checkpoint.config.name.empty() ? path.filename().string() : checkpoint.config.name;
    info.path = path;
    info.files = checkpoint.files;
    info.container = checkpoint.container;
    info.unwrapped = checkpoint.unwrapped;
    info.ignored = checkpoint.ignored;
    info.parameters = checkpoint.parameters;
    info.embedded = source.path.empty();
    return info;
}

}

Result<ModelFiles> openModelFiles(const ModelSource& source, const RunContext& run)
{
    const auto path = findModel(source.path);
    if (!path)
        return fail(path.error());
    auto checkpoint = openCheckpoint(*path, source.overrides, run);
    if (!checkpoint)
        return fail(checkpoint.error());
    auto info = describe(*checkpoint, source, *path);
    for (const auto& file : info.files) {
        auto identity = FileIdentity::of(file);
        if (!identity)
            return fail(identity.error());
        info.identities.push_back(std::move(*identity));
    }
    return ModelFiles{std::move(info), std::move(*checkpoint)};
}

Result<std::shared_ptr<Network>> buildNetwork(ModelFiles files)
{
    const auto named
        = [&](const Error& error) { return fail(error.code, files.info.path.string() + ": " + error.message); };
    auto network = makeNetwork(files.checkpoint.config);
    if (!network)
        return named(network.error());
    if (auto filled = fillNetwork(**network, std::move(files.checkpoint.tensors)); !filled)
        return named(filled.error());
    (*network)->eval();
    for (auto& parameter : (*network)->parameters())
        parameter.set_requires_grad(false);
    return network;
}

}
