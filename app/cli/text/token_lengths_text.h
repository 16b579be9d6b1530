// app/cli/text/token_lengths_text.h: how long tokens are in every block, as a table and as JSON.
#pragma once
#include "core/base/token_layout.h"
#include "core/explain/steps/token_lengths.h"
#include "core/record/attention_record.h"
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace patchlight
{

/// A line a block: of the class token (without one, the mean of all tokens) the length before the block, what
/// attention adds, what the MLP adds, and the length after it; then the longest token after it. `only`: one block.
std::string tokenLengthsTable(const TokenLayout& layout, const std::vector<TokenLengths>& blocks, std::optional<int> only);

/// One object a block: "layer", "grid" of its patches, and the lengths of all tokens: "before", "attention", "middle",
/// "mlp", "after".
nlohmann::ordered_json tokenLengthsJson(
    const AttentionRecord& record, const std::vector<TokenLengths>& blocks, std::optional<int> only);

}
