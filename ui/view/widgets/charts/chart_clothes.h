// ui/view/widgets/charts/chart_clothes.h: a Qt chart without its own frame, legend and colours.
#pragma once
#include <QString>

class QChart;
class QChartView;
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
/// Of an axis. Qt takes the reader's digits only where the format has a precision: "%d" would show nothing.
QString numberFormat(int decimals, const QString& unit = {});
/// In the theme's colours; again when it changes.
void dress(QValueAxis& layers, QValueAxis& values);

}
