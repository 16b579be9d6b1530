// ui/view/widgets/charts/chart_clothes.cpp
#include "ui/view/widgets/charts/chart_clothes.h"
#include "ui/view/theme/theme.h"
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLocale>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace patchlight::chart
{

using namespace Qt::StringLiterals;

void undress(QChart& chart, QChartView& view, const QString& name)
{
    chart.legend()->hide();
    chart.setMargins(QMargins(0, 0, 0, 0));
    chart.setBackgroundVisible(false);
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    QLocale numbers(QLocale::Romansh); // writes them as this program does: a point, and a minus that is no hyphen
    numbers.setNumberOptions(QLocale::OmitGroupSeparator);
    chart.setLocale(numbers);
    chart.setLocalizeNumbers(true);
    view.setObjectName(u"chart"_s);
    view.setAccessibleName(name);
    view.setFocusPolicy(Qt::NoFocus);
    view.viewport()->setFocusPolicy(Qt::NoFocus);
    view.setFrameShape(QFrame::NoFrame);
    view.setRenderHint(QPainter::Antialiasing);
    view.setBackgroundBrush(Qt::NoBrush);
    view.viewport()->setMouseTracking(true);
}

void addAxes(QChart& chart, QValueAxis* layers, QValueAxis* values, const QString& valueWord)
{
    chart.addAxis(layers, Qt::AlignBottom);
    chart.addAxis(values, Qt::AlignLeft);
    for (QAbstractSeries* series : chart.series()) {
        series->attachAxis(layers);
        series->attachAxis(values);
    }
    values->setTitleText(valueWord);
    layers->setLabelFormat(numberFormat(0));
    layers->setGridLineVisible(false);
    values->setLineVisible(false);
}

void setLayers(QValueAxis& axis, int layers, int width)
{
    const double last = std::max(1, layers - 1);
    const double fitting = std::clamp((width - scaled(50)) / scaled(20), 2, 12);
    axis.setRange(-0.5, last + 0.5);
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(0);
    axis.setTickInterval(std::max(1.0, std::ceil(last / fitting)));
}

void setHighest(QValueAxis& axis, double highest)
{
    if (!(highest > 0))
        highest = 1;
    axis.setRange(0, highest * 1.08);
    axis.setTickType(QValueAxis::TicksDynamic);
    const double step = std::pow(10.0, std::floor(std::log10(highest)));
    const double tick = highest / step > 5 ? 5 * step : highest / step > 2 ? 2 * step : step / 2;
    axis.setTickInterval(tick);
    const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(tick) + 1e-9)));
    axis.setLabelFormat(numberFormat(decimals));
}

QString numberFormat(int decimals, const QString& unit)
{
    return u"%."_s + QString::number(decimals) + u'f' + unit;
}

void dress(QValueAxis& layers, QValueAxis& values)
{
    const Theme& theme = Theme::current();
    for (QValueAxis* axis : {&layers, &values}) {
        axis->setLabelsColor(theme.dim);
        axis->setLabelsFont(smallFont());
        axis->setLinePen(QPen(theme.line, 1));
        axis->setGridLinePen(QPen(theme.line, 1));
    }
    QFont turned = smallFont();
    const QString word = values.titleText();
    if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.script() == QChar::Script_Han; }))
        turned.setLetterSpacing(QFont::AbsoluteSpacing, QFontMetricsF(turned).height() / 3); // turned, they overlap
    values.setTitleFont(turned);
    values.setTitleBrush(theme.dim);
    layers.setTitleFont(smallFont());
    layers.setTitleBrush(theme.dim);
    values.setLineVisible(false);
}

}
