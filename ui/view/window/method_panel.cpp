// ui/view/window/method_panel.cpp: builds the rows, fills them from the selection, writes back what is chosen.
#include "ui/view/window/method_panel.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/head_list_edit.h"
#include "ui/view/widgets/controls/range_slider.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/window/method_list.h"
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <array>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kClassesListed = 20;
enum PatchWay { kOnePatch, kRegion, kInverse }; ///< how the Query list asks patches
constexpr std::array kSteps{8, 16, 32, 64, 128};

QSlider* makeSlider(const QString& name, const QString& accessible)
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(name);
    slider->setAccessibleName(accessible);
    slider->setRange(0, 99);
    slider->setPageStep(10);
    return slider;
}

/// What a target is called: the row, and the one that is taken where nobody chose.
struct TargetWords {
    QString row, first;
};

TargetWords targetWords(Outputs outputs)
{
    switch (outputs) {
    case Outputs::Labels:
        return {MethodPanel::tr("For label"), MethodPanel::tr("most probable")};
    case Outputs::Values:
    case Outputs::Logit:
        return {MethodPanel::tr("For value"), MethodPanel::tr("the largest")};
    case Outputs::Classes:
        break;
    }
    return {MethodPanel::tr("For class"), MethodPanel::tr("most probable")};
}

}

MethodPanel::MethodPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new MethodList(session));
    buildParameters(column);

    auto& selection = session->selection();
    connect(&selection, &Selection::mapChanged, this, &MethodPanel::showChoice);
    connect(&selection, &Selection::shapeChanged, this, &MethodPanel::showChoice);
    connect(session, &Session::analysisChanged, this, &MethodPanel::fillChoices);
    fillChoices();
}

ValueCombo* MethodPanel::addCombo(const QString& label, const QString& objectName, LabelledRow** row)
{
    auto* combo = new ValueCombo;
    combo->setObjectName(objectName);
    combo->setAccessibleName(label);
    *row = new LabelledRow(label, combo, nullptr);
    m_rows->addWidget(*row);
    return combo;
}

void MethodPanel::addSlider(const QString& label, const QString& objectName, LabelledRow** row, QSlider** slider)
{
    *row = new LabelledRow(label);
    *slider = makeSlider(objectName, label);
    m_rows->addWidget(*row);
    m_rows->addWidget(*slider);
}

void MethodPanel::buildParameters(QVBoxLayout* column)
{
    column->addSpacing(metric::medium);
    m_heading = makeHeading({});
    m_heading->setObjectName(u"methodHeading"_s);
    m_heading->setWordWrap(true); // or a long name would widen the panel
    column->addWidget(m_heading);
    const auto help = [column](const QString& name) {
        auto* label = new QLabel;
        label->setObjectName(name);
        label->setWordWrap(true);
        label->setFont(smallFont());
        label->setProperty("tone", u"dim"_s);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        label->setFocusPolicy(Qt::TabFocus);
        column->addWidget(label);
        return label;
    };
    m_reading = help(u"methodReading"_s);
    m_reading->setAccessibleName(tr("How to read this map"));
    connect(m_reading, &QLabel::linkActivated, this, [this] {
        m_misleadsShown = !m_misleadsShown;
        showReading();
    });
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    column->addLayout(m_rows);

    m_target = addCombo(tr("For class"), u"targetBox"_s, &m_targetRow);
    m_sign = addCombo(tr("Shows"), u"signBox"_s, &m_signRow);
    m_sign->addItems({tr("what raises it"), tr("what lowers it")});
    m_query = addCombo(tr("Query"), u"queryBox"_s, &m_queryRow);
    m_layer = addCombo(tr("Layer"), u"layerBox"_s, &m_layerRow);
    m_head = addCombo(tr("Head"), u"headBox"_s, &m_headRow);
    m_fusion = addCombo(tr("Heads"), u"fusionBox"_s, &m_fusionRow);
    m_fusion->addItems({tr("mean"), tr("maximum"), tr("minimum")});
    m_ofHeads = new HeadListEdit;
    m_ofHeads->setObjectName(u"headListEdit"_s);
    m_ofHeads->setAccessibleName(tr("Only heads"));
    m_ofHeadsRow = new LabelledRow(tr("Only heads"), m_ofHeads);
    m_ofHeadsRow->setToolTip(tr("Which heads are fused: 0,2,5 or, with weights, 0:1,2:0.5; empty for all of them"));
    m_rows->addWidget(m_ofHeadsRow);
    m_rangeRow = new LabelledRow(tr("Layers"));
    m_rangeText = m_rangeRow->value();
    m_range = new RangeSlider;
    m_range->setObjectName(u"layerRange"_s);
    m_range->setAccessibleName(tr("Layers"));
    m_rows->addWidget(m_rangeRow);
    m_rows->addWidget(m_range);
    addSlider(tr("Residual weight"), u"alphaSlider"_s, &m_alphaRow, &m_alpha);
    addSlider(tr("Discard smallest"), u"discardSlider"_s, &m_discardRow, &m_discard);
    m_alphaText = m_alphaRow->value();
    m_discardText = m_discardRow->value();
    m_steps = addCombo(tr("Steps"), u"stepsBox"_s, &m_stepsRow);
    for (const int steps : kSteps)
        m_steps->addItem(QString::number(steps), steps);
    sayWhatTheyDo();
    hearParameters();
}

void MethodPanel::sayWhatTheyDo()
{
    const std::pair<QWidget*, QString> tips[]{
        {m_target, tr("What is explained; a click on a prediction chooses it, too")},
        {m_sign, tr("Where the map is high: on what speaks for it, or on what speaks against it")},
        {m_query, tr("Whose attention is shown: a token, or patches that are clicked on the picture (Esc: the class token). Rows and columns count from 0.")},
        {m_layer, tr("The layer whose map is shown ([ and ])")},
        {m_head, tr("One head, or all of them fused (, and .)")},
        {m_fusion, tr("How the heads of a layer become one map")},
        {m_range, tr("The layers that the map goes through, first and last")},
        {m_alpha, tr("How much of every token is taken to stay where it is, beside what attention brings")},
        {m_discard, tr("This share of the smallest attention of every layer counts as none")},
        {m_steps, tr("Points that are averaged over: more are truer and take longer")},
    };
    for (const auto& [control, tip] : tips)
        control->setToolTip(tip);
}

void MethodPanel::hearParameters()
{
    auto& selection = m_session->selection();
    connect(m_target, &QComboBox::activated, this, [this, &selection](int index) {
        const int target = m_target->itemData(index).toInt();
        selection.editMap(
            [target](MapChoice& c) { c.target = target < 0 ? std::nullopt : std::optional(ClassIndex{target}); });
    });
    connect(m_sign, &QComboBox::activated, this,
        [&selection](int index) { selection.editMap([index](MapChoice& c) { c.lowers = index == 1; }); });
    connect(m_query, &QComboBox::activated, this, &MethodPanel::chooseQuery);
    connect(m_layer, &QComboBox::activated, this, [this, &selection](int index) {
        const int layer = m_layer->itemData(index).toInt();
        if (layer < 0)
            selection.editMap([](MapChoice& c) { c.atPicture = true; });
        else
            selection.setCurrentLayer(LayerIndex{layer});
    });
    connect(m_head, &QComboBox::activated, this, [this, &selection](int index) {
        const int head = m_head->itemData(index).toInt();
        selection.editMap([head](MapChoice& c) {
            c.head = head >= 0 ? HeadChoice{HeadIndex{head}} : HeadChoice{static_cast<HeadFusion>(-1 - head)};
        });
    });
    connect(m_fusion, &QComboBox::activated, this, [&selection](int index) {
        selection.editMap([index](MapChoice& c) { c.fusion = static_cast<HeadFusion>(index); });
    });
    connect(m_ofHeads, &HeadListEdit::weightsChosen, this, [&selection](const std::vector<float>& weights) {
        selection.editMap([&weights](MapChoice& c) { c.headWeights = weights; });
    });
    connect(m_range, &RangeSlider::rangeChosen, this, [&selection](int first, int last) {
        selection.editMap(
            [first, last](MapChoice& c) { c.startLayer = LayerIndex{first}, c.endLayer = LayerIndex{last}; });
    });
    connect(m_alpha, &QSlider::valueChanged, this, [&selection](int percent) {
        selection.editMap([percent](MapChoice& c) { c.alpha = static_cast<float>(percent) / 100.0F; });
    });
    connect(m_discard, &QSlider::valueChanged, this, [&selection](int percent) {
        selection.editMap([percent](MapChoice& c) { c.discard = static_cast<float>(percent) / 100.0F; });
    });
    connect(m_steps, &QComboBox::activated, this, [this, &selection](int index) {
        selection.editMap([steps = m_steps->itemData(index).toInt()](MapChoice& c) { c.steps = steps; });
    });
}

void MethodPanel::fillChoices()
{
    const auto analysis = m_session->analysis();
    const auto& shape = m_session->selection().shape();
    m_target->clear();
    m_query->clear();
    m_layer->clear();
    if (!analysis) {
        m_target->addItem(targetWords(Outputs::Classes).first, -1);
        showChoice();
        return;
    }
    fillTargets(*analysis);
    const auto addToken = [this, &shape](Query::Kind kind, int number = 0) {
        m_query->addItem(queryLabel({kind, number, {}, false}, shape.tokens), QPoint(static_cast<int>(kind), number));
    };
    addToken(Query::Kind::Default);
    if (shape.tokens.classToken && !shape.tokens.classTokenRead)
        addToken(Query::Kind::ClassToken);
    if (shape.tokens.distillationToken) {
        addToken(Query::Kind::Distillation);
        addToken(Query::Kind::TokenDifference);
    }
    for (int i = 0; i < shape.tokens.registers; ++i)
        addToken(Query::Kind::Register, i);
    for (const auto& [text, way] : {std::pair(tr("a patch"), kOnePatch), std::pair(tr("a region of 3 × 3"), kRegion),
             std::pair(tr("who looks at a patch"), kInverse)})
        m_query->addItem(text, QPoint(static_cast<int>(Query::Kind::Patches), way));
    m_query->setItemData(m_query->count() - 3, tr("Or click the picture"), Qt::ToolTipRole);
    m_query->setItemData(m_query->count() - 2, tr("Or drag over the picture"), Qt::ToolTipRole);
    m_query->setItemData(m_query->count() - 1, tr("Or Shift+click the picture"), Qt::ToolTipRole);
    for (int layer = 0; layer < shape.layers(); ++layer)
        m_layer->addItem(QString::number(layer), layer);
    m_range->setLimits(0, std::max(0, shape.layers() - 1));
    showChoice();
}

void MethodPanel::fillTargets(const Analysis& analysis)
{
    const auto words = targetWords(analysis.model->config.outputs.value);
    m_targetRow->label()->setText(words.row);
    m_target->setAccessibleName(words.row);
    if (analysis.predictions.size() != 1)
        m_target->addItem(words.first, -1);
    for (std::size_t i = 0; i < analysis.predictions.size() && i < kClassesListed; ++i)
        m_target->addItem(shownClassName(analysis.predictions[i].name, analysis.predictions[i].index),
            analysis.predictions[i].index.value);
}

/// About the patch that is asked now, or the middle one.
Query MethodPanel::patchesAsked(int way) const
{
    const auto& selection = m_session->selection();
    const GridSize grid = selection.shape().tokens.grid;
    const auto& now = selection.map().query;
    const bool patches = now.kind == Query::Kind::Patches && !now.cells.empty();
    const Cell cell = patches ? now.cells[now.cells.size() / 2] : Cell{grid.rows / 2, grid.columns / 2};
    Query query = Query::patch(cell);
    query.inverse = way == kInverse;
    if (way != kRegion)
        return query;
    query.cells.clear();
    for (int row = std::max(0, cell.row - 1); row <= std::min(grid.rows - 1, cell.row + 1); ++row)
        for (int column = std::max(0, cell.column - 1); column <= std::min(grid.columns - 1, cell.column + 1); ++column)
            query.cells.push_back({row, column});
    return query;
}

void MethodPanel::chooseQuery(int index)
{
    const QPoint token = m_query->itemData(index).toPoint();
    const auto kind = static_cast<Query::Kind>(token.x());
    auto& selection = m_session->selection();
    if (kind == Query::Kind::Patches)
        selection.setQuery(patchesAsked(token.y()));
    else
        selection.setQuery({kind, token.y(), {}, false});
    showChoice();
}

void MethodPanel::showChoice()
{
    const auto& selection = m_session->selection();
    const MapChoice& choice = selection.map();
    m_heading->setText(methodLabel(choice.method));
    showReading();

    const int target = choice.target ? m_target->findData(choice.target->value) : 0;
    m_target->setCurrentIndex(std::max(0, target));
    const auto analysis = m_session->analysis();
    QString shown;
    if (analysis && choice.target)
        shown = className(*analysis, *choice.target);
    else if (analysis && !analysis->predictions.empty())
        shown = shownClassName(analysis->predictions.front().name, analysis->predictions.front().index);
    m_target->setShownText(shown);
    m_sign->setCurrentIndex(choice.lowers ? 1 : 0);
    m_query->setShownText(queryLabel(selection.request().query, selection.shape().tokens));
    if (auto* items = qobject_cast<QStandardItemModel*>(m_query->model()); items && m_query->count() > kInverse)
        items->item(m_query->count() - 1)->setEnabled(selection.controls().inverse);
    showLayer();

    const QSignalBlocker quietAlpha(m_alpha), quietDiscard(m_discard);
    m_head->clear();
    m_head->addItem(tr("mean"), -1);
    m_head->addItem(tr("maximum"), -2);
    m_head->addItem(tr("minimum"), -3);
    const auto& heads = selection.shape().heads;
    const auto layer = static_cast<std::size_t>(choice.layer.value);
    for (int head = 0; layer < heads.size() && head < heads[layer]; ++head)
        m_head->addItem(tr("head %1").arg(head), head);
    const auto* head = std::get_if<HeadIndex>(&choice.head);
    m_head->setCurrentIndex(
        m_head->findData(head ? head->value : -1 - static_cast<int>(std::get<HeadFusion>(choice.head))));
    m_fusion->setCurrentIndex(static_cast<int>(choice.fusion));
    const auto fusedLayer = static_cast<std::size_t>(selection.currentLayer().value);
    m_ofHeads->showWeights(selection.request().headWeights, fusedLayer < heads.size() ? heads[fusedLayer] : 0);
    m_range->setRange(choice.startLayer.value, choice.endLayer.value);
    m_rangeText->setText(QStringLiteral("%1 – %2").arg(choice.startLayer.value).arg(choice.endLayer.value));
    m_alpha->setValue(qRound(choice.alpha * 100));
    m_alphaText->setText(QString::number(choice.alpha, 'f', 2));
    m_discard->setValue(qRound(choice.discard * 100));
    m_discardText->setText(tr("%1 %").arg(qRound(choice.discard * 100)));
    m_steps->setCurrentIndex(std::max(0, m_steps->findData(choice.steps)));
    showRows();
}

/// Where a method may be asked at the picture, too, that is the first entry.
void MethodPanel::showLayer()
{
    const auto& selection = m_session->selection();
    const bool optional = selection.controls().layerIsOptional;
    if (m_layer->count() > 0 && (m_layer->itemData(0).toInt() < 0) != optional) {
        if (optional)
            m_layer->insertItem(0, tr("the picture"), -1);
        else
            m_layer->removeItem(0);
    }
    const int layer = optional && selection.map().atPicture ? -1 : selection.currentLayer().value;
    m_layer->setCurrentIndex(m_layer->findData(layer));
}

/// How to read the map; what would be read wrongly only on request, the picture has little room.
void MethodPanel::showReading()
{
    const Method method = m_session->selection().map().method;
    const QString link = u" <a href=\"more\">"_s + (m_misleadsShown ? tr("less") : tr("what would mislead?")) + u"</a>"_s;
    const auto& selection = m_session->selection();
    const bool turned = selection.map().query.inverse && selection.controls().inverse;
    QString text = (turned ? tr("Turned round: bright patches are those that look at the query.") : methodReading(method)).toHtmlEscaped();
    if (m_misleadsShown)
        text += u"<br>"_s + methodMisleads(method).toHtmlEscaped(); // upright: Chinese has no slanted letters
    m_reading->setText(text + link);
}

void MethodPanel::showRows()
{
    // Without a network there is nothing to set yet.
    const bool known = m_session->selection().shape().layers() > 0;
    const MethodControls has = known ? m_session->selection().controls() : MethodControls();
    m_targetRow->setVisible(has.target && m_session->selection().shape().classes > 0);
    m_signRow->setVisible(has.sign);
    m_queryRow->setVisible(has.query);
    m_layerRow->setVisible(has.layer);
    m_headRow->setVisible(has.head);
    m_fusionRow->setVisible(has.fusion);
    const bool alone = has.head && std::holds_alternative<HeadIndex>(m_session->selection().map().head);
    m_ofHeadsRow->setVisible((has.head && !alone) || has.fusion);
    m_rangeRow->setVisible(has.range);
    m_range->setVisible(has.range);
    m_alphaRow->setVisible(has.alpha);
    m_alpha->setVisible(has.alpha);
    m_discardRow->setVisible(has.discard);
    m_discard->setVisible(has.discard);
    m_stepsRow->setVisible(has.steps);
    m_heading->setVisible(known);
    m_reading->setVisible(known);
}

}
