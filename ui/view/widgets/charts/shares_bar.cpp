// ui/view/widgets/charts/shares_bar.cpp: painting the parts and their lines.
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QPainterPath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double barHeight = 8;

QString shareText(double share)
{
    const bool nearlyNone = share > 0 && share < 0.0095;
    const bool nearlyAll = share >= 0.9905 && share < 0.9995; // else "100 %" would stand beside what is left
    return percentText(share, nearlyNone || nearlyAll ? 1 : 0) + u" %"_s;
}

}

SharesBar::SharesBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"sharesBar"_s);
    setAccessibleName(tr("Where the attention goes"));
}

void SharesBar::setParts(const QVector<SharePart>& parts)
{
    const bool resized = parts.size() != m_parts.size();
    m_parts = parts;
    if (resized)
        updateGeometry();
    announceValue(this);
    update();
}

void SharesBar::setStale(bool stale)
{
    m_stale = stale;
    update();
}

QRectF SharesBar::partRect(int part) const
{
    double before = 0;
    for (int i = 0; i < part; ++i)
        before += m_parts[i].share;
    return {before * width(), 0, std::clamp(m_parts.value(part).share, 0.0, 1.0) * width(), barHeight};
}

QColor SharesBar::colour(int part) const
{
    const Theme& theme = Theme::current();
    if (part == 0)
        return theme.accent;
    // Greys, so that the parts are told apart without a second meaning of colour; paler from part to part.
    const double share = m_parts.size() <= 2 ? 0.55 : 0.8 - 0.45 * (part - 1) / std::max(1, int(m_parts.size()) - 2);
    QColor grey = theme.dim;
    grey.setAlphaF(static_cast<float>(share));
    return grey;
}

void SharesBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_stale)
        p.setOpacity(0.5);
    const QRectF bar(0, 0, width(), barHeight);
    QPainterPath shape;
    shape.addRoundedRect(bar, 4, 4);
    p.fillPath(shape, theme.line);
    p.save();
    p.setClipPath(shape);
    for (int i = 0; i < m_parts.size(); ++i) {
        QRectF part = partRect(i);
        if (i > 0)
            part.setLeft(part.left() + 1); // a hair of the track between neighbours
        p.fillRect(part, colour(i));
    }
    p.restore();
    const double row = scaled(24);
    for (int i = 0; i < m_parts.size(); ++i) {
        QRectF line(0, barHeight + scaled(6) + i * row, width(), row);
        const QString value = shareText(m_parts[i].share);
        paint::text(p, line, value, bodyFont(), theme.text, Qt::AlignRight | Qt::AlignVCenter);
        if (m_parts.size() > 2) {
            paint::roundedFill(p, QRectF(0, line.center().y() - 4, 8, 8), 2, colour(i));
            line.setLeft(16);
        }
        line.setRight(width() - paint::textWidth(bodyFont(), value) - 10);
        paint::text(p, line, m_parts[i].name, bodyFont(), theme.dim);
    }
}

QString SharesBar::spokenValue() const
{
    QStringList all;
    for (const SharePart& part : m_parts)
        all << part.name + u' ' + shareText(part.share);
    return all.join(u", "_s);
}

QString SharesBar::csv() const
{
    QString text = u"tokens,share\n"_s;
    for (const SharePart& part : m_parts)
        text += quotedName(part.name) + u",%1\n"_s.arg(part.share, 0, 'g', 9);
    return text;
}

QSize SharesBar::sizeHint() const
{
    return {scaled(200), qCeil(barHeight) + scaled(6) + int(m_parts.size()) * scaled(24)};
}

QSize SharesBar::minimumSizeHint() const
{
    return {scaled(120), sizeHint().height()};
}

}
