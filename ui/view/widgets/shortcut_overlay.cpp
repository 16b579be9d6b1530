// ui/view/widgets/shortcut_overlay.cpp: a card with all keys on a veil over the window.
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

int rowHeight()
{
    return scaled(26);
}
int groupWidth()
{
    return scaled(290);
}
int groupHeight(const ShortcutGroup& group)
{
    return scaled(30) + int(group.hints.size()) * rowHeight() + scaled(14);
}

/// Groups fill columns of about equal height.
QVector<QVector<int>> columnsOf(const QVector<ShortcutGroup>& groups, int columns)
{
    int all = 0;
    for (const ShortcutGroup& group : groups)
        all += groupHeight(group);
    QVector<QVector<int>> result(1);
    int height = 0;
    for (int i = 0; i < groups.size(); ++i) {
        const int next = groupHeight(groups[i]);
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
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus(Qt::PopupFocusReason);
}

QRectF ShortcutOverlay::card() const
{
    const int columns = std::clamp((width() - scaled(80)) / groupWidth(), 1, 3);
    const auto filled = columnsOf(m_groups, columns);
    int tallest = 0;
    for (const auto& column : filled) {
        int height = 0;
        for (const int group : column)
            height += groupHeight(m_groups[group]);
        tallest = std::max(tallest, height);
    }
    const QSizeF size(filled.size() * groupWidth() + scaled(28), tallest + scaled(64));
    return {(width() - size.width()) / 2, std::max(8.0, (height() - size.height()) / 2), size.width(), size.height()};
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
    paint::text(p, title, tr("any key closes"), smallFont(), theme.faint, Qt::AlignRight | Qt::AlignVCenter);
    const auto columns = columnsOf(m_groups, std::clamp((width() - scaled(80)) / groupWidth(), 1, 3));
    for (int c = 0; c < columns.size(); ++c) {
        const double x = plate.x() + scaled(24) + c * groupWidth();
        double y = plate.y() + scaled(50);
        for (const int index : columns[c]) {
            const ShortcutGroup& group = m_groups[index];
            paint::text(p, QRectF(x, y, groupWidth(), scaled(24)), group.title, headingFont(), theme.faint);
            double row = y + scaled(30);
            for (const KeyHint& hint : group.hints) {
                double key = x;
                for (const QString& cap : hint.keys)
                    key += paint::keyCap(p, {key, row + rowHeight() / 2.0}, cap) + 4;
                const double text = std::max(key + 6, x + scaled(104));
                paint::text(p, QRectF(text, row, x + groupWidth() - scaled(16) - text, rowHeight()), hint.what,
                    bodyFont(), theme.text);
                row += rowHeight();
            }
            y += groupHeight(group);
        }
    }
}

bool ShortcutOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void ShortcutOverlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control || event->key() == Qt::Key_Alt)
        return;
    close();
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
