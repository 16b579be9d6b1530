// ui/state/token_shares.h: where the attention goes, for maps whose values are parts of one whole.
#pragma once
#include "ui/adapter/core_types.h"
#include <optional>

namespace patchlight
{

/// Why a map has no shares.
enum class NoShares { NotAttention, Inverse, NotAWhole, Silent };

/// The shares, or why there are none: a map weighed by a class is no distribution, a column of the attention is not
/// one either, and neither is the maximum or minimum of several heads; a head that is off has nothing to share.
struct SharesOfMap {
    std::optional<TokenShares> shares;
    NoShares why = NoShares::NotAttention; ///< where `shares` is absent
};
SharesOfMap sharesOf(const Explanation& explanation);

}
