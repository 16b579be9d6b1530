// app/cli/text/logit_lens_text.h: what the head says after every block, as table, JSON and files.
#pragma once
#include "core/base/nd_array.h"
#include "core/engine/engine.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace patchlight
{

/// `lens`: [layers, classes]; rows of NaN are layers that the head cannot read (Swin).
std::string lensTable(const std::string& image, const Analysis& analysis, const NdArray& lens);
/// "layers": the five most probable classes of each, null where the head cannot read it.
nlohmann::ordered_json lensJson(const std::string& image, const Analysis& analysis, const NdArray& lens);
/// .npy: the logits; .csv: one row per layer and class; .json: as above. Errors: WriteFailed.
Result<void> writeLens(
    const std::filesystem::path& out, const std::string& image, const Analysis& analysis, const NdArray& lens);

}
