// ui/view/widgets/controls/value_combo.cpp: painting the value in its three places.
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QAbstractItemView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double caretRoom = 14;
constexpr int kListPadding = 4 + 1; ///< of the style sheet, and its border

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// A thousand classes are measured with every theme: the row's height is known without.
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const bool separator = index.data(Qt::AccessibleDescriptionRole).toString() == u"separator"_s;
        return {qCeil(paint::textWidth(bodyFont(), index.data().toString())) + 28, separator ? 9 : scaled(28)};
    }
    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        if (index.data(Qt::AccessibleDescriptionRole).toString() == u"separator"_s) {
            p->fillRect(QRectF(option.rect.x() + 8, option.rect.center().y(), option.rect.width() - 16, 1), theme.line);
            return;
        }
        if (option.state & QStyle::State_Selected)
            paint::roundedFill(*p, option.rect, 4, theme.raised);
        const bool enabled = option.state & QStyle::State_Enabled;
        paint::text(*p, QRectF(option.rect).adjusted(10, 0, -10, 0), index.data().toString(), bodyFont(),
            enabled ? theme.text : theme.faint);
    }
};

}

ValueCombo::ValueCombo(QWidget* parent, Look look) : QComboBox(parent), m_look(look)
{
    setItemDelegate(new RowDelegate(this));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizeAdjustPolicy(AdjustToContents);
    connect(this, &QComboBox::currentTextChanged, this, &QWidget::updateGeometry);
    setSizePolicy(look == Look::Value ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ValueCombo::setHint(const QString& hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

void ValueCombo::setShownText(const QString& text)
{
    m_shown = text;
    updateGeometry();
    update();
}

void ValueCombo::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    const bool lit = isEnabled() && underMouse();
    const QString value = m_shown.isEmpty() ? currentText() : m_shown;
    QRectF line = rect();
    if (m_look == Look::Button)
        paint::roundedFill(p, line, metric::radius, lit ? theme.line : theme.raised);
    if (m_look != Look::Value)
        line.adjust(10, 0, -10, 0);
    const QColor quiet = m_look == Look::Flat ? theme.dim : theme.text;
    const QColor colour = !isEnabled() ? theme.faint : lit && m_look == Look::Flat ? theme.text : quiet;
    const QRectF room = line.adjusted(0, 0, -caretRoom, 0);
    double end = line.right() - 4;
    if (m_look == Look::Value) {
        paint::text(p, room, value, bodyFont(), colour, Qt::AlignRight | Qt::AlignVCenter);
    } else {
        const double width = paint::text(p, room, value, bodyFont(), colour);
        if (const QString hint = hintWithin(room.width() - width - 6); !hint.isEmpty())
            paint::text(p, room.adjusted(width + 6, 1, 0, 1), hint, smallFont(), theme.dim);
        if (m_look == Look::Flat)
            end = line.left() + width + 10;
    }
    paint::caret(p, {end, line.center().y() + 0.5}, isEnabled() ? (lit ? theme.text : theme.dim) : theme.faint);
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), metric::radius);
}

QString ValueCombo::hintWithin(double width) const
{
    QString hint = m_hint;
    while (!hint.isEmpty() && paint::textWidth(smallFont(), hint) > width)
        hint.truncate(std::max<qsizetype>(0, hint.lastIndexOf(u" · "_s)));
    return hint;
}

QSize ValueCombo::sizeHint() const
{
    const double hint = m_hint.isEmpty() ? 0 : paint::textWidth(smallFont(), m_hint) + 6;
    return {widthWithoutHint() + qCeil(hint), scaled(m_look == Look::Value ? 26 : 30)};
}

int ValueCombo::widthWithoutHint() const
{
    const bool alone = m_look == Look::Flat; // the others' texts may be whole sentences
    double widest = paint::textWidth(bodyFont(), m_shown.isEmpty() && alone ? currentText() : m_shown);
    if (m_shown.isEmpty() && !alone)
        for (int i = 0; i < std::min(count(), 60); ++i)
            widest = std::max(widest, paint::textWidth(bodyFont(), itemText(i)));
    const double sides = m_look == Look::Value ? 0 : 20;
    return qCeil(widest + sides + caretRoom + 4);
}

QSize ValueCombo::minimumSizeHint() const
{
    return {scaled(m_look == Look::Flat ? 80 : 48), sizeHint().height()};
}

/// The list may be wider than what is chosen from it.
void ValueCombo::showPopup()
{
    if (m_opensPage) {
        Q_EMIT pageRequested();
        return;
    }
    const int room = screen() ? screen()->availableGeometry().width() * 9 / 10 : width();
    const int wanted = view()->sizeHintForColumn(0) + 2 * kListPadding;
    view()->setMinimumWidth(std::clamp(wanted, width(), std::max(width(), room)));
    QComboBox::showPopup();
}

void ValueCombo::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // scrolling the panel must not change a value
}

}
