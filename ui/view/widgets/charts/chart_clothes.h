// ui/view/widgets/charts/chart_clothes.h: a Qt chart without its own frame, legend and colours.
#pragma once

class QChart;
class QChartView;
class QString;
class QValueAxis;

namespace patchlight::chart
{

/// Once: no legend, no margins, no focus; `name` is for screen readers.
void undress(QChart& chart, QChartView& view, const QString& name);
/// Adds both axes and hangs every series of the chart on them. `valueWord`, "probability", stands along the values.
void addAxes(QChart& chart, QValueAxis* layers, QValueAxis* values, const QString& valueWord);
/// Half a layer of room at both ends; as many numbers as `width` pixels have room for.
void setLayers(QValueAxis& axis, int layers, int width);
/// From zero to a little over `highest`, with two or three lines: the panel is low.
void setHighest(QValueAxis& axis, double highest);
/// In the theme's colours; again when it changes.
void dress(QValueAxis& layers, QValueAxis& values);

}
