// core/engine/model/inspect.h: what a checkpoint is, whether or not it makes a whole network.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/analysis.h"
#include "core/engine/load_options.h"
#include <optional>

namespace patchlight
{

/// A tensor of the file, its values left there.
struct ListedTensor {
    std::string name;
    std::string dtype; ///< "F32", "BF16", …
    std::vector<std::int64_t> shape;
};

struct Inspection {
    ModelInfoPtr model;
    std::vector<ListedTensor> tensors;
    std::optional<Error> problem; ///< why it does not run: tensors missing, left over, misshapen, or NaN
};

/// Errors: those of openCheckpoint. Cost: reads every tensor once.
Result<Inspection> inspect(const ModelSource& source, const RunContext& run);

}
