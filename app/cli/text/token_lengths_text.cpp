// app/cli/text/token_lengths_text.cpp
#include "app/cli/text/token_lengths_text.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

namespace patchlight
{
namespace
{

double shown(const std::vector<float>& lengths, bool first)
{
    if (lengths.empty())
        return 0;
    return first ? lengths.front()
                 : std::accumulate(lengths.begin(), lengths.end(), 0.0) / static_cast<double>(lengths.size());
}

std::string longest(const TokenLayout& layout, const std::vector<float>& lengths)
{
    const auto found = std::max_element(lengths.begin(), lengths.end());
    const auto index = static_cast<int>(found - lengths.begin());
    const auto value = formatted("%10.2f", static_cast<double>(*found));
    if (index < layout.prefix())
        return value + "  token " + std::to_string(index);
    const int patch = index - layout.prefix();
    const bool sameGrid = static_cast<int>(lengths.size()) == layout.count();
    return value + (sameGrid ? formatted("  patch %d,%d", patch / layout.grid.columns, patch % layout.grid.columns)
                             : "  cell " + std::to_string(patch));
}

bool skipped(std::optional<int> only, std::size_t layer)
{
    return only && static_cast<std::size_t>(*only) != layer;
}

}

std::string tokenLengthsTable(const TokenLayout& layout, const std::vector<TokenLengths>& blocks, std::optional<int> only)
{
    const bool classToken = layout.classToken;
    std::string table = std::string{"length of "} + (classToken ? "the class token" : "the tokens, mean")
        + "\nblock      before  +attention        +MLP       after   longest token after it\n";
    for (std::size_t l = 0; l < blocks.size(); ++l) {
        if (skipped(only, l))
            continue;
        const auto& block = blocks[l];
        table += formatted("%5zu  %10.2f  %10.2f  %10.2f  %10.2f  ", l, shown(block.before, classToken),
                     shown(block.attention, classToken), shown(block.mlp, classToken), shown(block.after, classToken))
            + longest(layout, block.after) + "\n";
    }
    table.pop_back();
    return table;
}

nlohmann::ordered_json tokenLengthsJson(
    const AttentionRecord& record, const std::vector<TokenLengths>& blocks, std::optional<int> only)
{
    auto all = nlohmann::ordered_json::array();
    for (std::size_t l = 0; l < blocks.size(); ++l) {
        if (skipped(only, l))
            continue;
        const auto& grid = record.layer(LayerIndex{static_cast<int>(l)}).grid;
        const auto& block = blocks[l];
        all.push_back({{"layer", l}, {"grid", {grid.rows, grid.columns}}, {"before", block.before},
            {"attention", block.attention}, {"middle", block.middle}, {"mlp", block.mlp}, {"after", block.after}});
    }
    return all;
}

}
