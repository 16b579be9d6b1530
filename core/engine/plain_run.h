// core/engine/plain_run.h: what a method needs that runs the network again on an analysed picture; only for the
// engine's .cpp files, since it shows torch types.
#pragma once
#include "core/explain/perturbation/intervention_hooks.h"
#include "core/model/network.h"
#include <memory>

namespace patchlight
{

struct PlainRun {
    std::shared_ptr<Network> network;
    at::Tensor input; ///< [1, 3, H, W] on the network's device; on the processor a view of the analysis' array
    std::unique_ptr<InterventionHooks> hooks; ///< what the analysis' interventions do; null where there are none
};

}
