// tests/window/gallery/panels.cpp: panels with sample values.
#include "gallery/panels.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/controls/range_slider.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/fact_list.h"
#include "ui/view/widgets/key_hints.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/widgets/prediction_list.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QSlider>

namespace patchlight::gallery
{
namespace
{

using namespace Qt::StringLiterals;

ValueCombo* combo(const QStringList& items, ValueCombo::Look look = ValueCombo::Look::Value)
{
    auto* box = new ValueCombo(nullptr, look);
    box->addItems(items);
    return box;
}

QPushButton* button(const QString& text, const QString& kind = {})
{
    auto* widget = new QPushButton(text);
    if (!kind.isEmpty())
        widget->setProperty("kind", kind);
    return widget;
}

QWidget* valueRow(const QString& label, const QString& value)
{
    auto* row = new LabelledRow(label);
    row->value()->setText(value);
    return row;
}

QVBoxLayout* panelColumn(QWidget* panel)
{
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 10, 14, 14);
    column->setSpacing(2);
    return column;
}

void addLook(QVBoxLayout& column, const Sample& sample)
{
    column.addWidget(makeHeading(u"Look"_s));
    auto* picker = new ColourMapPicker;
    picker->setStrips({{u"inferno"_s, u"Inferno"_s, sample.colours}});
    picker->setName(u"inferno"_s);
    column.addWidget(picker);
    column.addWidget(valueRow(u"Opacity"_s, u"62 %"_s));
    auto* opacity = new QSlider(Qt::Horizontal);
    opacity->setRange(0, 100);
    opacity->setValue(62);
    column.addWidget(opacity);
    auto* segments = new SegmentedControl;
    segments->setOptions({u"Patches"_s, u"Smooth"_s});
    segments->setCurrent(1);
    column.addWidget(segments);
    column.addWidget(new LabelledRow(u"Scale"_s, combo({u"this map"_s})));
    auto* grid = new Switch;
    column.addWidget(new LabelledRow(u"Patch grid"_s, grid));
    auto* outside = new Switch;
    outside->setChecked(true);
    column.addWidget(new LabelledRow(u"Dim outside"_s, outside));
}

}

QWidget* surface(const QString& name)
{
    auto* widget = new QWidget;
    widget->setAttribute(Qt::WA_StyledBackground);
    widget->setProperty("surface", name);
    return widget;
}

QWidget* separator(bool across)
{
    auto* line = new QFrame;
    line->setProperty("separator", true);
    across ? line->setFixedHeight(1) : line->setFixedWidth(1);
    return line;
}

QWidget* topBar()
{
    auto* bar = surface(u"panel"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(button(u"Open picture…"_s));
    auto* model = combo({u"DeiT-tiny/16"_s}, ValueCombo::Look::Button);
    model->setHint(u"224 px · 1,000 classes"_s);
    model->setMinimumWidth(300);
    row->addWidget(model);
    row->addWidget(combo({u"CPU · 2 threads"_s}, ValueCombo::Look::Flat));
    row->addStretch(1);
    row->addWidget(button(u"Hide patches"_s, u"flat"_s));
    row->addWidget(button(u"Compare"_s, u"flat"_s));
    row->addWidget(button(u"◐"_s, u"flat"_s));
    row->addWidget(button(u"Export…"_s, u"primary"_s));
    return bar;
}

QWidget* leftPanel(const Sample& sample)
{
    auto* panel = surface(u"panel"_s);
    panel->setFixedWidth(263);
    auto* column = panelColumn(panel);
    column->addWidget(makeHeading(u"Map"_s));
    column->addSpacing(6);
    auto* methods = new OptionList;
    methods->setOptions({{u"Attention"_s, u"one layer"_s, {}}, {u"Rollout"_s, u"all layers"_s, {}},
        {u"Relevancy"_s, u"class"_s, {}}, {u"Attribution"_s, u"class"_s, {}}, {u"Grad-CAM"_s, u"class"_s, {}},
        {u"Gradient rollout"_s, u"class"_s, {}}});
    methods->setCurrent(2);
    column->addWidget(methods);
    column->addSpacing(14);
    column->addWidget(makeHeading(u"Relevancy"_s));
    column->addWidget(new LabelledRow(u"For class"_s, combo({u"bull mastiff"_s, u"boxer"_s})));
    column->addWidget(new LabelledRow(u"Query"_s, combo({u"class token"_s})));
    column->addWidget(valueRow(u"Layers"_s, u"0 – 11"_s));
    column->addWidget(new RangeSlider);
    column->addSpacing(12);
    addLook(*column, sample);
    column->addStretch(1);
    return panel;
}

QWidget* rightPanel()
{
    auto* panel = surface(u"panel"_s);
    panel->setFixedWidth(288);
    auto* column = panelColumn(panel);
    column->addWidget(makeHeading(u"Prediction"_s));
    column->addSpacing(4);
    auto* list = new PredictionList;
    list->setPredictions(
        {{243, u"bull mastiff"_s, 0.414, 9.1}, {242, u"boxer"_s, 0.23, 8.5}, {282, u"tiger cat"_s, 0.064, 7.2},
            {254, u"pug"_s, 0.039, 6.7}, {292, u"tiger"_s, 0.022, 6.1}, {1, u"goldfish"_s, 0.0004, 2.1}});
    list->setTarget(243);
    list->setFixedHeight(list->sizeHint().height());
    column->addWidget(list);
    column->addSpacing(14);
    column->addWidget(makeHeading(u"Where it looks"_s));
    column->addSpacing(4);
    auto* shares = new SharesBar;
    shares->setParts({{u"patches"_s, 0.85}, {u"class token itself"_s, 0.11}, {u"distillation token"_s, 0.04}});
    column->addWidget(shares);
    column->addSpacing(10);
    auto* section = new CollapsibleSection(u"Model"_s);
    auto* facts = new FactList;
    facts->setRows({{u"layers × heads"_s, u"12 × 3"_s, FactRow::Origin::Read, {}},
        {u"patch"_s, u"16 px, 14 × 14"_s, FactRow::Origin::Read, {}},
        {u"crop"_s, u"248 → 224"_s, FactRow::Origin::Inferred, {}},
        {u"norm ε"_s, u"1e-6"_s, FactRow::Origin::Assumed, {}}});
    section->content()->addWidget(facts);
    column->addWidget(section);
    column->addStretch(1);
    return panel;
}

QWidget* headsPanel(QWidget* grid)
{
    auto* panel = surface(u"panel"_s);
    panel->setFixedHeight(176);
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(14);
    auto* side = new QWidget;
    side->setFixedWidth(152);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 10, 0, 8);
    column->setSpacing(0);
    column->addWidget(makeHeading(u"Heads"_s));
    column->addWidget(valueRow(u"Query"_s, u"class token"_s));
    column->addWidget(new LabelledRow(u"Sort"_s, combo({u"by layer"_s})));
    column->addWidget(new LabelledRow(u"Scale"_s, combo({u"each"_s})));
    column->addStretch(1);
    row->addWidget(side);
    row->addWidget(grid, 1);
    return panel;
}

QWidget* statusBar()
{
    auto* bar = surface(u"panel"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(16);
    for (const auto& text : {u"both.png · 224 × 224"_s, u"forward 21 ms"_s, u"map 0.4 ms"_s}) {
        auto* label = new QLabel(text);
        label->setProperty("tone", u"dim"_s);
        row->addWidget(label);
    }
    row->addStretch(1);
    auto* keys = new KeyHints;
    keys->setHints({{{u"["_s, u"]"_s}, u"layer"_s}, {{u","_s, u"."_s}, u"head"_s}, {{u"space"_s}, u"overlay"_s},
        {{u"?"_s}, u"keys"_s}});
    row->addWidget(keys);
    return bar;
}

}
