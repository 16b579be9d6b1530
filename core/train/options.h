// core/train/options.h: every number of a training run; the defaults are the paper's.
#pragma once
#include "core/base/model_config.h"
#include "core/base/result.h"
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace patchlight
{

/// The network's shape. Names tiny, small and base fill it (Touvron et al. 2021, table 1).
struct NetworkShape {
    int imageSize = 224;
    int patch = 16;
    int width = 192;
    int depth = 12;
    int heads = 3;
    int mlpRatio = 4;
    bool classToken = true;
    bool distillationToken = false;
    bool averagePooling = false;
    double dropout = 0.0;
    double dropPath = 0.1;
};

/// Touvron et al. 2021, table 9, for AdamW, warm-up, cosine; learning rate = `learningRate` · batch / 512 there.
struct Schedule {
    int epochs = 300;
    int batch = 64;
    double learningRate = 5e-4; ///< at a batch of `learningRateBatch`
    int learningRateBatch = 512;
    double warmUpEpochs = 5;
    double warmUpRate = 1e-6;
    double finalRate = 1e-5;
    double weightDecay = 0.05;
    double beta1 = 0.9, beta2 = 0.999;
    double clipNorm = 0.0; ///< of all gradients together; 0 = not clipped, as in the paper
    double ema = 0.99996; ///< decay of the averaged weights; 0 = none
};

struct Augmentation {
    double smallestArea = 0.08; ///< random resized crop: share of the picture
    double largestArea = 1.0;
    double aspect = 4.0 / 3.0; ///< sides' ratio between 1/aspect and aspect
    double flip = 0.5;
    double colourJitter = 0.3; ///< brightness, contrast, saturation; only where RandAugment is off, as in timm
    int randOperations = 2; ///< RandAugment (Cubuk et al. 2020); 0 = off
    double randMagnitude = 9; ///< of 10
    double randSpread = 0.5; ///< standard deviation of the magnitude
    double mixup = 0.8; ///< α of Beta(α, α); 0 = off
    double cutmix = 1.0;
    double mixProbability = 1.0; ///< of a batch being mixed at all
    double switchProbability = 0.5; ///< of cutmix rather than mixup where both are on
    double erasing = 0.25; ///< probability that a rectangle becomes noise
    int repeats = 3; ///< repeated augmentation: the same picture this often in an epoch's order
    double labelSmoothing = 0.1;
    double keepPatches = 1.0; ///< share of patch tokens the network sees while training
};

/// Hinton et al. 2015 (soft), Touvron et al. 2021, section 4 (hard, distillation token); features as in FitNets
/// (Romero et al. 2015): a linear map of the student's tokens meets the teacher's, place by place.
struct Distillation {
    double alpha = 0.5; ///< weight of the teacher's part of the loss
    double temperature = 3.0;
    bool hard = false;
    double features = 0.0; ///< weight of the feature loss, added; 0 = none
    int teacherBatch = 32;
    bool live = false; ///< the teacher sees each batch as the student does, cropped and mixed (Beyer et al. 2022)
    double blocks = 0.0; ///< live only: weight of the loss on every block's tokens, falling to 0 at the end
    int guidedEpochs = 0; ///< the first epochs, in which each block reads the teacher's tokens instead of the student's
};

struct TrainOptions {
    NetworkShape network;
    Schedule schedule;
    Augmentation augmentation;
    Distillation distillation;
    std::uint64_t seed = 0;
    std::string device = "auto"; ///< "auto", "cpu", "cuda", "cuda:1"
    std::string precision = "auto"; ///< see placementOf (core/train/optimisation/placement.h)
    bool halfWeights = true; ///< stored as float16
    int checkpointEvery = 1; ///< epochs
    double checkpointMinutes = 5; ///< between checkpoints inside an epoch
    bool squashInput = true; ///< the preprocessing written: squash to the input size, bicubic
};

/// Errors: InvalidOption for an unknown name.
Result<NetworkShape> shapeNamed(const std::string& name);
/// What `makeNetwork` needs. Errors: InvalidOption (a number that makes no sense, patch that does not divide the size).
Result<ModelConfig> configOf(const NetworkShape& shape, const std::vector<std::string>& classNames);
/// Errors: InvalidOption, naming the option.
Result<void> checkOptions(const TrainOptions& options);

/// ImageNet's statistics, as DeiT.
inline constexpr std::array<float, 3> kMean{0.485F, 0.456F, 0.406F};
inline constexpr std::array<float, 3> kStd{0.229F, 0.224F, 0.225F};

}
