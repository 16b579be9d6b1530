// ui/view/window/head_charts.h: the numbers of all heads, as the charts take them.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/adapter/head_numbers.h"
#include "ui/adapter/lens_layers.h"
#include "ui/view/widgets/charts/statistics_panel.h"

namespace patchlight
{

/// `prefix`: there are tokens before the patches.
HeadStatistics headStatistics(const std::vector<LayerNumbers>& layers, bool prefix);
/// A point for each layer: the probability of `shown` there, and what leads.
QVector<LensPoint> lensPoints(const std::vector<LensLayer>& layers, const Analysis& analysis, ClassIndex shown);

}
