// ui/view/theme/spoken.h: what a screen reader says of a painted widget.
#pragma once
#include <QAccessible>
#include <QString>

class QWidget;

namespace patchlight
{

/// A painted widget inherits this beside QWidget and calls announceValue() when its value changes.
/// Name and description are QWidget's accessibleName() and accessibleDescription().
class Spoken
{
public:
    Spoken();
    virtual ~Spoken() = default;
    virtual QString spokenValue() const = 0;
    virtual QAccessible::Role spokenRole() const = 0;
    /// Where the value is a number: its range and how to set it. NaN: not a number.
    virtual double spokenNumber() const;
    virtual double spokenMinimum() const { return 0; }
    virtual double spokenMaximum() const { return 0; }
    virtual void setSpokenNumber(double) { }
};

/// Tells assistive tools that the value of `widget` (a Spoken) changed. Cheap when none listens.
void announceValue(QWidget* widget);

}
