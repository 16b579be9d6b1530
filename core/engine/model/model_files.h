// core/engine/model/model_files.h: from a model's source to its checkpoint and its plain network; only for the engine's
// .cpp files, since it shows torch types.
#pragma once
#include "core/checkpoint/checkpoint.h"
#include "core/engine/analysis.h"
#include "core/engine/load_options.h"
#include "core/model/network.h"

namespace patchlight
{

struct ModelFiles {
    ModelInfo info;
    Checkpoint checkpoint;
};

/// Errors: those of findModel and openCheckpoint.
Result<ModelFiles> openModelFiles(const ModelSource& source, const RunContext& run);
/// Consumes the tensors. In evaluation mode, no parameter asks for gradients. Errors: those of makeNetwork and
/// fillNetwork, naming the file.
Result<std::shared_ptr<Network>> buildNetwork(ModelFiles files);

}
