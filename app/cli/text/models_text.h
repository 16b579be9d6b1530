// app/cli/text/models_text.h: models within reach, and how far a download is, for people and for scripts.
#pragma once
#include "core/engine/model/list_models.h"
#include "core/library/download.h"
#include "core/library/transfer_rate.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace patchlight
{

std::string modelsTable(const ModelList& list);
nlohmann::ordered_json modelJson(const ListedModel& model);

/// "model.safetensors  12.3 of 22.9 MB  3.4 MB/s  3 s left"
std::string transferText(const FetchProgress& progress, const TransferRate& rate);
/// "22.9 MB", "1.2 GB", "812 kB": powers of a thousand, as file managers and the hub count.
std::string bytesText(std::uint64_t bytes);

}
