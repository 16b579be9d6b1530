// ui/view/heads/head_preview.cpp: placing and painting it.
#include "ui/view/heads/head_preview.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QScreen>

namespace patchlight
{
namespace
{

constexpr int side = 176;
constexpr int kPreviewMargin = 10;

}

HeadPreview::HeadPreview(QWidget* parent) : QWidget(parent, Qt::ToolTip | Qt::FramelessWindowHint)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TranslucentBackground);
    setFocusPolicy(Qt::NoFocus);
}

int HeadPreview::imageSide() const
{
    return qRound(side * parentWidget()->devicePixelRatioF());
}

void HeadPreview::popup(const QImage& map, const QString& title, const QString& lines, const QRect& anchor)
{
    m_map = map;
    m_title = title;
    m_lines = lines.isEmpty() ? QStringList() : lines.split(u'\n');
    double widest = std::max<double>(side, paint::textWidth(boldFont(), title));
    for (const QString& line : m_lines)
        widest = std::max(widest, paint::textWidth(smallFont(), line));
    const int height = kPreviewMargin + side + 6 + scaled(20) + int(m_lines.size()) * scaled(16) + kPreviewMargin;
    resize(qCeil(widest) + 2 * kPreviewMargin, height);
    const QRect screen = parentWidget()->screen()->availableGeometry();
    QPoint at(anchor.center().x() - width() / 2, anchor.top() - height - 8);
    if (at.y() < screen.top())
        at.setY(anchor.bottom() + 8);
    at.setX(std::clamp(at.x(), screen.left() + 4, std::max(screen.left() + 4, screen.right() - width() - 4)));
    move(at);
    show();
    update();
}

void HeadPreview::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(theme.line, 1));
    p.setBrush(theme.panel);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radius, metric::radius);
    const QRectF map(kPreviewMargin, kPreviewMargin, side, side);
    p.drawImage(map, m_map);
    QRectF line(kPreviewMargin, map.bottom() + 6, width() - 2 * kPreviewMargin, scaled(20));
    paint::text(p, line, m_title, boldFont(), theme.text);
    line = QRectF(line.x(), line.bottom(), line.width(), scaled(16));
    for (const QString& text : m_lines) {
        paint::text(p, line, text, smallFont(), theme.dim);
        line.translate(0, scaled(16));
    }
}

}
