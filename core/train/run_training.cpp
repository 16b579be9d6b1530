// core/train/run_training.cpp
#include "core/base/guard.h"
#include "core/base/kept_input.h"
#include "core/base/sha256.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/positions.h"
#include "core/train/distillation/live_teacher.h"
#include "core/train/distillation/teacher_classes.h"
#include "core/train/job.h"
#include "core/train/optimisation/placement.h"
#include "core/train/results/run_state.h"
#include "core/train/trainer.h"
#include <algorithm>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Names the pictures, the teacher's files and the classes: answers to anything else must not be used.
/// Cost: reads all of them once.
Result<std::string> fingerprintOf(
    const PackedPictures& data, const Checkpoint& teacher, const TeacherOptions& options, const std::string& precision)
{
    std::string text = precision + "|" + std::to_string(data.size) + "|" + (options.features ? "features" : "logits");
    for (const auto& file : teacher.files) {
        const auto hash = sha256OfFile(file);
        if (!hash)
            return hash;
        text += "|" + *hash;
    }
    for (const int index : options.classes)
        text += "|" + std::to_string(index);
    text += "|" + sha256(std::as_bytes(std::span(data.train.pixels)));
    return sha256(std::as_bytes(std::span(text)));
}

/// Of a checkpoint's files, while training lasts.
void keepFiles(const Checkpoint& checkpoint, std::vector<KeptInput>& kept)
{
    for (const auto& file : checkpoint.files)
        kept.emplace_back(file);
}

/// Which teacher, on which device, and which of its classes are ours.
Result<TeacherOptions> teacherOptions(
    const PackedPictures& data, const TrainJob& job, std::vector<KeptInput>& kept, const RunContext& run)
{
    const auto placement = placementOf(job.options);
    if (!placement)
        return fail(placement.error());
    TeacherOptions options;
    options.device = placement->device;
    options.path = job.teacher;
    options.features = job.options.distillation.features > 0;
    options.batch = job.options.distillation.teacherBatch;
    options.precision = job.options.precision == "fp32" ? at::kFloat : at::kBFloat16;
    const auto checkpoint = openCheckpoint(job.teacher, {}, run);
    if (!checkpoint)
        return fail(checkpoint.error());
    keepFiles(*checkpoint, kept);
    const auto classes
        = teacherClasses(job.teacherLabels, checkpoint->config.classNames, data.classIds, data.classNames);
    if (!classes)
        return fail(classes.error());
    options.classes = *classes;
    return options;
}

Result<TeacherMemory> teacherFor(const PackedPictures& data, const TrainJob& job, const TeacherOptions& options,
    const RunContext& run, TrainListener& listener)
{
    if (job.teacherCache.empty())
        return askTeacher(options, data, run);
    const auto checkpoint = openCheckpoint(options.path, {}, run);
    if (!checkpoint)
        return fail(checkpoint.error());
    const auto fingerprint = fingerprintOf(data, *checkpoint, options, job.options.precision);
    if (!fingerprint)
        return fail(fingerprint.error());
    if (std::filesystem::exists(job.teacherCache))
        return loadTeacher(job.teacherCache, *fingerprint);
    auto memory = askTeacher(options, data, run);
    if (!memory)
        return memory;
    if (const auto saved = saveTeacher(job.teacherCache, *memory, *fingerprint); !saved)
        listener.onNote("the teacher's answers were not kept: " + saved.error().message);
    return memory;
}

/// The rows of a head for other classes that are ours; undefined where it does not know them all.
at::Tensor ownRows(
    const at::Tensor& head, const TrainJob& job, const Checkpoint& checkpoint, const PackedPictures& data)
{
    const auto known = teacherClasses(job.teacherLabels, checkpoint.config.classNames, data.classIds, data.classNames);
    if (!known || *std::max_element(known->begin(), known->end()) >= head.size(0))
        return {};
    return head.index_select(0, torch::tensor(std::vector<std::int64_t>(known->begin(), known->end())));
}

/// Tensors to fine-tune: positions resampled to the new grid; of a head for other classes the rows that are ours.
Result<NamedTensors> startFrom(
    const TrainJob& job, const PackedPictures& data, std::vector<KeptInput>& kept, const RunContext& run)
{
    const auto checkpoint = openCheckpoint(job.start, {}, run);
    if (!checkpoint)
        return fail(checkpoint.error());
    keepFiles(*checkpoint, kept);
    const ModelConfig& config = checkpoint->config;
    const NetworkShape& shape = job.options.network;
    if (config.width.value != shape.width || config.blockCount() != shape.depth || config.patch.value != shape.patch)
        return fail(ErrorCode::Mismatch,
            job.start.string() + " has width " + std::to_string(config.width.value) + ", depth "
                + std::to_string(config.blockCount()) + " and patch " + std::to_string(config.patch.value)
                + "; give --width, --depth and --patch the same");
    NamedTensors tensors;
    const int side = shape.imageSize / shape.patch;
    for (const auto& [name, tensor] : checkpoint->tensors) {
        const bool other = name.rfind("head", 0) == 0 && tensor.size(0) != data.classes();
        if (const auto used = other ? ownRows(tensor, job, *checkpoint, data) : tensor; used.defined())
            tensors[name] = used.to(torch::kFloat).clone();
    }
    if (auto found = tensors.find("pos_embed"); found != tensors.end()) {
        const auto prefix = found->second.size(1) - config.positionGrid.count();
        const auto patches = resamplePositions(
            found->second.slice(1, prefix), config.positionGrid, {side, side}, config.positionResample);
        found->second = torch::cat({found->second.slice(1, 0, prefix), patches}, 1);
    }
    return tensors;
}

Result<TrainResult> prepared(const PackedPictures& data, TrainJob job, const RunContext& run, TrainListener& listener)
{
    TrainInput input{data, nullptr, {}, job.output, job.resume, !job.start.empty(), job.provenance};
    std::vector<KeptInput> kept;
    if (job.resume) {
        const auto options = optionsOfRun(job.output);
        if (!options)
            return fail(options.error());
        job.options = *options;
        job.options.schedule.epochs = job.epochs.value_or(options->schedule.epochs);
    }
    if (!job.start.empty() && !job.resume) {
        auto tensors = startFrom(job, data, kept, run);
        if (!tensors)
            return fail(tensors.error());
        input.start = std::move(*tensors);
    }
    TeacherMemory memory;
    std::optional<LiveTeacher> live;
    if (!job.teacher.empty()) {
        const auto options = teacherOptions(data, job, kept, run);
        if (!options)
            return fail(options.error());
        if (job.options.distillation.live) {
            auto teacher = LiveTeacher::open(*options, run);
            if (!teacher)
                return fail(teacher.error());
            input.live = &live.emplace(std::move(*teacher));
            return train(input, job.options, run, listener);
        }
        auto answers = teacherFor(data, job, *options, run, listener);
        if (!answers)
            return fail(answers.error());
        memory = std::move(*answers);
        input.teacher = &memory;
    }
    return train(input, job.options, run, listener);
}

}

Result<TrainOptions> optionsOfRun(const std::filesystem::path& output)
{
    const auto state = loadState(output);
    if (!state)
        return fail(state.error());
    return state->options;
}

Result<TrainResult> runTraining(
    const PackedPictures& data, TrainJob job, const RunContext& run, TrainListener& listener)
{
    return guarded("training", [&] { return prepared(data, std::move(job), run, listener); },
        {.ofMemory = "use a smaller --batch, or a smaller teacher"});
}

}
