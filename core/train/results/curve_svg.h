// core/train/results/curve_svg.h: the course of a run as a small picture for the model card.
#pragma once
#include "core/train/listener.h"
#include <string>
#include <vector>

namespace patchlight
{

/// Validation top-1 and top-5 over the epochs, 640 × 320; stands on light and dark pages alike. Empty without epochs.
std::string curveSvg(const std::vector<EpochFigures>& epochs);

}
