// core/train/epoch_sums.h: an epoch's figures, summed step by step, so that a resumed epoch reports whole means.
#pragma once
#include "core/train/listener.h"
#include "core/train/optimisation/objective.h"
#include <vector>

namespace patchlight
{

struct EpochSums {
    double steps = 0, pictures = 0, seconds = 0, loss = 0, labels = 0, teacher = 0, features = 0, accuracy = 0;

    /// One step on `count` pictures that took `time` seconds; `total` is the step's whole loss as a number.
    void add(const StepLoss& step, double total, double count, double time);
    double meanLoss() const;
    double meanAccuracy() const;
    /// Means over the steps and pictures a second; number, rate and validation are left for others to fill in.
    EpochFigures figures() const;

    /// As a training state keeps them. What has another length comes from another version: all zero.
    std::vector<double> list() const;
    static EpochSums from(const std::vector<double>& list);
};

}
