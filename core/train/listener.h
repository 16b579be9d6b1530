// core/train/listener.h: what a run tells whoever watches it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace patchlight
{

struct StepFigures {
    int epoch = 0, epochs = 0; ///< epoch counts from 0
    std::int64_t step = 0, steps = 0; ///< in this epoch
    double loss = 0, accuracy = 0; ///< means over the epoch so far; accuracy on augmented pictures
    double imagesPerSecond = 0; ///< over the last steps
    double secondsLeft = 0; ///< of the whole run
};

struct EpochFigures {
    int epoch = 0; ///< counts from 1: "after epoch 1"
    double rate = 0;
    double loss = 0, labelLoss = 0, teacherLoss = 0, featureLoss = 0, accuracy = 0;
    double validationLoss = 0, top1 = 0, top5 = 0; ///< of the averaged weights; 0 without validation pictures
    double imagesPerSecond = 0, seconds = 0; ///< of this epoch, augmentation and steps, validation apart
};

class TrainListener
{
public:
    virtual ~TrainListener() = default;
    virtual void onStep(const StepFigures&) { }
    virtual void onEpoch(const EpochFigures&) { }
    virtual void onCheckpoint(const std::filesystem::path&) { }
    virtual void onNote(const std::string&) { } ///< one sentence: skipped files, a write that failed, a halved scale
};

}
