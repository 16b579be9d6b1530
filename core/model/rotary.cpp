// core/model/rotary.cpp
#include "core/model/rotary.h"
#include <cmath>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Where cell `index` of `count` lies, in what the rates are for.
double coordinate(const Rotary& rotary, int index, int count)
{
    if (rotary.pairs == Rotary::Pairs::Halves)
        return 2 * (index + 0.5) / count - 1;
    return static_cast<double>(index) / count * rotary.referenceSide;
}

/// The angle of channel c: rows in the first half of the pairs, columns in the second.
double angle(const Rotary& rotary, int channel, int headWidth, double row, double column)
{
    const bool halves = rotary.pairs == Rotary::Pairs::Halves;
    const int pair = halves ? channel % (headWidth / 2) : channel / 2;
    const int rates = headWidth / 4;
    return (pair < rates ? row : column) * rotary.rates[static_cast<std::size_t>(pair % rates)];
}

/// Each pair (a, b) as (−b, a).
at::Tensor quarterTurn(const at::Tensor& x, Rotary::Pairs pairs)
{
    if (pairs == Rotary::Pairs::Halves) {
        const auto halves = x.chunk(2, -1);
        return at::cat({-halves[1], halves[0]}, -1);
    }
    const auto both = x.unflatten(-1, {x.size(-1) / 2, 2});
    return at::stack({-both.select(-1, 1), both.select(-1, 0)}, -1).flatten(-2);
}

}

RotaryTable rotaryTable(const Rotary& rotary, GridSize grid, int headWidth)
{
    RotaryTable table{grid, headWidth, {}, {}};
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c)
            for (int channel = 0; channel < headWidth; ++channel) {
                const double turn = angle(rotary, channel, headWidth, coordinate(rotary, r, grid.rows),
                    coordinate(rotary, c, grid.columns));
                table.cosines.push_back(static_cast<float>(std::cos(turn)));
                table.sines.push_back(static_cast<float>(std::sin(turn)));
            }
    return table;
}

at::Tensor turned(const at::Tensor& x, const RotaryTable& table, Rotary::Pairs pairs, int prefix)
{
    const std::vector<std::int64_t> shape{table.grid.count(), table.headWidth};
    const auto of = [&](const std::vector<float>& values) {
        return at::from_blob(const_cast<float*>(values.data()), shape, at::kFloat).to(x.options(), false, true);
    };
    const auto patches = x.slice(2, prefix); // [B, H, N, d]
    const auto rotated = patches * of(table.cosines) + quarterTurn(patches, pairs) * of(table.sines);
    return prefix > 0 ? at::cat({x.slice(2, 0, prefix), rotated}, 2) : rotated;
}

}
