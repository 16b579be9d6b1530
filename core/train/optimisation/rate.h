// core/train/optimisation/rate.h: the learning rate of each step.
#pragma once
#include "core/train/options.h"

namespace patchlight
{

/// Linear warm-up, then half a cosine down to the final rate; scaled by batch / learningRateBatch.
/// @param step  counted from 0 over the whole run   @param stepsPerEpoch  ≥ 1
/// Source: Loshchilov & Hutter 2017; Touvron et al. 2021, table 9.
double learningRate(const Schedule& schedule, std::int64_t step, std::int64_t stepsPerEpoch);

/// Decay of the weight average at a step: min(ema, (1 + step) / (10 + step)), so that early steps do not linger.
double emaDecay(const Schedule& schedule, std::int64_t step);

/// Weight of the loss on the blocks' tokens: whole while the blocks are guided, then in a straight line to 0 at the
/// end.
/// @param epochs  so far, with a fraction
double blockWeight(const TrainOptions& options, double epochs);

}
