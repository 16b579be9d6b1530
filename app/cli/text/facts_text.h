// app/cli/text/facts_text.h: a model's facts and tensors as tables for people.
#pragma once
#include "core/engine/model/inspect.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace patchlight
{

/// From describeModel: name, value, and in brackets how it is known.
std::string factsTable(const nlohmann::ordered_json& facts);
std::string tensorsTable(const std::vector<ListedTensor>& tensors);

}
