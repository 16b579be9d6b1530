// core/model/positions.cpp
#include "core/model/positions.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

using How = ModelConfig::PositionResample;

/// picture [1, D, rows, columns]
at::Tensor resize(const at::Tensor& picture, GridSize from, GridSize to, How how)
{
    const std::vector<std::int64_t> size{to.rows, to.columns};
    // The tenth keeps floor(scale · m) from falling one short; DINO's weights were evaluated with it.
    const auto scale = [](int target, int source) { return (target + 0.1) / source; };
    switch (how) {
    case How::BicubicAntialias:
        return at::_upsample_bicubic2d_aa(picture, size, /*align_corners=*/false);
    case How::Bilinear:
        return at::upsample_bilinear2d(picture, size, /*align_corners=*/true);
    case How::BicubicAlignCorners:
        return at::upsample_bicubic2d(picture, size, /*align_corners=*/true);
    case How::BicubicOffset:
        return at::upsample_bicubic2d(
            picture, size, /*align_corners=*/false, scale(to.rows, from.rows), scale(to.columns, from.columns));
    case How::Bicubic:
        return at::upsample_bicubic2d(picture, size, /*align_corners=*/false);
    }
    return picture;
}

}

at::Tensor resampleForAnyGrid(const at::Tensor& positions, GridSize from, GridSize to)
{
    if (from == to)
        return positions;
    const auto picture = positions.to(at::kFloat)
                             .reshape({1, from.rows, from.columns, -1})
                             .permute({0, 3, 1, 2})
                             .contiguous(); // [1, D, rows, columns]
    const std::vector<std::int64_t> size{to.rows, to.columns};
    return at::_upsample_bilinear2d_aa(picture, size, /*align_corners=*/false)
        .flatten(2)
        .transpose(1, 2)
        .to(positions.scalar_type());
}

at::Tensor resamplePositions(const at::Tensor& positions, GridSize from, GridSize to, How how)
{
    if (from == to)
        return positions;
    const auto picture = positions.to(at::kFloat)
                             .reshape({1, from.rows, from.columns, -1})
                             .permute({0, 3, 1, 2})
                             .contiguous(); // [1, D, rows, columns]
    return resize(picture, from, to, how).flatten(2).transpose(1, 2).to(positions.scalar_type());
}

}
