// core/explain/perturbation/interventions.h: what a user changes in a run: patches hidden, heads and blocks switched
// off.
#pragma once
#include "core/base/grid.h"
#include "core/base/index.h"
#include "core/base/result.h"
#include <vector>

namespace patchlight
{
class AttentionRecord;
struct ModelConfig;

enum class HideWith {
    Mean, ///< the mean colour in the picture: zeros in the normalised input
    Zero, ///< zeros after the embedding, position included
    Drop, ///< taken out of the sequence: no token attends to them any more; ViT families with a class token only
};

enum class HeadChange {
    Off, ///< adds nothing; fused maps leave it out
    Uniform, ///< every query attends alike to all tokens that it can see
    Mean, ///< every query attends as the mean of all queries does (Swin: of its window, where it can see)
};

struct HeadIntervention {
    LayerIndex layer;
    HeadIndex head;
    HeadChange change = HeadChange::Off;
    bool operator==(const HeadIntervention&) const = default;
};

/// A value: the window keeps one and sends it with every change. Of several changes of one head the last counts.
struct Interventions {
    std::vector<Cell> hidden; ///< of the input's patch grid (Swin: of the first stage)
    HideWith hideWith = HideWith::Mean;
    std::vector<HeadIntervention> heads;
    std::vector<LayerIndex> blocksOff; ///< their output is their input

    bool empty() const { return hidden.empty() && heads.empty() && blocksOff.empty(); }
    bool operator==(const Interventions&) const = default;
};

/// Whether a network of this kind can do all that on this patch grid. Errors: InvalidOption (no such patch, layer or
/// head; nothing left to see), Unsupported (dropping where there are windows, or where patches are averaged).
Result<void> checkInterventions(const Interventions& changes, const ModelConfig& config, GridSize grid);

/// A run's record as its maps should see it: what the hooks did to the weights is done to Q, K and bias, so that
/// AttentionRecord computes the weights that were used. `record`: of a run with these hooks. Thread: any.
AttentionRecord intervenedRecord(const AttentionRecord& record, const Interventions& changes);

}
