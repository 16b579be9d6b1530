// core/model/packed/plan.cpp
#include "core/model/packed/plan.h"
#include "core/model/packed/swin_plan.h"
#include "core/model/packed/vit_plan.h"

namespace patchlight::packed
{

std::size_t queryKeyFloats(const LayerAttention& layer)
{
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    return std::size_t{2} * static_cast<std::size_t>(windows) * static_cast<std::size_t>(layer.tokens)
        * static_cast<std::size_t>(layer.heads * layer.headWidth);
}

std::unique_ptr<Plan> makePlan(Network& network, Precision precision)
{
    if (!Linear::available())
        return nullptr;
    const auto number = precision == Precision::Bf16 ? Number::BFloat16 : Number::Float32;
    if (auto* vit = dynamic_cast<Vit*>(&network); vit && VitPlan::covers(network.config()))
        return std::make_unique<VitPlan>(*vit, number);
    if (auto* swin = dynamic_cast<Swin*>(&network))
        return std::make_unique<SwinPlan>(*swin, number);
    return nullptr;
}

}
