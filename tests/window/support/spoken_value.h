// tests/window/support/spoken_value.h: what a screen reader says of a widget's value.
#pragma once
#include <QAccessible>
#include <QWidget>

namespace patchlight
{

inline QString spokenValue(QWidget& widget)
{
    const auto* accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible ? accessible->text(QAccessible::Value) : QString();
}

}
