// core/base/index.h: layers, heads and tokens count from 0 and cannot be swapped by mistake.
#pragma once
#include <compare>

namespace patchlight
{

template <class Tag> struct Index {
    int value = 0;
    constexpr Index() = default;
    constexpr explicit Index(int v) : value(v) { }
    constexpr auto operator<=>(const Index&) const = default;
    constexpr Index next() const { return Index{value + 1}; }
    constexpr Index previous() const { return Index{value - 1}; }
};

using LayerIndex = Index<struct LayerTag>; ///< transformer block, from the input on
using HeadIndex = Index<struct HeadTag>;
using TokenIndex = Index<struct TokenTag>; ///< position in the sequence, prefix tokens first
using ClassIndex = Index<struct ClassTag>; ///< position in the logits

}
