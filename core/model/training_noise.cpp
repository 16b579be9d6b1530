// core/model/training_noise.cpp
#include "core/model/training_noise.h"
#include <torch/types.h>

namespace patchlight
{

TrainingNoise TrainingNoise::ofBlock(int layer, int blocks) const
{
    return {dropout, blocks > 1 ? dropPath * layer / (blocks - 1) : dropPath};
}

at::Tensor dropValues(const at::Tensor& x, double rate, bool training)
{
    return training && rate > 0 ? at::dropout(x, rate, /*train=*/true) : x;
}

at::Tensor dropBranch(const at::Tensor& branch, double rate, bool training)
{
    if (!training || rate <= 0)
        return branch;
    std::vector<std::int64_t> perSample(static_cast<std::size_t>(branch.dim()), 1);
    perSample[0] = branch.size(0);
    const auto kept = at::empty(perSample, branch.options()).bernoulli_(1 - rate); // [B, 1, …]
    return branch * kept / (1 - rate);
}

}
