// ui/view/widgets/shortcut_overlay.cpp: a card with all keys on a veil over the window.
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kRow = 26, kAbove = 30, kBelow = 14; // of a row, over and under the rows of a group
constexpr int kLeastRow = 17, kMargins = 64, kOutside = 8;
constexpr int kColumns = 3, kCaps = 104, kGap = 28; // of a group: least room for caps; behind its text

int leastGroupWidth()
{
    return scaled(290);
}
double groupHeight(const ShortcutGroup& group, double shrink)
{
    return (scaled(kAbove) + double(group.hints.size()) * scaled(kRow) + scaled(kBelow)) * shrink;
}

/// Groups fill columns of about equal height.
QVector<QVector<int>> columnsOf(const QVector<ShortcutGroup>& groups, int columns)
{
    double all = 0;
    for (const ShortcutGroup& group : groups)
        all += groupHeight(group, 1);
    QVector<QVector<int>> result(1);
    double height = 0;
    for (int i = 0; i < groups.size(); ++i) {
        const double next = groupHeight(groups[i], 1);
        if (height > 0 && height + next / 2 > all / columns && result.size() < columns) {
            result.append(QVector<int>());
            height = 0;
        }
        result.last().append(i);
        height += next;
    }
    return result;
}

}

ShortcutOverlay::ShortcutOverlay(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"shortcutOverlay"_s);
    setAccessibleName(tr("Keyboard shortcuts"));
    setFocusPolicy(Qt::StrongFocus);
    parent->installEventFilter(this);
    hide();
}

void ShortcutOverlay::setGroups(const QVector<ShortcutGroup>& groups)
{
    m_groups = groups;
    QStringList spoken;
    for (const ShortcutGroup& group : groups)
        for (const KeyHint& hint : group.hints)
            spoken << hint.keys.join(u' ') + u": "_s + hint.what;
    setAccessibleDescription(spoken.join(u", "_s));
    update();
}

void ShortcutOverlay::popup()
{
    m_focusBefore = QApplication::focusWidget();
    m_scrolled = 0;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus(Qt::PopupFocusReason);
}

QVector<QVector<int>> ShortcutOverlay::columns() const
{
    return columnsOf(m_groups, std::clamp((width() - scaled(80)) / leastGroupWidth(), 1, kColumns));
}

/// As much as the longest text needs, where the window has it.
int ShortcutOverlay::groupWidth() const
{
    double longest = 0;
    for (const ShortcutGroup& group : m_groups)
        for (const KeyHint& hint : group.hints)
            longest = std::max(longest, paint::textWidth(bodyFont(), hint.what));
    const int needed = scaled(kCaps + kGap) + static_cast<int>(std::ceil(longest));
    const int room = (width() - scaled(80)) / static_cast<int>(columns().size());
    return std::max(leastGroupWidth(), std::min(needed, room));
}

double ShortcutOverlay::tallest(double shrink) const
{
    double tallest = 0;
    for (const auto& column : columns()) {
        double height = 0;
        for (const int group : column)
            height += groupHeight(m_groups[group], shrink);
        tallest = std::max(tallest, height);
    }
    return tallest;
}

/// In a low window the rows move together, as far as they can be read.
double ShortcutOverlay::shrink() const
{
    const double room = height() - 2 * kOutside - scaled(kMargins);
    return std::clamp(room / std::max(1.0, tallest(1)), double(kLeastRow) / kRow, 1.0);
}

double ShortcutOverlay::overflow() const
{
    return std::max(0.0, tallest(shrink()) + scaled(kMargins) - (height() - 2 * kOutside));
}

void ShortcutOverlay::scrollBy(double pixels)
{
    m_scrolled = std::clamp(m_scrolled + pixels, 0.0, overflow());
    update();
}

QRectF ShortcutOverlay::card() const
{
    const QSizeF size(std::min<double>(width() - 2 * kOutside, double(columns().size()) * groupWidth() + scaled(28)),
        tallest(shrink()) + scaled(kMargins) - overflow());
    return {(width() - size.width()) / 2, std::max<double>(kOutside, (height() - size.height()) / 2), size.width(),
        size.height()};
}

void ShortcutOverlay::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(rect(), QColor(0, 0, 0, theme.kind == ThemeKind::Dark ? 140 : 90));
    const QRectF plate = card();
    p.setPen(QPen(theme.line, 1));
    p.setBrush(theme.panel);
    p.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    const QRectF title(plate.x() + scaled(24), plate.y() + scaled(14), plate.width() - scaled(48), scaled(26));
    paint::text(p, title, tr("Keys"), boldFont(), theme.text);
    const QString closing = overflow() > 0 ? tr("↑ ↓ and wheel scroll · any other key closes") : tr("any key closes");
    paint::text(p, title, closing, smallFont(), theme.faint, Qt::AlignRight | Qt::AlignVCenter);
    p.setClipRect(plate.adjusted(0, scaled(44), 0, -scaled(8)));
    const auto filled = columns();
    const double by = shrink(), rowHeight = scaled(kRow) * by;
    for (int c = 0; c < filled.size(); ++c) {
        const double x = plate.x() + scaled(24) + c * groupWidth();
        double y = plate.y() + scaled(50) - m_scrolled;
        for (const int index : filled[c]) {
            const ShortcutGroup& group = m_groups[index];
            paint::text(p, QRectF(x, y, groupWidth(), scaled(24) * by), group.title, headingFont(), theme.faint);
            double row = y + scaled(kAbove) * by;
            for (const KeyHint& hint : group.hints) {
                double key = x;
                for (const QString& cap : hint.keys)
                    key += paint::keyCap(p, {key, row + rowHeight / 2.0}, cap) + 4;
                const double text = std::max(key + 6, x + scaled(kCaps));
                paint::text(p, QRectF(text, row, x + groupWidth() - scaled(16) - text, rowHeight), hint.what,
                    bodyFont(), theme.text);
                row += rowHeight;
            }
            y += groupHeight(group, by);
        }
    }
}

/// No key reaches the window behind it.
bool ShortcutOverlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool ShortcutOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        scrollBy(0);
    }
    return QWidget::eventFilter(watched, event);
}

void ShortcutOverlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control || event->key() == Qt::Key_Alt)
        return;
    const double page = height() * 0.7;
    const bool scrolls = overflow() > 0;
    switch (scrolls ? event->key() : 0) {
    case Qt::Key_Down:
        return scrollBy(scaled(kRow));
    case Qt::Key_Up:
        return scrollBy(-scaled(kRow));
    case Qt::Key_PageDown:
        return scrollBy(page);
    case Qt::Key_PageUp:
        return scrollBy(-page);
    default:
        close();
    }
}

void ShortcutOverlay::wheelEvent(QWheelEvent* event)
{
    event->accept(); // nothing behind the card moves
    scrollBy(-event->angleDelta().y() / 2.0);
}

void ShortcutOverlay::closeEvent(QCloseEvent*)
{
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void ShortcutOverlay::mousePressEvent(QMouseEvent*)
{
    close();
}

}
