// ui/view/widgets/charts/colour_bar.cpp: painting the bar and its numbers.
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <utility>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double barWidth = 12;
constexpr double kTextGap = 7;
constexpr int legendRow = 18, swatch = 12;

}

ColourBarWidget::ColourBarWidget(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"colourBar"_s);
    setAccessibleName(tr("Colour bar"));
}

void ColourBarWidget::setColours(const QVector<QRgb>& lowToHigh)
{
    m_colours = lowToHigh;
    update();
}

void ColourBarWidget::setLegend(const QVector<std::pair<QRgb, QString>>& legend)
{
    m_legend = legend;
    announceValue(this);
    update();
}

void ColourBarWidget::setRange(double low, double high)
{
    m_low = low;
    m_high = high;
    announceValue(this);
    update();
}

void ColourBarWidget::setMarker(std::optional<double> value)
{
    if (m_marker == value)
        return;
    m_marker = value;
    update();
}

void ColourBarWidget::setPlate(bool plate)
{
    if (m_plate != plate)
        update();
    m_plate = plate;
}

void ColourBarWidget::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        update();
}

void ColourBarWidget::setLying(bool lying)
{
    if (std::exchange(m_lying, lying) != lying)
        update();
}

QRectF ColourBarWidget::barRect() const
{
    const double label = scaled(metric::headingFont) / 2.0 + 4; // half a number stands above and below the bar's ends
    if (m_lying)
        return {4, 4, std::max(1.0, width() - 8.0), barWidth};
    return {width() - barWidth - 4, label, barWidth, std::max(1.0, height() - 2 * label)};
}

double ColourBarWidget::valueAt(double along) const
{
    const QRectF bar = barRect();
    const double share = m_lying ? (along - bar.left()) / bar.width() : (bar.bottom() - along) / bar.height();
    return m_low + share * (m_high - m_low);
}

double ColourBarWidget::placeOf(double value) const
{
    const QRectF bar = barRect();
    const double span = m_high - m_low;
    const double share = span > 0 ? std::clamp((value - m_low) / span, 0.0, 1.0) : 0.0;
    return m_lying ? bar.left() + share * bar.width() : bar.bottom() - share * bar.height();
}

QRectF ColourBarWidget::besideBar(double place) const
{
    const QRectF bar = barRect();
    if (!m_lying)
        return {0, place - 10, bar.left() - kTextGap, 20};
    const double room = bar.width() / (middleFits() ? 3 : 2);
    return {std::clamp(place - room / 2, bar.left(), bar.right() - room), bar.bottom() + 2, room,
        height() - bar.bottom() - 2};
}

/// Else only the ends are named, and whole.
bool ColourBarWidget::middleFits() const
{
    double widest = 0;
    for (const double value : {m_low, (m_low + m_high) / 2, m_high})
        widest = std::max(widest, paint::textWidth(smallFont(), valueText(value)));
    return !m_lying || widest + kTextGap <= barRect().width() / 3;
}

QString ColourBarWidget::spokenValue() const
{
    QStringList names;
    for (const auto& [colour, name] : m_legend)
        names << name;
    if (!names.isEmpty())
        return names.join(u", "_s);
    return tr("from %1 to %2").arg(valueText(m_low), valueText(m_high));
}

QSize ColourBarWidget::sizeHint() const
{
    double named = 0;
    for (const auto& [colour, name] : m_legend)
        named = std::max(named, paint::textWidth(smallFont(), name));
    if (!m_legend.isEmpty())
        return {qCeil(named) + scaled(swatch) + 18, int(m_legend.size()) * scaled(legendRow) + 8};
    if (m_lying)
        return {scaled(200), qCeil(4 + barWidth + 2 + QFontMetricsF(smallFont()).height())};
    const double widest
        = std::max(paint::textWidth(smallFont(), u"−0.0000"_s), paint::textWidth(smallFont(), u"1.0e-05"_s));
    return {qCeil(widest + kTextGap + barWidth + 12), scaled(200)};
}

void ColourBarWidget::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_plate) {
        QColor plate = Theme::current().canvas;
        plate.setAlphaF(0.82F);
        paint::roundedFill(p, rect(), metric::radius, plate);
    }
    if (m_stale)
        p.setOpacity(0.45);
    if (m_legend.isEmpty())
        paintBar(p);
    else
        paintLegend(p);
}

/// A legend that is higher than the room steps closer together.
void ColourBarWidget::paintLegend(QPainter& p) const
{
    const Theme& theme = Theme::current();
    const double row = std::min<double>(scaled(legendRow), (height() - 8.0) / double(m_legend.size()));
    const double side = std::min<double>(scaled(swatch), row - 2);
    QRectF line(6, 4, width() - 8, row);
    for (const auto& [colour, name] : m_legend) {
        paint::roundedFill(p, QRectF(line.x(), line.center().y() - side / 2, side, side), 2, QColor(colour));
        paint::text(p, line.adjusted(side + 6, 0, 0, 0), name, smallFont(), theme.text);
        line.translate(0, row);
    }
}

void ColourBarWidget::paintBar(QPainter& p) const
{
    const Theme& theme = Theme::current();
    const QRectF bar = barRect();
    QLinearGradient gradient(bar.bottomLeft(), m_lying ? bar.bottomRight() : bar.topLeft());
    for (qsizetype i = 0; i < m_colours.size(); i += 5)
        gradient.setColorAt(double(i) / double(m_colours.size() - 1), QColor(m_colours[i]));
    p.setPen(Qt::NoPen);
    p.setBrush(gradient);
    p.drawRoundedRect(bar, 3, 3);
    const Qt::Alignment lying[]{Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
    const double values[]{m_low, (m_low + m_high) / 2, m_high};
    const bool flat = !(m_high > m_low); // one value, and one number for it
    const double middle = m_lying ? bar.center().x() : bar.center().y();
    for (int i = flat ? 1 : 0; i < (flat ? 2 : 3); i += middleFits() ? 1 : 2)
        paint::text(p, besideBar(flat ? middle : placeOf(values[i])), valueText(values[i]), smallFont(), theme.dim,
            m_lying ? lying[i] | Qt::AlignTop : Qt::AlignRight | Qt::AlignVCenter);
    if (m_marker) {
        const double at = placeOf(*m_marker);
        const QLineF tick = m_lying ? QLineF(at, bar.top() - 2, at, bar.bottom() + 2)
                                    : QLineF(bar.left() - 2, at, bar.right() + 2, at);
        p.setPen(QPen(theme.canvas, 4));
        p.drawLine(tick);
        p.setPen(QPen(theme.text, 2));
        p.drawLine(tick);
    }
}

}
