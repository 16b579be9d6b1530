// ui/view/widgets/charts/chart_picture.cpp: measured from the top down, then painted.
#include "ui/view/widgets/charts/chart_picture.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr double kScale = 2;
constexpr int kTitleWidth = 300; ///< at least, above a narrow chart
constexpr int kSample = 24; ///< of a line, beside its name
constexpr int kWrapped = Qt::TextWordWrap | Qt::TextWrapAnywhere;

int heightOf(const QFont& font, const QString& words, int width)
{
    return words.isEmpty() ? 0 : QFontMetrics(font).boundingRect(QRect(0, 0, width, 1), kWrapped, words).height();
}

/// From left to right, then in the next row: where each of them begins, below (0, 0).
QVector<QPointF> placesOf(const QVector<ChartLine>& legend, int width)
{
    QVector<QPointF> places;
    QPointF at;
    for (const ChartLine& line : legend) {
        const double wide = scaled(kSample) + metric::tiny + paint::textWidth(smallFont(), line.name);
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + scaled(metric::medium + metric::tiny)};
        places << at;
        at.rx() += wide + metric::large;
    }
    return places;
}

void paintLine(QPainter& p, const ChartLine& line, QPointF at, double width)
{
    const double middle = at.y() + scaled(metric::medium + metric::tiny) / 2.0;
    const double sample = scaled(kSample);
    if (line.dots) {
        p.setPen(Qt::NoPen);
        p.setBrush(line.pen.color());
        p.drawEllipse(QPointF(at.x() + sample / 2, middle), line.pen.widthF() / 2, line.pen.widthF() / 2);
    } else {
        p.setPen(line.pen);
        p.drawLine(QPointF(at.x(), middle), QPointF(at.x() + sample, middle));
    }
    const double left = at.x() + sample + metric::tiny;
    paint::text(p, QRectF(left, at.y(), width - left, scaled(metric::medium + metric::tiny)), line.name, smallFont(),
        Theme::current().text);
}

}

QImage chartPicture(QWidget& chart, const ChartNumbers& numbers, const QString& of)
{
    const PaintedIn light(chart, ThemeKind::Light);
    const Theme& theme = Theme::current();
    const int width = std::max(chart.width(), scaled(kTitleWidth));
    const QString name = chart.accessibleName();
    const int nameHeight = heightOf(boldFont(), name, width), ofHeight = heightOf(smallFont(), of, width);
    const int head = nameHeight + ofHeight + metric::medium;
    const QVector<ChartLine> legend = numbers.legend();
    const QVector<QPointF> places = placesOf(legend, width);
    const double foot
        = legend.isEmpty() ? 0 : metric::small + places.last().y() + scaled(metric::medium + metric::tiny);
    const QSize size(width + 2 * metric::large, head + chart.height() + int(std::ceil(foot)) + 2 * metric::large);

    QImage image(size * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(theme.panel);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(metric::large, metric::large);
    p.setFont(boldFont());
    p.setPen(theme.text);
    p.drawText(QRect(0, 0, width, nameHeight), kWrapped, name);
    p.setFont(smallFont());
    p.setPen(theme.dim);
    p.drawText(QRect(0, nameHeight, width, ofHeight), kWrapped, of);
    chart.render(&p, QPoint(0, head), {}, QWidget::DrawChildren);
    p.translate(0, head + chart.height() + metric::small);
    for (qsizetype i = 0; i < legend.size(); ++i)
        paintLine(p, legend[i], places[i], width);
    return image;
}

}
