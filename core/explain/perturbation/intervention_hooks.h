// core/explain/perturbation/intervention_hooks.h: interventions at work inside a forward or backward pass.
#pragma once
#include "core/base/nd_array.h"
#include "core/explain/perturbation/interventions.h"
#include "core/record/attention_hooks.h"
#include <memory>

namespace patchlight
{
class Network;

/// Zeroes and drops tokens, changes heads, leaves blocks out; patches hidden by the mean colour are hidden in the
/// input (hideInInput). Weights stay differentiable. Any batch size; any floating type.
class InterventionHooks : public AttentionHooks
{
public:
    /// `changes`: one that checkInterventions passed. `input`: rows × columns of the pictures.
    InterventionHooks(Interventions changes, const Network& network, GridSize input);
    ~InterventionHooks() override;

    void onEmbedded(at::Tensor& tokens) override;
    bool runsBlock(LayerIndex layer) const override;
    bool wantsWeights(LayerIndex layer) const override;
    void onWeights(LayerIndex layer, at::Tensor& weights) override;

private:
    struct Masks;
    Interventions m_changes;
    std::unique_ptr<Masks> m_masks;
};

/// The picture with the hidden patches in the mean colour (zeros), where that is how they are hidden.
/// input [1, channels, H, W].
void hideInInput(const Interventions& changes, GridSize grid, NdArray& input);

}
