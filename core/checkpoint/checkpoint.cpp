// core/checkpoint/checkpoint.cpp: container → layout → canonical tensors → facts.
#include "core/checkpoint/checkpoint.h"
#include "core/base/family.h"
#include "core/base/guard.h"
#include "core/base/message_parts.h"
#include "core/checkpoint/adapters.h"
#include "core/checkpoint/build_head.h"
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/contradictions.h"
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

void leaveOut(const Recognised& recognised, const std::string& why, Checkpoint& checkpoint)
{
    for (const auto& part : recognised.head)
        for (const auto* stored : {part.weight, part.bias, part.mean, part.variance})
            if (stored)
                checkpoint.ignored.push_back(fullName(*stored) + " (a head that " + why + ")");
    checkpoint.notes.push_back("the head is left out: it " + why + "; attention, rollout and features remain");
}

/// Channels that a head can read: of the tokens, or twice that where it reads class token and patches.
bool fitsBackbone(const Canonical& canonical, bool swin)
{
    const auto width = sizeOf(canonical.tensors, swin ? "norm.weight" : "patch_embed.proj.weight", 0);
    for (const std::string first : {"fc_norm.weight", "pre_logits.fc.weight", "head.fc.weight", "head.weight"}) {
        const auto read = sizeOf(canonical.tensors, first, first == "fc_norm.weight" ? 0 : 1);
        if (read)
            return width && (*read == *width || (!swin && first == "head.weight" && (*read == 2 * *width || *read == 5 * *width)));
    }
    return false;
}

/// A head that people put in the place of the network's own.
Result<OwnHead> takeOwnHeadOf(
    const Recognised& recognised, Canonical& canonical, const std::string& file, Checkpoint& checkpoint)
{
    if (recognised.head.empty())
        return OwnHead{};
    const auto family = recognised.layout->family;
    const bool swin = traitsOf(family).mapOfTokens;
    auto head = buildHead(recognised.head, swin, canonical, file);
    if (!head)
        return fail(head.error());
    if (head->leftOut.empty() && !fitsBackbone(canonical, swin)) {
        for (const std::string name : {"fc_norm", "pre_logits.fc", "head", "head.fc"})
            for (const std::string part : {".weight", ".bias"})
                canonical.tensors.erase(name + part);
        *head = {false, false, "reads another width than the network's"};
    }
    if (!head->leftOut.empty())
        leaveOut(recognised, head->leftOut, checkpoint);
    else if (head->hidden)
        checkpoint.notes.push_back("the head's activation is in no file; ReLU is assumed");
    return head;
}

void sayWhatWasChosen(const Container& container, const Recognised& recognised, Checkpoint& checkpoint)
{
    checkpoint.weights = recognised.averaged ? "ema" : recognised.otherWeights ? "raw" : "";
    if (recognised.averaged && recognised.otherWeights)
        checkpoint.notes.push_back(
            "the averaged weights (EMA) are used, as timm does; --weights raw takes the others");
    if (!container.unknown.empty())
        checkpoint.notes.push_back("objects of " + firstTen(container.unknown) + " in the pickle were left alone");
}

Result<Checkpoint> open(const std::filesystem::path& path, const Overrides& overrides, const RunContext& run)
{
    auto container = openContainer(path, run);
    if (!container)
        return fail(container.error());
    const auto file = container->files.front().string();
    Checkpoint checkpoint;
    auto merged = mergeAdapter(*container, path, overrides, run);
    if (!merged)
        return fail(merged.error());
    if (*merged) {
        *container = std::move((*merged)->container);
        checkpoint.notes = std::move((*merged)->notes);
    } else if (overrides.base) {
        checkpoint.notes.push_back("--base does not count: these weights are no adapter");
    }
    const auto stating = folderOf(*merged ? (*merged)->base : path);
    checkpoint.container = container->kind;
    checkpoint.files = container->files;
    checkpoint.entries = entriesOf(container->tensors);
    auto stated = readStatedFacts(stating, checkpoint.files);
    if (!stated)
        return fail(stated.error());
    addSaidBeside(container->said, file, *stated);
    if (auto named = refuseByName(*stated, file); !named)
        return fail(named.error());
    const auto recognised = recognise(container->tensors, overrides, file);
    if (!recognised && !stated->architecture.empty())
        return fail(recognised.error().code,
            recognised.error().message + " (its architecture is stated as " + inQuotes(stated->architecture) + ")");
    if (!recognised)
        return fail(recognised.error());
    if (run.cancel.requested())
        return cancelled();
    auto canonical = applyLayout(*recognised, file);
    if (!canonical)
        return fail(canonical.error());
    const auto head = takeOwnHeadOf(*recognised, *canonical, file, checkpoint);
    if (!head)
        return fail(head.error());
    if (overrides.headFile)
        if (auto taken = takeHead(*overrides.headFile, checkpoint, *canonical, run); !taken)
            return fail(taken.error());
    const Evidence evidence{*recognised, *stated, overrides, file, canonical->headsOfKernels, *head};
    auto config = detect(canonical->tensors, evidence);
    if (!config)
        return fail(config.error());
    checkpoint.config = std::move(*config);
    checkpoint.tensors = std::move(canonical->tensors);
    checkpoint.text = std::move(canonical->text);
    checkpoint.unwrapped = recognised->unwrapped;
    checkpoint.ignored.insert(checkpoint.ignored.begin(), recognised->ignored.begin(), recognised->ignored.end());
    checkpoint.notes.insert(checkpoint.notes.end(), stated->notes.begin(), stated->notes.end());
    const auto passedOver = contradictions(*stated, overrides, checkpoint.config, !head->leftOut.empty());
    checkpoint.notes.insert(checkpoint.notes.end(), passedOver.begin(), passedOver.end());
    sayWhatWasChosen(*container, *recognised, checkpoint);
    if (const auto& heads = checkpoint.config.heads; checkpoint.config.family == Family::Vit
        && heads.origin == Origin::Assumed && checkpoint.config.width.value % 64 != 0)
        checkpoint.notes.push_back("the number of heads is in no file; " + std::to_string(heads.value.front())
            + " are assumed, and every number depends on it; --heads gives the right one");
    if (const auto& window = checkpoint.config.window;
        checkpoint.config.family == Family::SwinV2 && window.origin == Origin::Assumed)
        checkpoint.notes.push_back("the size of the windows is in no file; " + std::to_string(window.value)
            + " is assumed, and every number depends on it; a config.json beside the weights gives the right one");
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
