// app/cli/text/predictions_text.h: predictions as a table for people and as JSON for scripts.
#pragma once
#include "core/engine/analysis.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace patchlight
{

/// One line per class with a bar; distilled nets show each head apart as well.
std::string predictionsTable(const Analysis& analysis, int top);
/// [{"class": i, "name": …, "probability": p, "logit": x}, …]; "value" instead of "probability" where an output is no
/// class, with "sigmoid" beside it where it may be a logit.
nlohmann::ordered_json predictionsJson(
    const std::vector<Prediction>& predictions, int top, Outputs outputs = Outputs::Classes);
nlohmann::ordered_json timingsJson(const Timings& ms);

}
