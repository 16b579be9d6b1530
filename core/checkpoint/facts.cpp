// core/checkpoint/facts.cpp
#include "core/checkpoint/facts.h"
#include "core/base/limits.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

std::optional<int> sizeOf(const TensorsByName& tensors, const std::string& name, int axis)
{
    constexpr std::int64_t largest = 1 << 24;
    const auto found = tensors.find(name);
    if (found == tensors.end() || axis >= found->second.dim() || found->second.size(axis) > largest)
        return std::nullopt;
    return static_cast<int>(found->second.size(axis));
}

int countOf(const TensorsByName& tensors, std::string_view pattern, std::size_t whichNumber)
{
    int count = 0;
    for (const auto& [name, tensor] : tensors)
        if (const auto match = matchName(pattern, name); match && match->numbers.size() > whichNumber)
            count = std::max(count, match->numbers[whichNumber] + 1);
    return count;
}

std::optional<int> squareRoot(std::int64_t count)
{
    const auto root = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(count))));
    return count > 0 && root * root == count ? std::optional{static_cast<int>(root)} : std::nullopt;
}

std::optional<int> sideOf(std::int64_t patches, std::int64_t patch)
{
    return patches > 0 && patch > 0 && patches <= kLongestSide / patch
        ? std::optional{static_cast<int>(patches * patch)}
        : std::nullopt;
}

}
