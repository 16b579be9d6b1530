// core/train/results/run_state.cpp
#include "core/train/results/run_state.h"
#include "core/base/json_text.h"
#include "core/train/results/tensor_file.h"
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace patchlight
{

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NetworkShape, imageSize, patch, width, depth, heads, mlpRatio,
    classToken, distillationToken, averagePooling, dropout, dropPath)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Schedule, epochs, batch, learningRate, learningRateBatch, warmUpEpochs,
    warmUpRate, finalRate, weightDecay, beta1, beta2, clipNorm, ema)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Augmentation, smallestArea, largestArea, aspect, flip, colourJitter,
    randOperations, randMagnitude, randSpread, mixup, cutmix, mixProbability, switchProbability, erasing, repeats,
    labelSmoothing, keepPatches)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(
    Distillation, alpha, temperature, hard, features, teacherBatch, live, blocks, guidedEpochs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TrainOptions, network, schedule, augmentation, distillation, seed,
    device, precision, halfWeights, checkpointEvery, checkpointMinutes, squashInput)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(EpochFigures, epoch, rate, loss, labelLoss, teacherLoss, featureLoss,
    accuracy, validationLoss, top1, top5, imagesPerSecond, seconds)

using nlohmann::json;

std::filesystem::path statePath(const std::filesystem::path& output)
{
    return output / "training.safetensors";
}

std::string optionsText(const TrainOptions& options)
{
    return jsonText(json(options));
}

Result<void> saveState(const std::filesystem::path& output, const RunState& state)
{
    const json progress = {{"epoch", state.epoch}, {"step_in_epoch", state.stepInEpoch}, {"steps", state.steps},
        {"loss_scale", state.lossScale}, {"sums", state.sums}};
    return writeTensors(statePath(output), state.tensors, Storage::AsIs,
        {{"progress", jsonText(progress)}, {"options", optionsText(state.options)},
            {"epochs", jsonText(json(state.epochs))}});
}

Result<RunState> loadState(const std::filesystem::path& output)
{
    auto file = readTensors(statePath(output));
    if (!file)
        return fail(file.error());
    try {
        RunState state;
        const json progress = json::parse(file->metadata.at("progress"));
        progress.at("epoch").get_to(state.epoch);
        progress.at("step_in_epoch").get_to(state.stepInEpoch);
        progress.at("steps").get_to(state.steps);
        progress.at("loss_scale").get_to(state.lossScale);
        progress.at("sums").get_to(state.sums);
        json::parse(file->metadata.at("options")).get_to(state.options);
        json::parse(file->metadata.at("epochs")).get_to(state.epochs);
        state.tensors = std::move(file->tensors);
        if (state.epoch < 0 || state.stepInEpoch < 0 || state.steps < 0)
            throw std::out_of_range("a count below zero");
        return state;
    } catch (const std::exception&) {
        return fail(
            ErrorCode::Malformed, statePath(output).string() + " is not a training state; it cannot be resumed from");
    }
}

}
