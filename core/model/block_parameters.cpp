// core/model/block_parameters.cpp
#include "core/model/block_parameters.h"
#include "core/base/mapped_file.h"
#include <ATen/ATen.h>
#include <charconv>
#include <optional>
#include <string_view>

namespace patchlight
{
namespace
{

/// The number after `word`, wherever that is in the name: 3 of "layers.1.blocks.3.norm1.weight" after "blocks.".
std::optional<int> numberAfter(std::string_view name, std::string_view word)
{
    const auto found = name.find(word);
    if (found == std::string_view::npos)
        return std::nullopt;
    const auto digits = name.substr(found + word.size());
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} ? std::optional(number) : std::nullopt;
}

std::optional<int> blockOf(std::string_view name, const std::vector<int>& depths)
{
    if (name.rfind("blocks.", 0) == 0)
        return numberAfter(name, "blocks.");
    if (name.rfind("layers.", 0) != 0)
        return std::nullopt;
    const auto stage = numberAfter(name, "layers.");
    if (!stage || *stage >= static_cast<int>(depths.size()))
        return std::nullopt;
    int block = numberAfter(name, ".blocks.").value_or(0);
    for (int before = 0; before < *stage; ++before)
        block += depths[static_cast<std::size_t>(before)];
    return block;
}

}

std::vector<std::vector<at::Tensor>> blockParameters(const Network& network)
{
    std::vector<std::vector<at::Tensor>> lists(static_cast<std::size_t>(network.blockCount()));
    for (const auto& parameter : network.named_parameters())
        if (const auto block = blockOf(parameter.key(), network.config().depths.value);
            block && *block < network.blockCount())
            lists[static_cast<std::size_t>(*block)].push_back(parameter.value());
    return lists;
}

void releasePages(const std::vector<at::Tensor>& weights)
{
    for (const auto& each : weights)
        if (each.is_cpu() && each.is_contiguous())
            releaseMapped({static_cast<const std::byte*>(each.data_ptr()), each.nbytes()});
}

}
