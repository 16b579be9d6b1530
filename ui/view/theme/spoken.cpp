// ui/view/theme/spoken.cpp: one accessible interface for all painted widgets.
#include "ui/view/theme/spoken.h"
#include <QAccessibleWidget>
#include <QWidget>
#include <limits>

namespace patchlight
{
namespace
{

class SpokenInterface : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    SpokenInterface(QWidget* widget, Spoken* spoken) : QAccessibleWidget(widget, spoken->spokenRole()), m_spoken(spoken)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return m_spoken->spokenValue();
        const QString text = QAccessibleWidget::text(kind);
        return kind == QAccessible::Description ? withValue(text) : text;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override
    {
        const double number = m_spoken->spokenNumber();
        return number == number ? QVariant(number) : QVariant(m_spoken->spokenValue());
    }
    void setCurrentValue(const QVariant& value) override { m_spoken->setSpokenNumber(value.toDouble()); }
    QVariant maximumValue() const override { return m_spoken->spokenMaximum(); }
    QVariant minimumValue() const override { return m_spoken->spokenMinimum(); }
    QVariant minimumStepSize() const override { return 1; }

private:
    /// A value that is words reaches nobody over AT-SPI, which knows numbers only; the description does.
    QString withValue(const QString& description) const
    {
        const double number = m_spoken->spokenNumber();
        const QString value = number == number ? QString() : m_spoken->spokenValue();
        const QString between = description.isEmpty() || value.isEmpty() ? QString() : QStringLiteral(". ");
        return value + between + description;
    }

    Spoken* m_spoken;
};

QAccessibleInterface* makeSpoken(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    auto* spoken = dynamic_cast<Spoken*>(object);
    return widget && spoken ? new SpokenInterface(widget, spoken) : nullptr;
}

}

Spoken::Spoken()
{
    static const bool installed = (QAccessible::installFactory(makeSpoken), true);
    Q_UNUSED(installed);
}

double Spoken::spokenNumber() const
{
    return std::numeric_limits<double>::quiet_NaN();
}

void announceValue(QWidget* widget)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(widget, QVariant());
    if (const auto* spoken = dynamic_cast<const Spoken*>(widget))
        event.setValue(spoken->spokenValue());
    QAccessible::updateAccessibility(&event);
    QAccessibleEvent described(widget, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
}

}
