// ui/view/widgets/labelled_row.cpp: a row of the panels.
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/theme/theme.h"
#include <QHBoxLayout>

namespace patchlight
{

using namespace Qt::StringLiterals;

LabelledRow::LabelledRow(const QString& label, QWidget* control, QWidget* parent)
    : QWidget(parent), m_label(new QLabel(label, this))
{
    m_label->setProperty("tone", u"dim"_s);
    m_label->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::small);
    row->addWidget(m_label);
    row->addStretch(0);
    row->addWidget(control, control->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding ? 1 : 0);
    row->addStrut(scaled(26)); // at least: a control that is higher is not squeezed
}

LabelledRow::LabelledRow(const QString& label) : LabelledRow(label, new QLabel)
{
    m_value = qobject_cast<QLabel*>(m_label->buddy());
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* heading = new QLabel(text, parent);
    heading->setFont(headingFont());
    heading->setProperty("tone", u"faint"_s);
    heading->setContentsMargins(0, 0, 0, metric::tiny); // the same air under every heading
    return heading;
}

}
