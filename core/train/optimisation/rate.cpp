// core/train/optimisation/rate.cpp
#include "core/train/optimisation/rate.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

double learningRate(const Schedule& schedule, std::int64_t step, std::int64_t stepsPerEpoch)
{
    const double peak = schedule.learningRate * schedule.batch / schedule.learningRateBatch;
    const double warm = std::min(schedule.warmUpEpochs, schedule.epochs * 0.5) * static_cast<double>(stepsPerEpoch);
    const double total = static_cast<double>(stepsPerEpoch) * schedule.epochs;
    const auto now = static_cast<double>(step);
    if (now < warm)
        return schedule.warmUpRate + (peak - schedule.warmUpRate) * now / warm;
    const double progress = std::min(1.0, (now - warm) / std::max(1.0, total - warm));
    return schedule.finalRate + 0.5 * (peak - schedule.finalRate) * (1 + std::cos(M_PI * progress));
}

double emaDecay(const Schedule& schedule, std::int64_t step)
{
    const auto now = static_cast<double>(step);
    return std::min(schedule.ema, (1 + now) / (10 + now));
}

double blockWeight(const TrainOptions& options, double epochs)
{
    const Distillation& d = options.distillation;
    const double alone = options.schedule.epochs - d.guidedEpochs;
    return d.blocks * std::clamp(1 - (epochs - d.guidedEpochs) / std::max(1.0, alone), 0.0, 1.0);
}

}
