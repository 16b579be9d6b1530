// ui/view/widgets/controls/sample_button.cpp: painting it.
#include "ui/view/widgets/controls/sample_button.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QPainterPath>

namespace patchlight
{
namespace
{

constexpr int label = 24;
constexpr int kSampleMargin = 4;

}

SampleButton::SampleButton(const QString& title, const QImage& picture, QWidget* parent)
    : QAbstractButton(parent), m_picture(picture)
{
    setText(title);
    setAccessibleName(tr("Sample picture: %1").arg(title));
    setToolTip(tr("Opens this picture, which comes with the program"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void SampleButton::setSide(int side)
{
    m_side = side;
    updateGeometry();
    update();
}

/// A long name takes a second line.
int SampleButton::labelHeight() const
{
    const bool fits = paint::textWidth(smallFont(), text()) <= scaled(m_side) + 2 * kSampleMargin;
    return scaled(label) + (fits ? 0 : QFontMetrics(smallFont()).height());
}

QSize SampleButton::sizeHint() const
{
    return {scaled(m_side) + 2 * kSampleMargin, scaled(m_side) + 2 * kSampleMargin + labelHeight()};
}

void SampleButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF box(kSampleMargin, kSampleMargin, width() - 2 * kSampleMargin, scaled(m_side));
    const double ratio = devicePixelRatioF();
    // The middle square of the picture, made smaller at device pixels.
    const int shorter = std::min(m_picture.width(), m_picture.height());
    const QRect square((m_picture.width() - shorter) / 2, (m_picture.height() - shorter) / 2, shorter, shorter);
    if (shorter > 0) {
        const QImage small = m_picture.copy(square).scaled(
            (box.size() * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QBrush brush(small);
        brush.setTransform(QTransform::fromTranslate(box.x(), box.y()).scale(1 / ratio, 1 / ratio));
        p.setPen(Qt::NoPen);
        p.setBrush(brush);
        p.drawRoundedRect(box, metric::radius, metric::radius);
    }
    if (underMouse() || paint::focusVisible(*this)) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(theme.accent, 2));
        p.drawRoundedRect(box.adjusted(-2, -2, 2, 2), metric::radius + 2, metric::radius + 2);
    }
    p.setFont(smallFont());
    p.setPen(underMouse() ? theme.text : theme.dim);
    p.drawText(QRectF(0, box.bottom() + 4, width(), height() - box.bottom() - 4), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text());
}

}
