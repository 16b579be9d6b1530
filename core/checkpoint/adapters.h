// core/checkpoint/adapters.h: low-rank adapters (PEFT, LoRA) become part of the network that they change.
#pragma once
#include "core/base/overrides.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/checkpoint/containers/container.h"
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

struct MergedAdapter {
    Container container; ///< the base's tensors, those that the adapter changes in memory of their own
    std::filesystem::path base; ///< where config.json and preprocessing are stated
    std::vector<std::string> notes;
};

/// Nothing where there is no adapter_config.json beside the weights. The base is `given.base`, else what the adapter
/// names: a path, a folder beside it, or one in Hugging Face's cache. W' = W + B·A·alpha/r; modules saved whole replace
/// the base's. Memory: float32 of the tensors changed. Errors: Unsupported (a kind other than LoRA, DoRA; says what it
/// is and of which base), NotFound (no base; names it), Mismatch (tensors that fit no base), those of openContainer and
/// of adapter_settings.h. Source: peft/tuners/lora/layer.py, peft/utils/save_and_load.py.
Result<std::optional<MergedAdapter>> mergeAdapter(
    const Container& adapter, const std::filesystem::path& path, const Overrides& given, const RunContext& run);

}
