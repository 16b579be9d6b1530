// core/checkpoint/checkpoint.cpp: container → layout → canonical tensors → facts.
#include "core/checkpoint/checkpoint.h"
#include "core/base/guard.h"
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/detect.h"
#include "core/checkpoint/layouts/apply.h"
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

/// DINOv2's linear classifiers read the class token and the mean of the patches side by side, which no network here
/// does: tokens and attention are right without them.
void dropJoinedHead(Canonical& canonical)
{
    const auto head = sizeOf(canonical.tensors, "head.weight", 1);
    const auto width = sizeOf(canonical.tensors, "patch_embed.proj.weight", 0);
    if (!head || !width || *head != 2 * *width || !canonical.tensors.contains("blocks.0.ls1.gamma"))
        return;
    for (const std::string name : {"head.weight", "head.bias"})
        if (canonical.tensors.erase(name) > 0)
            canonical.ignored.push_back(name + " (reads class token and patches side by side)");
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
    dropJoinedHead(*canonical);
    const Evidence evidence{*recognised, *stated, overrides, file, canonical->headsOfKernels};
    auto config = detect(canonical->tensors, evidence);
    if (!config)
        return fail(config.error());
    checkpoint.config = std::move(*config);
    checkpoint.tensors = std::move(canonical->tensors);
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
