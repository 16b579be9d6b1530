// core/record/other_region.h: the one number of Swin's masks; no code, so that kernels for any processor may include
// it.
#pragma once

namespace patchlight
{

/// Swin's own constant, added to scores between cells that only the shift has put into one window.
inline constexpr float kOtherRegion = -100.0F;

}
