// core/base/token_layout.h: how a sequence of tokens is laid out: prefix tokens, then patches row by row.
#pragma once
#include "core/base/grid.h"
#include "core/base/index.h"

namespace patchlight
{

/// Order in the sequence: class, distillation, registers, patches (row-major). Swin has no prefix.
struct TokenLayout {
    bool classToken = true;
    bool distillationToken = false;
    int registers = 0;
    GridSize grid;
    bool classTokenRead = true; ///< false where the head reads the mean of the patches beside an idle class token

    /// Whom a question without a query asks: the class token where the head reads it, else all patches alike.
    constexpr bool asksClassToken() const { return classToken && classTokenRead; }
    constexpr int prefix() const { return (classToken ? 1 : 0) + (distillationToken ? 1 : 0) + registers; }
    constexpr int count() const { return prefix() + grid.count(); }
    constexpr TokenIndex patch(Cell c) const { return TokenIndex{prefix() + c.row * grid.columns + c.column}; }
    constexpr TokenIndex distillation() const { return TokenIndex{classToken ? 1 : 0}; }
    constexpr TokenIndex registerToken(int n) const
    {
        return TokenIndex{(classToken ? 1 : 0) + (distillationToken ? 1 : 0) + n};
    }
    constexpr bool operator==(const TokenLayout&) const = default;
};

}
