// ui/view/window/input_manners.cpp
#include "ui/view/window/input_manners.h"
#include "ui/view/widgets/controls/option_list.h"
#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolTip>
#include <QWidget>

namespace patchlight
{
namespace
{

/// One that the wheel would change.
bool holdsAValue(const QWidget* widget)
{
    const bool slider = qobject_cast<const QAbstractSlider*>(widget) && !qobject_cast<const QScrollBar*>(widget);
    return slider || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

/// Qt wraps rich text alone; a long plain line would run out of the screen.
bool wrapToolTip(QWidget& widget, const QHelpEvent& help)
{
    const QString text = widget.toolTip();
    if (text.isEmpty() || Qt::mightBeRichText(text))
        return false;
    QToolTip::showText(help.globalPos(), QStringLiteral("<p>") + text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) + QStringLiteral("</p>"), &widget);
    return true;
}

/// Qt gives it to a dialog's buttons alone; here it presses what has the focus, as the space bar does.
bool isReturn(const QKeyEvent& key)
{
    return !key.isAutoRepeat() && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

bool keysAreTaken(QWidget* focus, const QKeyEvent& key)
{
    if (QApplication::activePopupWidget())
        return true;
    const auto* line = qobject_cast<QLineEdit*>(focus);
    return line && key.key() == Qt::Key_Escape && !line->text().isEmpty();
}

}

InputManners::InputManners(QWidget* window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
    const auto buttons = window->findChildren<QAbstractButton*>();
    for (QAbstractButton* button : buttons)
        if (button->focusPolicy() == Qt::StrongFocus || button->focusPolicy() == Qt::WheelFocus)
            button->setFocusPolicy(Qt::TabFocus);
    for (auto* list : window->findChildren<OptionList*>()) // a method was chosen: the keys are still the picture's
        list->setFocusPolicy(Qt::TabFocus);
}

bool InputManners::eventFilter(QObject* watched, QEvent* event)
{
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != m_window) {
        if (event->type() != QEvent::ShortcutOverride || !QApplication::activePopupWidget())
            return false;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (!keysAreTaken(widget, *static_cast<QKeyEvent*>(event)))
            return false;
        event->accept(); // no shortcut; the key itself follows
        return !QApplication::activePopupWidget(); // a list takes Return from this event already
    case QEvent::KeyPress:
        m_tabPressed = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab;
        if (m_tabPressed)
            QMetaObject::invokeMethod(this, [this] { m_tabPressed = false; }, Qt::QueuedConnection);
        if (auto* button = qobject_cast<QAbstractButton*>(widget); button && button->hasFocus() && isReturn(*static_cast<QKeyEvent*>(event))) {
            button->click();
            return true;
        }
        if (auto* line = qobject_cast<QLineEdit*>(widget);
            line && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !line->text().isEmpty()) {
            line->clear();
            return true;
        }
        return false;
    case QEvent::MouseButtonPress:
        m_window->setAttribute(Qt::WA_KeyboardFocusChange, false); // Tab is again what it is to whoever uses the mouse
        return false;
    case QEvent::ToolTip:
        return wrapToolTip(*widget, *static_cast<QHelpEvent*>(event));
    case QEvent::Wheel:
        if (!holdsAValue(widget) || widget->hasFocus())
            return false;
        event->ignore(); // on to the panel it lies in
        return true;
    default:
        return false;
    }
}

}
