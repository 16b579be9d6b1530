// core/engine/model/loaded_model.h: a checkpoint ready to run; the engine's own, no torch type shown.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/analysis.h"
#include "core/engine/load_options.h"
#include "core/model/inference.h"
#include <memory>

namespace patchlight
{

/// The packed weights may be all that stays in memory: the plain network is built again, from the memory-mapped file,
/// when a method first asks for it, and kept from then on.
class LoadedModel
{
public:
    /// Errors: those of openCheckpoint, makeNetwork, fillNetwork and Inference::make.
    static Result<std::unique_ptr<LoadedModel>> open(const ModelSource& source, const RunContext& run);

    /// Where `source` changes nothing but how pictures are prepared (profile, bands, colours) for the same input size and
    /// files: described anew, and the network stays. False, and nothing done, where more changes. Errors: those of
    /// openCheckpoint.
    Result<bool> prepareOtherwise(const ModelSource& source, const RunContext& run);

    const ModelInfoPtr& info() const { return m_info; }
    const std::string& device() const { return m_device; }
    Precision precision() const { return m_source.precision; }
    Inference& inference() { return *m_inference; }
    /// Whether weights that are still read from the files are those that were loaded. Errors: those of
    /// FileIdentity::unchanged. Cost: a system call for each file.
    Result<void> checkFiles() const;
    /// For methods that need gradients; float32, on the model's device. Errors: as open (the file may have gone);
    /// Unreadable (another file has its name by now, or it was written to).
    Result<std::shared_ptr<Network>> plainNetwork(const RunContext& run);

private:
    LoadedModel() = default;
    ModelSource m_source;
    ModelInfoPtr m_info;
    std::string m_device;
    std::unique_ptr<Inference> m_inference;
    std::weak_ptr<Network> m_network; ///< alive while the inference itself uses it
    std::shared_ptr<Network> m_ownNetwork; ///< rebuilt on demand
};

}
