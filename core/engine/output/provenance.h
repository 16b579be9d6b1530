// core/engine/output/provenance.h: where a map comes from, complete enough to make it again.
#pragma once
#include "core/base/result.h"
#include "core/engine/analysis.h"
#include "core/engine/output/export_format.h"
#include "core/explain/request.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace patchlight
{

/// Program and library versions, picture and model files with their SHA-256, model facts, profile, method and its
/// parameters, device. Cost: the
/// first time reads the model's files. Errors: those of FileIdentity::sha256.
Result<nlohmann::ordered_json> provenance(const Analysis& analysis, const Explanation& explanation);
/// The request as answered; only the fields its method uses.
nlohmann::ordered_json describeRequest(const ExplainRequest& request, const ModelConfig& config);
/// "hide", "hide_with", "heads" (layer, head, change) and "without_blocks"; only what there is.
nlohmann::ordered_json describeInterventions(const Interventions& changes);
/// How the map is drawn: "colours", "range", "keep_mass", "cover" (not of colours without a scale), "opacity", "interpolation",
/// "patch_grid", "frame"; as --colormap, --range, … take them. Of heads over each other "heads" instead of colours, and
/// "range" null where each has its own.
nlohmann::ordered_json describeLook(const Explanation& explanation, const ExportRequest& request);
/// "cls", "dist", "cls-dist", "reg1", "3,4", "3,4;3,5", "default": as --query takes it.
std::string queryText(const Query& query);
/// "mean", "max", "min" or the head's number: as --head takes it.
std::string headText(const HeadChoice& head);

}
