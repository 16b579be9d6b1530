// core/explain/perturbation/logit_source.cpp
#include "core/explain/perturbation/logit_source.h"
#include "core/explain/perturbation/pictures_at_a_time.h"
#include "core/explain/tensor_values.h"
#include "core/model/inference.h"
#include <torch/types.h>

namespace patchlight
{

Result<ForwardOutput> LogitSource::answers(const at::Tensor& pictures, const RunContext& run) const
{
    const torch::NoGradGuard noGraph;
    RunContext quiet;
    quiet.cancel = run.cancel;
    if (!inference)
        return network.forward(pictures, hooks, quiet);
    const auto forward = inference->run(toArray(pictures), Keep::Answer, hooks, quiet);
    if (!forward)
        return fail(forward.error());
    const auto there = [&](const NdArray& values) {
        return values.empty() ? at::Tensor() : toTensor(values).to(pictures.device());
    };
    ForwardOutput output;
    output.logits = there(forward->logits);
    output.embedding = there(forward->embedding);
    return output;
}

Result<at::Tensor> LogitSource::logits(const at::Tensor& pictures, const RunContext& run) const
{
    const auto output = answers(pictures, run);
    return output ? Result<at::Tensor>{output->logits} : fail(output.error());
}

int LogitSource::together(const at::Tensor& picture) const
{
    const GridSize size{static_cast<int>(picture.size(2)), static_cast<int>(picture.size(3))};
    return inference && picture.is_cpu() ? packedAtATime(network, size) : picturesAtATime(network, size);
}

}
