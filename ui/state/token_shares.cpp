// ui/state/token_shares.cpp: lets only parts of a whole be called shares.
#include "ui/state/token_shares.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr float kSlack = 0.01F; ///< rounding of a row that adds up to one

bool silent(const TokenShares& s)
{
    return s.patches == 0 && s.classToken == 0 && s.distillation == 0 && s.registers == 0;
}

bool partsOfAWhole(const TokenShares& s)
{
    const float least = std::min({s.patches, s.classToken, s.distillation, s.registers});
    const float sum = s.patches + s.classToken + s.distillation + s.registers;
    return least >= 0 && std::abs(sum - 1) <= kSlack;
}

}

SharesOfMap sharesOf(const Explanation& explanation)
{
    const bool attention = methodInfo(explanation.request.method).values == ValueMeaning::Shares;
    if (attention && explanation.request.query.inverse)
        return {std::nullopt, NoShares::Inverse};
    if (!attention || !explanation.shares)
        return {std::nullopt, NoShares::NotAttention};
    if (silent(*explanation.shares))
        return {std::nullopt, NoShares::Silent};
    if (!partsOfAWhole(*explanation.shares))
        return {std::nullopt, NoShares::NotAWhole};
    return {explanation.shares, {}};
}

}
