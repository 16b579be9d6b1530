// ui/view/widgets/charts/chart_picture.h: a chart as a picture that stands alone, in a report or a message.
#pragma once
#include <QImage>

class QWidget;

namespace patchlight
{
class ChartNumbers;

/// The chart as large as it is on screen, in margins, on the light theme's ground whatever the window's is; above it
/// its name and `of`, below it the legend. Twice the screen's pixels: sharp in print. Cost: the chart is painted once.
QImage chartPicture(QWidget& chart, const ChartNumbers& numbers, const QString& of);

}
