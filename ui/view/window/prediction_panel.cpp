// ui/view/window/prediction_panel.cpp
#include "ui/view/window/prediction_panel.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/unsure.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/window/embedding_panel.h"
#include "ui/view/window/prediction_rows.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kMany = 12;

}

PredictionPanel::PredictionPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    build(column);
    hear();
    showPredictions();
}

void PredictionPanel::hear()
{
    connect(m_session, &Session::analysisChanged, this, &PredictionPanel::showPredictions);
    connect(m_session, &Session::runChanged, this, &PredictionPanel::showPredictions);
    connect(m_session, &Session::busyChanged, this, &PredictionPanel::showBusy);
    connect(&m_session->selection(), &Selection::mapChanged, this, &PredictionPanel::showTarget);
    connect(m_predictions, &PredictionList::targetChosen, this,
        [this](int index) { m_session->selection().editMap([index](MapChoice& c) { c.target = ClassIndex{index}; }); });
    connect(m_head, &SegmentedControl::chosen, this, &PredictionPanel::showPredictions);
    connect(m_numbers, &QPushButton::toggled, this, &PredictionPanel::showPredictions);
    connect(m_all, &QPushButton::toggled, this, [this](bool all) {
        m_filter->clear();
        showPredictions();
        if (all)
            m_filter->setFocus();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &PredictionPanel::findClass);
    connect(m_filter, &QLineEdit::returnPressed, m_predictions, &PredictionList::chooseFirst);
    m_filter->installEventFilter(this);
}

void PredictionPanel::showBusy()
{
    const auto busy = m_session->busy();
    m_predictions->setStale(busy == Session::Busy::Analysing || busy == Session::Busy::Loading);
    const PictureSource& picture = m_session->picture();
    const bool coming = m_session->changing() && !(picture.file.empty() && picture.name.empty());
    if (!m_session->analysis()) // nobody is asked for what is on its way
        m_noClasses->setVisible(!coming);
}

void PredictionPanel::build(QVBoxLayout* column)
{
    column->addWidget(makeHeading(tr("Prediction")));
    m_head = new SegmentedControl;
    m_head->setObjectName(u"headChoice"_s);
    m_head->setAccessibleName(tr("Which head predicts"));
    m_head->setOptions({tr("Both"), tr("Class"), tr("Distilled")});
    m_head->setToolTip(tr("Which of the two heads is asked: the mean of both, that of the class token, or the distilled one"));
    column->addWidget(m_head);
    m_changed = new QLabel(tr("Thin bar: without the changes. Small number: points gained or lost."));
    m_changed->setObjectName(u"changedHint"_s);
    m_changed->setWordWrap(true);
    m_changed->setProperty("tone", u"dim"_s);
    m_changed->setFont(smallFont());
    column->addWidget(m_changed);
    m_outputs = new QLabel;
    m_outputs->setObjectName(u"outputsHint"_s);
    m_outputs->setWordWrap(true);
    m_outputs->setProperty("tone", u"dim"_s);
    m_outputs->setFont(smallFont());
    column->addWidget(m_outputs);
    m_numbers = new QPushButton;
    m_numbers->setObjectName(u"classNumbers"_s);
    m_numbers->setProperty("kind", u"flat"_s);
    m_numbers->setCheckable(true);
    m_numbers->setToolTip(tr("The file names no classes: their numbers are certain, names of ImageNet only assumed"));
    column->addWidget(m_numbers, 0, Qt::AlignLeft);
    m_noClasses = new QLabel;
    m_noClasses->setObjectName(u"noClasses"_s);
    m_noClasses->setWordWrap(true);
    m_noClasses->setProperty("tone", u"dim"_s);
    column->addWidget(m_noClasses);
    m_embedding = new EmbeddingPanel(m_session);
    connect(m_embedding, &EmbeddingPanel::pictureAsked, this, &PredictionPanel::likePictureAsked);
    column->addWidget(m_embedding);
    m_unsure = new QLabel;
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setAccessibleName(tr("How sure the model is"));
    m_unsure->setWordWrap(true);
    m_unsure->setProperty("tone", u"dim"_s);
    m_unsure->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_unsure, &QLabel::linkActivated, this, &PredictionPanel::follow);
    column->addWidget(m_unsure);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"classFilter"_s);
    m_filter->setAccessibleName(tr("Find a class"));
    m_filter->setPlaceholderText(tr("Find a class"));
    m_filter->setToolTip(tr("Part of a class's name or its number; Enter explains the first that is found"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    column->addWidget(m_filter);
    m_noSuchClass = new QLabel;
    m_noSuchClass->setObjectName(u"noSuchClass"_s);
    m_noSuchClass->setWordWrap(true);
    m_noSuchClass->setProperty("tone", u"dim"_s);
    m_noSuchClass->hide();
    column->addWidget(m_noSuchClass);
    m_predictions = new PredictionList;
    m_predictions->setObjectName(u"predictionList"_s);
    m_predictions->setAccessibleName(tr("Predictions"));
    m_predictions->setAccessibleDescription(tr("Choose one to explain it"));
    m_predictions->setVisibleRows(kTopPredictions);
    column->addWidget(m_predictions);
    m_all = new QPushButton;
    m_all->setObjectName(u"allClasses"_s);
    m_all->setAccessibleName(tr("Show all classes"));
    m_all->setProperty("kind", u"flat"_s);
    m_all->setCheckable(true);
    m_all->setToolTip(tr("All classes in their order, and a field to find one"));
    column->addWidget(m_all, 0, Qt::AlignLeft);
}

void PredictionPanel::setAllClasses(bool all)
{
    m_filter->setVisible(all);
    if (!all)
        m_noSuchClass->hide();
    const auto run = m_session->analysis();
    const int top = run && run->untouched ? 2 * kTopPredictions : kTopPredictions; // with changes, newcomers join
    m_predictions->setVisibleRows(all ? kMany : top);
    m_predictions->setFixedHeight(m_predictions->sizeHint().height() + 2);
    const auto analysis = m_session->analysis();
    const int count = analysis ? static_cast<int>(analysis->predictions.size()) : 0;
    m_all->setText(
        all ? tr("Top %1 only").arg(kTopPredictions) : tr("All %1 classes").arg(QLocale(QLocale::English).toString(count)));
}

void PredictionPanel::showPredictions()
{
    const auto analysis = m_session->analysis();
    const bool distilled = analysis && !analysis->predictionsDistillation.empty();
    m_head->setVisible(distilled);
    m_changed->setVisible(analysis && analysis->untouched && !analysis->predictions.empty());
    if (!distilled)
        m_head->setCurrent(0);
    const int count = analysis ? static_cast<int>(analysis->predictions.size()) : 0;
    m_all->setVisible(count > kTopPredictions);
    m_predictions->setVisible(count > 0);
    m_noClasses->setVisible(count == 0);
    m_noClasses->setText(noClassesText());
    m_embedding->setVisible(analysis && embeddingComponents(*analysis) > 0);
    showOutputs();
    const int known = analysis ? unsureAmong(*analysis) : 0;
    const bool shipped = analysis && analysis->model->embedded && count > 0;
    m_unsure->setVisible(known > 0 || shipped);
    m_unsure->setText((known > 0 ? tr("Unsure: this model knows %1 things only.") : tr("This model knows %1 things."))
                          .arg(std::max(known, count))
        + u"<br><a href=\"list\">"_s + tr("See them") + u"</a> · <a href=\"models\">"_s + tr("Other models") + u"</a>"_s);
    if (!analysis)
        return;
    m_predictions->setMeaning(meaningOf(analysis->model->config.outputs.value));
    m_predictions->setPredictions(rows(m_all->isChecked() && count > kTopPredictions));
    m_all->setChecked(m_all->isChecked() && count > kTopPredictions);
    setAllClasses(m_all->isChecked());
    showTarget();
}

QString PredictionPanel::noClassesText() const
{
    const auto analysis = m_session->analysis();
    if (!analysis)
        return tr("Open a picture to see what the model makes of it.");
    const int components = embeddingComponents(*analysis);
    if (components == 0)
        return tr("This model has no classifier. Attention and rollout work; methods for a class do not.");
    return tr("This model has no classes: its answer is an embedding of %1 numbers. What of it the methods for a class explain:")
        .arg(QLocale(QLocale::English).toString(components));
}

void PredictionPanel::showOutputs()
{
    const auto analysis = m_session->analysis();
    const auto* config = analysis && !analysis->predictions.empty() ? &analysis->model->config : nullptr;
    const bool assumed = config && !config->classNames.empty() && config->classNamesOrigin == Origin::Assumed;
    m_numbers->setVisible(assumed);
    m_numbers->setText(m_numbers->isChecked() ? tr("Show the assumed names") : tr("Show numbers instead"));
    const QString hint = config ? outputsHint(*analysis, m_numbers->isChecked()) : QString();
    m_outputs->setText(hint);
    m_outputs->setVisible(!hint.isEmpty());
}

QVector<PredictionRow> PredictionPanel::rows(bool all) const
{
    auto list = predictionRows(*m_session->analysis(), PredictingHead{m_head->current()}, all);
    if (m_numbers->isVisibleTo(this) && m_numbers->isChecked())
        for (auto& row : list)
            row.name = shownClassName({}, ClassIndex{row.classIndex});
    return list;
}

void PredictionPanel::showTarget()
{
    const auto& selection = m_session->selection();
    const auto analysis = m_session->analysis();
    int target = selection.map().target ? selection.map().target->value : -1;
    if (target < 0 && analysis && !analysis->predictions.empty())
        target = analysis->predictions.front().index.value;
    m_predictions->setTarget(target);
}

void PredictionPanel::follow(const QString& link)
{
    if (link == "list"_L1)
        m_all->setChecked(true);
    else
        Q_EMIT modelsAsked();
}

void PredictionPanel::findClass(const QString& words)
{
    m_predictions->setFilter(words);
    m_noSuchClass->setText(tr("There is no class called %1.").arg(words));
    m_noSuchClass->setVisible(!words.isEmpty() && m_predictions->model()->rowCount() == 0);
}

/// Down goes from the words into the list they found.
bool PredictionPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_predictions->setFocus(Qt::TabFocusReason);
        m_predictions->setCurrentIndex(m_predictions->model()->index(0, 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}
