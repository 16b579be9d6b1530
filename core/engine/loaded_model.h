// core/engine/loaded_model.h: a checkpoint ready to run; the engine's own, no torch type shown.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/analysis.h"
#include "core/engine/load_options.h"
#include <memory>

namespace patchlight
{
class AttentionHooks;
class Network;

/// What one forward pass leaves behind; empty arrays where the net has no such output.
struct ForwardResult {
    NdArray logits, logitsClass, logitsDistillation; ///< [1, C]
    NdArray tokens; ///< after the final norm: [1, T, D]; Swin [1, rows, columns, D]
    AttentionRecord record{TokenLayout{}, {}}; ///< without layers when not asked for
    double milliseconds = 0;
};

class LoadedModel
{
public:
    /// Errors: those of openCheckpoint, makeNetwork and fillNetwork; Unsupported (device, precision).
    static Result<std::unique_ptr<LoadedModel>> open(const ModelSource& source, const RunContext& run);
    ~LoadedModel();

    const ModelInfoPtr& info() const;
    const std::string& device() const;
    const std::string& precision() const;

    /// `hooks` may change the run (interventions); null for none. Errors: InvalidOption (an input whose size does not
    /// fit), Cancelled.
    Result<ForwardResult> forward(const NdArray& input, bool record, AttentionHooks* hooks, const RunContext& run);
    /// How tokens are laid out for an input of this size.
    TokenLayout tokenLayout(GridSize input) const;
    /// The plain network for methods that need gradients. Errors: as open.
    Result<std::shared_ptr<Network>> plainNetwork(const RunContext& run);

private:
    struct Impl;
    explicit LoadedModel(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}
