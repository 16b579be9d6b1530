// ui/view/widgets/collapsible_section.cpp: heading and body.
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/section_header.h"
#include <QPainter>
#include <QVBoxLayout>

namespace patchlight
{

using namespace Qt::StringLiterals;

SectionHeader::SectionHeader(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SectionHeader::sizeHint() const
{
    return {qCeil(paint::textWidth(headingFont(), text())) + 30, scaled(30)}; // a row of the list it continues
}

void SectionHeader::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    const QColor colour = underMouse() ? theme.dim : theme.faint;
    paint::text(p, QRectF(rect()).adjusted(0, 0, -18, 0), text(), headingFont(), colour);
    paint::chevron(p, {width() - 6.0, height() / 2.0}, isChecked() ? 180 : 0, colour);
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), 4);
}

CollapsibleSection::CollapsibleSection(const QString& title, QWidget* parent)
    : QWidget(parent), m_header(new SectionHeader(this)), m_body(new QWidget(this)), m_content(new QVBoxLayout(m_body))
{
    m_header->setObjectName(u"sectionHeader"_s);
    m_header->setToolTip(tr("A click folds it or opens it"));
    m_content->setContentsMargins(0, 2, 0, 0);
    m_content->setSpacing(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body);
    setTitle(title);
    connect(m_header, &QAbstractButton::toggled, this, [this](bool on) {
        m_body->setVisible(on);
        Q_EMIT toggled(on);
    });
}

void CollapsibleSection::setTitle(const QString& title)
{
    m_header->setText(title);
    m_header->setAccessibleName(title);
    m_header->update();
}

bool CollapsibleSection::expanded() const
{
    return m_header->isChecked();
}

void CollapsibleSection::setExpanded(bool on)
{
    m_header->setChecked(on);
}

}
