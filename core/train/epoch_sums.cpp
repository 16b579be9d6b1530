// core/train/epoch_sums.cpp
#include "core/train/epoch_sums.h"
#include <algorithm>

namespace patchlight
{

void EpochSums::add(const StepLoss& step, double total, double count, double time)
{
    steps += 1;
    pictures += count;
    seconds += time;
    loss += total;
    labels += step.labels;
    teacher += step.teacher;
    features += step.features;
    accuracy += step.accuracy;
}

double EpochSums::meanLoss() const
{
    return loss / std::max(1.0, steps);
}

double EpochSums::meanAccuracy() const
{
    return accuracy / std::max(1.0, steps);
}

EpochFigures EpochSums::figures() const
{
    EpochFigures means;
    const double n = std::max(1.0, steps);
    means.loss = meanLoss();
    means.labelLoss = labels / n;
    means.teacherLoss = teacher / n;
    means.featureLoss = features / n;
    means.accuracy = meanAccuracy();
    means.seconds = seconds;
    means.imagesPerSecond = pictures / std::max(1e-9, seconds);
    return means;
}

std::vector<double> EpochSums::list() const
{
    return {steps, pictures, seconds, loss, labels, teacher, features, accuracy};
}

EpochSums EpochSums::from(const std::vector<double>& v)
{
    return v.size() == 8 ? EpochSums{v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]} : EpochSums{};
}

}
