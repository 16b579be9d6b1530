// core/checkpoint/checkpoint.cpp: container → layout → canonical tensors → facts.
#include "core/checkpoint/checkpoint.h"
#include "core/base/guard.h"
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/detect.h"
#include "core/checkpoint/layouts/apply.h"
#include "core/checkpoint/tensor_view.h"
#include <system_error>

namespace patchlight
{
namespace
{

std::vector<TensorEntry> entriesOf(const std::vector<StoredTensor>& tensors)
{
    std::vector<TensorEntry> entries;
    entries.reserve(tensors.size());
    for (const auto& tensor : tensors)
        entries.push_back({fullName(tensor), std::string(dtypeName(tensor.dtype)), tensor.shape});
    return entries;
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::is_directory(path, error) ? path : path.parent_path();
}

/// A head published as a file of its own, "weight" and "bias" under any name, takes the place of the net's.
Result<void> takeHead(const std::filesystem::path& file, Checkpoint& checkpoint, Canonical& canonical, const RunContext& run)
{
    auto container = openContainer(file, run);
    if (!container)
        return fail(container.error());
    std::map<std::string, at::Tensor> found;
    for (const auto& tensor : container->tensors)
        for (const std::string part : {"weight", "bias"})
            if (tensor.name == part || tensor.name.ends_with("." + part)) {
                const auto view = viewTensor(tensor, file.string());
                if (!view)
                    return fail(view.error());
                if (!found.emplace("head." + part, *view).second)
                    return fail(ErrorCode::Mismatch,
                        file.string() + " holds more than one layer; give a file with the head's weight and bias alone");
            }
    if (!found.contains("head.weight") || found["head.weight"].dim() != 2)
        return fail(ErrorCode::Mismatch,
            file.string() + " holds no head: a tensor called weight, classes × features, is wanted");
    for (auto& [name, tensor] : found)
        canonical.tensors[name] = tensor;
    checkpoint.files.insert(checkpoint.files.end(), container->files.begin(), container->files.end());
    return {};
}

Result<Checkpoint> open(const std::filesystem::path& path, const Overrides& overrides, const RunContext& run)
{
    auto container = openContainer(path, run);
    if (!container)
        return fail(container.error());
    const auto file = container->files.front().string();
    Checkpoint checkpoint;
    checkpoint.container = container->kind;
    checkpoint.files = container->files;
    checkpoint.entries = entriesOf(container->tensors);
    const auto stated = readStatedFacts(folderOf(path), checkpoint.files);
    if (!stated)
        return fail(stated.error());
    const auto recognised = recognise(container->tensors, file);
    if (!recognised)
        return fail(recognised.error());
    if (run.cancel.requested())
        return cancelled();
    auto canonical = applyLayout(*recognised, file);
    if (!canonical)
        return fail(canonical.error());
    if (overrides.headFile)
        if (auto taken = takeHead(*overrides.headFile, checkpoint, *canonical, run); !taken)
            return fail(taken.error());
    const Evidence evidence{*recognised, *stated, overrides, file, canonical->headsOfKernels};
    auto config = detect(canonical->tensors, evidence);
    if (!config)
        return fail(config.error());
    checkpoint.config = std::move(*config);
    checkpoint.tensors = std::move(canonical->tensors);
    checkpoint.text = std::move(canonical->text);
    checkpoint.unwrapped = recognised->unwrapped;
    checkpoint.ignored = recognised->ignored;
    checkpoint.ignored.insert(checkpoint.ignored.end(), canonical->ignored.begin(), canonical->ignored.end());
    for (const auto& [name, tensor] : checkpoint.tensors)
        checkpoint.parameters += tensor.numel();
    return checkpoint;
}

}

Result<Checkpoint> openCheckpoint(const std::filesystem::path& path, const Overrides& overrides, const RunContext& run)
{
    return guarded(path.string(), [&] { return open(path, overrides, run); },
        {ErrorCode::Malformed, "does not fit together: ", "; get the file again from where it came",
            "close other programs"}); // what is thrown: a tensor operation on shapes nobody thought of
}

}
