// core/model/initialise.cpp
#include "core/model/initialise.h"
#include <cmath>
#include <torch/types.h>

namespace patchlight
{
namespace
{

constexpr double kDeviation = 0.02;
constexpr double kLayerScale = 1e-5;

/// Normal values cut at ±2σ, through the inverse of the distribution function: no rejection.
void truncatedNormal(at::Tensor& tensor, double deviation)
{
    const double edge = std::erf(2 / std::sqrt(2.0)); // 2·Φ(2) − 1
    tensor.uniform_(-edge, edge).erfinv_().mul_(deviation * std::sqrt(2.0));
}

bool endsWith(const std::string& name, std::string_view end)
{
    return name.size() >= end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
}

void initialiseConvolution(at::Tensor& weight, bool stem)
{
    const double fanIn = static_cast<double>(weight.numel()) / static_cast<double>(weight.size(0));
    if (stem)
        weight.normal_(0, std::sqrt(2 / fanIn));
    else
        weight.uniform_(-1 / std::sqrt(fanIn), 1 / std::sqrt(fanIn));
}

}

void initialiseParameter(const std::string& name, at::Tensor& tensor)
{
    if (endsWith(name, ".bias") || endsWith(name, ".running_mean"))
        tensor.zero_();
    else if (endsWith(name, ".gamma"))
        tensor.fill_(kLayerScale);
    else if (tensor.dim() == 1)
        tensor.fill_(1); // norms
    else if (tensor.dim() == 4)
        initialiseConvolution(tensor, name.find("backbone") != std::string::npos);
    else
        truncatedNormal(tensor, kDeviation);
}

void initialise(Network& network)
{
    const torch::NoGradGuard noGradients;
    for (auto& parameter : network.named_parameters())
        initialiseParameter(parameter.key(), parameter.value());
}

}
