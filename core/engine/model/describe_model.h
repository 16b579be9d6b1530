// core/engine/model/describe_model.h: a model's facts as JSON: what `inspect --json` prints and provenance keeps.
#pragma once
#include "core/engine/analysis.h"
#include <nlohmann/json_fwd.hpp>

namespace patchlight
{

/// Values at the top level ("depth": 12, "heads": 3), and how each is known under "origin" ("depth": "inferred").
/// `heads` is one number, or a list with one per stage for Swin; sizes are [rows, columns].
nlohmann::ordered_json describeModel(const ModelInfo& model);
nlohmann::ordered_json describeProfile(const PreprocessProfile& profile);

}
