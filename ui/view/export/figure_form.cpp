// ui/view/export/figure_form.cpp
#include "ui/view/export/figure_form.h"
#include "ui/state/settings.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/controls/word_spin_box.h"
#include "ui/view/widgets/labelled_row.h"
#include <QSpinBox>
#include <QVBoxLayout>

namespace patchlight
{
using namespace Qt::StringLiterals;

FigureForm::FigureForm(Settings* settings) : m_settings(settings)
{
    buildMeasures();
    buildParts();
    m_dpiRow = new LabelledRow(tr("Pixels an inch"), m_dpi, nullptr);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    column->addWidget(new LabelledRow(tr("Width"), m_width, nullptr));
    column->addWidget(m_dpiRow);
    column->addWidget(new LabelledRow(tr("Title"), m_titled, nullptr));
    column->addWidget(new LabelledRow(tr("Colour bar"), m_barred, nullptr));
}

void FigureForm::buildMeasures()
{
    m_width = new WordSpinBox;
    m_width->setObjectName(u"figureWidth"_s);
    m_width->setRange(0, 1000);
    m_width->setDecimals(0);
    m_width->setSuffix(tr(" mm"));
    m_width->setSpecialValueText(tr("as the picture"));
    m_width->setValue(m_settings->view(u"figureWidth"_s, 0).toDouble());
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &FigureForm::changed);
    m_dpi = new QSpinBox;
    m_dpi->setObjectName(u"figureDpi"_s);
    m_dpi->setRange(50, 1200);
    m_dpi->setToolTip(tr("Of a figure made of pixels, at the width above; print wants 300"));
    m_dpi->setValue(m_settings->view(u"figureDpi"_s, 300).toInt());
}

void FigureForm::buildParts()
{
    m_titled = new Switch;
    m_titled->setObjectName(u"figureTitle"_s);
    m_titled->setChecked(true);
    m_titled->setToolTip(tr("A line above the picture: method, layers, class and model"));
    connect(m_titled, &Switch::toggled, this, &FigureForm::changed);
    m_barred = new Switch;
    m_barred->setObjectName(u"figureBar"_s);
    m_barred->setChecked(true);
    m_barred->setToolTip(tr("The values of the colours at the right, or which head has which"));
    connect(m_barred, &Switch::toggled, this, &FigureForm::changed);
}

FigureChoice FigureForm::choice() const
{
    return {m_width->value(), m_dpi->value(), m_titled->isChecked(), m_barred->isChecked()};
}

void FigureForm::remember()
{
    m_settings->setView(u"figureWidth"_s, m_width->value());
    m_settings->setView(u"figureDpi"_s, m_dpi->value());
}

void FigureForm::setMadeOfPixels(bool pixels)
{
    m_dpiRow->setEnabled(pixels); // away, it would leave a hole
}

}
