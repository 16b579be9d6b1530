// ui/view/window/look_panel.cpp: builds the rows and keeps them in step with the selection's look.
#include "ui/view/window/look_panel.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/labelled_row.h"
#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

QVector<ColourStrip> strips()
{
    QVector<ColourStrip> list;
    for (const auto& info : colourMaps()) {
        QVector<QRgb> colours;
        for (const QColor& colour : colourTable(info.map))
            colours << colour.rgb();
        list << ColourStrip{fromUtf8(info.name), capital(fromUtf8(info.name)), colours};
    }
    return list;
}

QString nameOf(ColourMap map)
{
    for (const auto& info : colourMaps())
        if (info.map == map)
            return fromUtf8(info.name);
    return {};
}

QSlider* percentSlider(const QString& name, const QString& accessible)
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(name);
    slider->setAccessibleName(accessible);
    slider->setRange(0, 100);
    return slider;
}

}

LookPanel::LookPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    build();
    hear();
    showLook();
}

void LookPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeading(tr("Look")));
    column->addSpacing(metric::tiny);

    m_colours = new ColourMapPicker;
    m_colours->setObjectName(u"colourMap"_s);
    m_colours->setAccessibleName(tr("Colour map"));
    m_colours->setStrips(strips());
    column->addWidget(m_colours);

    auto* opacityRow = new LabelledRow(tr("Opacity"));
    m_opacityText = opacityRow->value();
    m_opacity = percentSlider(u"opacitySlider"_s, tr("Opacity"));
    m_opacity->setToolTip(tr("How strongly the map covers the picture"));
    column->addWidget(opacityRow);
    column->addWidget(m_opacity);
    m_clear = new Switch;
    m_clear->setObjectName(u"clearSwitch"_s);
    m_clear->setAccessibleName(tr("Clear where low"));
    m_clearRow = new LabelledRow(tr("Clear where low"), m_clear, nullptr);
    m_clearRow->setToolTip(tr("Low values let the picture through; off, the map covers all of it alike."));
    column->addWidget(m_clearRow);
    column->addSpacing(metric::small);

    m_smooth = new SegmentedControl;
    m_smooth->setObjectName(u"smoothControl"_s);
    m_smooth->setAccessibleName(tr("Interpolation"));
    m_smooth->setOptions({tr("Patches"), tr("Smooth")});
    m_smooth->setToolTip(tr("Smooth maps suggest a resolution that is not there; patches show what was computed."));
    column->addWidget(m_smooth);
    column->addSpacing(metric::small);

    m_scale = new ValueCombo;
    m_scale->setObjectName(u"scaleBox"_s);
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->addItems({tr("this map"), tr("shared by all heads"), tr("fixed")});
    m_scaleRow = new LabelledRow(tr("Scale"), m_scale, nullptr);
    m_scaleRow->setToolTip(tr("Which values the colours run over: of this map, of all heads of this query, or as typed. Only with "
                              "one scale can two maps be compared by their colours."));
    column->addWidget(m_scaleRow);
    m_low = addBound(tr("Lowest"), u"scaleLow"_s, &m_lowRow);
    m_high = addBound(tr("Highest"), u"scaleHigh"_s, &m_highRow);
    m_low->setToolTip(tr("The value of the lowest colour; all below it looks alike"));
    m_high->setToolTip(tr("The value of the highest colour; all above it looks alike"));

    m_massRow = new LabelledRow(tr("Show strongest"));
    m_massRow->setToolTip(tr("Draws only the strongest patches, those that together hold this share of the map's sum; the values stay."));
    m_massText = m_massRow->value();
    m_mass = percentSlider(u"massSlider"_s, tr("Show strongest"));
    m_mass->setRange(1, 100);
    m_mass->setToolTip(m_massRow->toolTip());
    column->addWidget(m_massRow);
    column->addWidget(m_mass);

    m_grid = new Switch;
    m_grid->setObjectName(u"gridSwitch"_s);
    m_grid->setAccessibleName(tr("Patch grid"));
    m_grid->setToolTip(tr("Lines between the patches (G)"));
    column->addWidget(new LabelledRow(tr("Patch grid"), m_grid, nullptr));
    m_input = new Switch;
    m_input->setObjectName(u"inputSwitch"_s);
    m_input->setAccessibleName(tr("What the network saw"));
    m_input->setToolTip(tr("The picture as it was resized and cropped for the network (I)"));
    column->addWidget(new LabelledRow(tr("What the network saw"), m_input, nullptr));
}

QDoubleSpinBox* LookPanel::addBound(const QString& label, const QString& name, LabelledRow** row)
{
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setDecimals(4);
    box->setRange(-1e6, 1e6);
    box->setSingleStep(0.001);
    box->setMaximumWidth(scaled(110));
    *row = new LabelledRow(label, box, nullptr);
    layout()->addWidget(*row);
    return box;
}

void LookPanel::hear()
{
    auto& selection = m_session->selection();
    connect(&selection, &Selection::lookChanged, this, &LookPanel::showLook);
    connect(m_session, &Session::mapChanged, this, &LookPanel::showRows);
    connect(m_colours, &ColourMapPicker::nameChosen, this, [&selection](const QString& name) {
        if (const auto map = colourMapByName(name.toStdString()))
            selection.editLook([map](LookChoice& l) { l.look.colours = *map; });
    });
    connect(m_opacity, &QSlider::valueChanged, this, [&selection](int percent) {
        selection.editLook([percent](LookChoice& l) { l.look.opacity = static_cast<float>(percent) / 100.0F; });
    });
    connect(m_clear, &Switch::toggled, this, [&selection](bool on) {
        selection.editLook([on](LookChoice& l) { l.look.cover = on ? Cover::Value : Cover::Even; });
    });
    connect(m_mass, &QSlider::valueChanged, this, [&selection](int percent) {
        selection.editLook([percent](LookChoice& l) { l.look.keepMass = static_cast<float>(percent) / 100.0F; });
    });
    connect(m_smooth, &SegmentedControl::chosen, this, [&selection](int index) {
        const auto way = index == 0 ? Interpolation::Patches : Interpolation::Bicubic;
        selection.editLook([way](LookChoice& l) { l.look.interpolation = way; });
    });
    connect(m_scale, &QComboBox::activated, this, [this, &selection](int index) {
        const ValueRange now = m_session->range();
        selection.editLook([index, now](LookChoice& l) {
            l.scale = static_cast<ScaleMode>(index);
            if (l.scale == ScaleMode::Fixed)
                l.fixed = now; // what is on screen, to compare the next maps with it
        });
    });
    const auto fix = [this, &selection] {
        const ValueRange range{static_cast<float>(m_low->value()), static_cast<float>(m_high->value())};
        if (range.low < range.high)
            selection.editLook([range](LookChoice& l) { l.fixed = range; });
    };
    connect(m_low, &QDoubleSpinBox::valueChanged, this, fix);
    connect(m_high, &QDoubleSpinBox::valueChanged, this, fix);
    connect(m_input, &Switch::toggled, this,
        [&selection](bool on) { selection.editLook([on](LookChoice& l) { l.networkInput = on; }); });
    connect(m_grid, &Switch::toggled, this,
        [&selection](bool on) { selection.editLook([on](LookChoice& l) { l.look.patchGrid = on; }); });
}

void LookPanel::showLook()
{
    const LookChoice& choice = m_session->selection().look();
    const QSignalBlocker quiet[]{QSignalBlocker(m_opacity), QSignalBlocker(m_mass), QSignalBlocker(m_low),
        QSignalBlocker(m_high), QSignalBlocker(m_grid), QSignalBlocker(m_input), QSignalBlocker(m_clear)};
    m_opacity->setValue(qRound(choice.look.opacity * 100));
    m_opacityText->setText(tr("%1 %").arg(m_opacity->value()));
    m_clear->setChecked(choice.look.cover == Cover::Value);
    m_mass->setValue(qRound(choice.look.keepMass * 100));
    m_massText->setText(m_mass->value() == 100 ? tr("all") : tr("%1 %").arg(m_mass->value()));
    m_smooth->setCurrent(choice.look.interpolation == Interpolation::Patches ? 0 : 1);
    m_scale->setCurrentIndex(static_cast<int>(choice.scale));
    m_low->setValue(choice.fixed.low);
    m_high->setValue(choice.fixed.high);
    m_grid->setChecked(choice.look.patchGrid);
    m_input->setChecked(choice.networkInput);
    showRows();
}

/// A map that is red, green and blue itself has no scale to set.
void LookPanel::showRows()
{
    const auto& shown = m_session->shown();
    const bool hasScale = !shown || shown->explanation.colours.empty();
    const bool fixed = hasScale && m_session->selection().look().scale == ScaleMode::Fixed;
    for (QWidget* row : {static_cast<QWidget*>(m_colours), static_cast<QWidget*>(m_clearRow), static_cast<QWidget*>(m_scaleRow),
             static_cast<QWidget*>(m_massRow), static_cast<QWidget*>(m_mass)})
        row->setVisible(hasScale);
    m_colours->setName(nameOf(m_session->look().colours)); // of a signed map not those that are chosen
    m_colours->setFixed(shown && shown->explanation.isSigned
            ? tr("This map has two sides, for and against: red and blue, whatever is chosen for other maps")
            : QString());
    const bool heads = shown && showsHeads(shown->explanation, m_session->selection().look().look);
    m_colours->setVisible(hasScale && !heads); // those have colours of their own
    m_lowRow->setVisible(fixed);
    m_highRow->setVisible(fixed);
}

}
