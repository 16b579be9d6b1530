// ui/view/window/answer_panel.cpp: builds the panel and fills it from analysis, map and model.
#include "ui/view/window/answer_panel.h"
#include "ui/adapter/prediction_changes.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/unsure.h"
#include "ui/state/session.h"
#include "ui/state/token_shares.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/fact_list.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/window/guide.h"
#include "ui/view/window/weights_panel.h"
#include <QHash>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kTop = 5;
constexpr int kMany = 12;
constexpr int kStaleAfterMs = 150;

/// Of the head chosen: both, the class token's, the distillation token's.
const std::vector<Prediction>& predictionsOf(const Analysis& analysis, int head)
{
    return head == 1 ? analysis.predictionsClass : head == 2 ? analysis.predictionsDistillation : analysis.predictions;
}

PredictionList::Meaning meaningOf(Outputs outputs)
{
    switch (outputs) {
    case Outputs::Labels:
        return PredictionList::Meaning::Labels;
    case Outputs::Values:
    case Outputs::Logit:
        return PredictionList::Meaning::Values;
    case Outputs::Classes:
        break;
    }
    return PredictionList::Meaning::Shares;
}

/// What the numbers are, where they are no shares of one; that the names are assumed.
QString outputsHint(const Analysis& analysis, bool numbers)
{
    const auto& config = analysis.model->config;
    if (config.outputs.value == Outputs::Labels)
        return AnswerPanel::tr("Each label stands for itself, so they need not add up. The line marks 50 %.");
    if (config.outputs.value == Outputs::Values)
        return AnswerPanel::tr("Values, not probabilities.");
    if (config.outputs.value == Outputs::Logit && !analysis.predictions.empty())
        return AnswerPanel::tr("One number. If it is a logit, its probability is %1 %.")
            .arg(percentText(analysis.predictions.front().probability));
    const bool assumed = !config.classNames.empty() && config.classNamesOrigin == Origin::Assumed;
    return assumed && !numbers ? AnswerPanel::tr("The names are assumed: ImageNet's, because there are 1,000.") : QString();
}

QVector<PredictionRow> plainRows(const std::vector<Prediction>& predictions, std::size_t most)
{
    QVector<PredictionRow> rows;
    rows.reserve(static_cast<qsizetype>(std::min(most, predictions.size())));
    for (std::size_t i = 0; i < std::min(most, predictions.size()); ++i) {
        const auto& p = predictions[i];
        rows << PredictionRow{p.index.value, shownClassName(p.name, p.index), p.probability, p.logit};
    }
    return rows;
}

/// All classes, most probable now first, each with what it was.
QVector<PredictionRow> comparedRows(const std::vector<Prediction>& before, const std::vector<Prediction>& after)
{
    QHash<int, float> was;
    for (const auto& p : before)
        was.insert(p.index.value, p.probability);
    auto rows = plainRows(after, after.size());
    for (auto& row : rows)
        row.before = was.value(row.classIndex);
    return rows;
}

/// What led before, then what leads now: the rows stay in place while a brush goes over the picture.
QVector<PredictionRow> leadingRows(const std::vector<Prediction>& before, const std::vector<Prediction>& after)
{
    QVector<PredictionRow> rows;
    for (const auto& c : probabilityChanges(before, after, kTop))
        rows << PredictionRow{c.index.value, shownClassName(c.name, c.index), c.after, c.logitAfter, c.before};
    return rows;
}

QString whyNoShares(NoShares why, Method method)
{
    switch (why) {
    case NoShares::Inverse:
        return AnswerPanel::tr("Who looks here: every patch has its own whole, so these are not shares of one.");
    case NoShares::NotAWhole:
        return AnswerPanel::tr("The strongest or weakest of several heads does not add up to a whole.");
    case NoShares::Silent:
        return AnswerPanel::tr("This head is switched off: it looks nowhere.");
    case NoShares::NotAttention:
        break;
    }
    if (methodInfo(method).group == MethodGroup::Features)
        return AnswerPanel::tr("This shows what the patches are like, not where the attention goes.");
    return AnswerPanel::tr("%1 weighs by more than attention, so its values are not shares of it.")
        .arg(methodLabel(method));
}

FactRow::Origin originOf(std::optional<Origin> origin)
{
    if (!origin)
        return FactRow::Origin::None;
    switch (*origin) {
    case Origin::Read:
        return FactRow::Origin::Read;
    case Origin::Inferred:
        return FactRow::Origin::Inferred;
    case Origin::Assumed:
        return FactRow::Origin::Assumed;
    case Origin::Given:
        return FactRow::Origin::Given;
    }
    return FactRow::Origin::None;
}

}

AnswerPanel::AnswerPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    build();
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kStaleAfterMs);
    connect(m_patience, &QTimer::timeout, m_shares, [this] { m_shares->setStale(m_session->changing()); });
    connect(session, &Session::analysisChanged, this, &AnswerPanel::showPredictions);
    connect(session, &Session::runChanged, this, &AnswerPanel::showPredictions);
    connect(session, &Session::mapChanged, this, &AnswerPanel::showShares);
    connect(session, &Session::modelChanged, this, &AnswerPanel::showModel);
    connect(session, &Session::busyChanged, this, [this] {
        const auto busy = m_session->busy();
        m_predictions->setStale(busy == Session::Busy::Analysing || busy == Session::Busy::Loading);
        if (!m_session->changing()) {
            m_patience->stop();
            m_shares->setStale(false);
        } else if (!m_patience->isActive()) {
            m_patience->start();
        }
        const PictureSource& picture = m_session->picture();
        const bool coming = m_session->changing() && !(picture.file.empty() && picture.name.empty());
        if (!m_session->analysis()) // nobody is asked for what is on its way
            m_noClasses->setVisible(!coming);
    });
    connect(&session->selection(), &Selection::mapChanged, this, &AnswerPanel::showTarget);
    connect(m_predictions, &PredictionList::targetChosen, this,
        [this](int index) { m_session->selection().editMap([index](MapChoice& c) { c.target = ClassIndex{index}; }); });
    connect(m_head, &SegmentedControl::chosen, this, &AnswerPanel::showPredictions);
    connect(m_numbers, &QPushButton::toggled, this, &AnswerPanel::showPredictions);
    connect(m_all, &QPushButton::toggled, this, [this](bool all) {
        m_filter->clear();
        showPredictions();
        if (all)
            m_filter->setFocus();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &AnswerPanel::findClass);
    connect(m_filter, &QLineEdit::returnPressed, m_predictions, &PredictionList::chooseFirst);
    m_filter->installEventFilter(this);
    showPredictions();
    showShares();
    showModel();
}

void AnswerPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::medium, metric::medium, metric::medium, metric::medium);
    column->setSpacing(metric::tiny);
    buildPrediction(column);
    column->addSpacing(metric::medium);
    buildShares(column);
    column->addSpacing(metric::medium);
    m_factsHeading = makeHeading(tr("Model"));
    column->addWidget(m_factsHeading);
    m_facts = new FactList;
    setGuidePage(m_facts, "models");
    m_facts->setObjectName(u"modelFacts"_s);
    m_facts->setAccessibleName(tr("What is known of the model"));
    connect(m_facts, &FactList::editRequested, this, [this](int row) {
        Q_EMIT factEditRequested(m_factIds.value(row), m_facts->mapToGlobal(m_facts->rowRect(row).bottomLeft()));
    });
    column->addWidget(m_facts);
    column->addSpacing(metric::small);
    column->addWidget(new WeightsPanel(m_session));
    column->addStretch(1);
}

void AnswerPanel::buildPrediction(QVBoxLayout* column)
{
    column->addWidget(makeHeading(tr("Prediction")));
    m_head = new SegmentedControl;
    m_head->setObjectName(u"headChoice"_s);
    m_head->setAccessibleName(tr("Which head predicts"));
    m_head->setOptions({tr("Both"), tr("Class"), tr("Distilled")});
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
    column->addWidget(m_numbers, 0, Qt::AlignLeft);
    m_noClasses = new QLabel;
    m_noClasses->setObjectName(u"noClasses"_s);
    m_noClasses->setWordWrap(true);
    m_noClasses->setProperty("tone", u"dim"_s);
    column->addWidget(m_noClasses);
    m_unsure = new QLabel;
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setAccessibleName(tr("How sure the model is"));
    m_unsure->setWordWrap(true);
    m_unsure->setProperty("tone", u"dim"_s);
    m_unsure->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_unsure, &QLabel::linkActivated, this, &AnswerPanel::follow);
    column->addWidget(m_unsure);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"classFilter"_s);
    m_filter->setAccessibleName(tr("Find a class"));
    m_filter->setPlaceholderText(tr("Find a class"));
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
    m_predictions->setAccessibleName(tr("Predictions; choose one to explain it"));
    m_predictions->setVisibleRows(kTop);
    column->addWidget(m_predictions);
    m_all = new QPushButton;
    m_all->setObjectName(u"allClasses"_s);
    m_all->setAccessibleName(tr("Show all classes"));
    m_all->setProperty("kind", u"flat"_s);
    m_all->setCheckable(true);
    column->addWidget(m_all, 0, Qt::AlignLeft);
}

void AnswerPanel::buildShares(QVBoxLayout* column)
{
    m_sharesHeading = makeHeading(tr("Where it looks"));
    column->addWidget(m_sharesHeading);
    m_shares = new SharesBar;
    m_shares->setObjectName(u"shares"_s);
    m_shares->setAccessibleName(tr("Where the attention goes"));
    column->addSpacing(2);
    column->addWidget(m_shares);
    m_sharesHint = new QLabel(tr("Of the attention this map shows: how much goes to the picture, how much to tokens that "
                                 "stand for no place."));
    m_sharesHint->setObjectName(u"sharesHint"_s);
    m_sharesHint->setWordWrap(true);
    m_sharesHint->setFont(smallFont());
    m_sharesHint->setProperty("tone", u"dim"_s);
    column->addWidget(m_sharesHint);
    m_noShares = new QLabel;
    m_noShares->setObjectName(u"noShares"_s);
    m_noShares->setWordWrap(true);
    m_noShares->setProperty("tone", u"dim"_s);
    column->addWidget(m_noShares);
}

void AnswerPanel::setAllClasses(bool all)
{
    m_filter->setVisible(all);
    if (!all)
        m_noSuchClass->hide();
    const auto run = m_session->analysis();
    const int top = run && run->untouched ? 2 * kTop : kTop; // with changes, newcomers join
    m_predictions->setVisibleRows(all ? kMany : top);
    m_predictions->setFixedHeight(m_predictions->sizeHint().height() + 2);
    const auto analysis = m_session->analysis();
    const int count = analysis ? static_cast<int>(analysis->predictions.size()) : 0;
    m_all->setText(
        all ? tr("Top %1 only").arg(kTop) : tr("All %1 classes").arg(QLocale(QLocale::English).toString(count)));
}

void AnswerPanel::showPredictions()
{
    const auto analysis = m_session->analysis();
    const bool distilled = analysis && !analysis->predictionsDistillation.empty();
    m_head->setVisible(distilled);
    m_changed->setVisible(analysis && analysis->untouched && !analysis->predictions.empty());
    if (!distilled)
        m_head->setCurrent(0);
    const int count = analysis ? static_cast<int>(analysis->predictions.size()) : 0;
    m_all->setVisible(count > kTop);
    m_predictions->setVisible(count > 0);
    m_noClasses->setVisible(count == 0);
    m_noClasses->setText(analysis
            ? tr("This model has no classifier. Attention and rollout work; methods for a class do not.")
            : tr("Open a picture to see what the model makes of it."));
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
    m_predictions->setPredictions(rows(m_all->isChecked() && count > kTop));
    m_all->setChecked(m_all->isChecked() && count > kTop);
    setAllClasses(m_all->isChecked());
    showTarget();
}

void AnswerPanel::showOutputs()
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

QVector<PredictionRow> AnswerPanel::rows(bool all) const
{
    auto list = namedRows(all);
    if (m_numbers->isVisibleTo(this) && m_numbers->isChecked())
        for (auto& row : list)
            row.name = shownClassName({}, ClassIndex{row.classIndex});
    return list;
}

QVector<PredictionRow> AnswerPanel::namedRows(bool all) const
{
    const auto analysis = m_session->analysis();
    const auto& shown = predictionsOf(*analysis, m_head->current());
    if (!analysis->untouched)
        return plainRows(shown, all ? shown.size() : kTop);
    const auto& before = predictionsOf(*analysis->untouched, m_head->current());
    return all ? comparedRows(before, shown) : leadingRows(before, shown);
}

void AnswerPanel::showTarget()
{
    const auto& selection = m_session->selection();
    const auto analysis = m_session->analysis();
    int target = selection.map().target ? selection.map().target->value : -1;
    if (target < 0 && analysis && !analysis->predictions.empty())
        target = analysis->predictions.front().index.value;
    m_predictions->setTarget(target);
}

void AnswerPanel::showShares()
{
    const auto& shown = m_session->shown();
    const SharesOfMap found = shown ? sharesOf(shown->explanation) : SharesOfMap();
    const bool any = found.shares.has_value();
    m_sharesHeading->setVisible(shown != nullptr);
    m_shares->setVisible(any);
    m_sharesHint->setVisible(any);
    m_noShares->setVisible(shown && !any);
    if (shown && !any)
        m_noShares->setText(whyNoShares(found.why, shown->request().method));
    if (!any)
        return;
    const TokenShares& shares = *found.shares;
    const auto& tokens = m_session->selection().shape().tokens;
    const auto asked = shown->request().query.kind;
    const bool fromClass = asked == Query::Kind::ClassToken || (asked == Query::Kind::Default && tokens.asksClassToken());
    QVector<SharePart> parts{{tr("patches"), shares.patches}};
    if (tokens.classToken)
        parts << SharePart{fromClass ? tr("class token itself") : tr("class token"), shares.classToken};
    if (tokens.distillationToken)
        parts << SharePart{tr("distillation token"), shares.distillation};
    if (tokens.registers > 0)
        parts << SharePart{tr("register tokens"), shares.registers};
    m_shares->setParts(parts);
}

void AnswerPanel::follow(const QString& link)
{
    if (link == "list"_L1)
        m_all->setChecked(true);
    else
        Q_EMIT modelsAsked();
}

void AnswerPanel::findClass(const QString& words)
{
    m_predictions->setFilter(words);
    m_noSuchClass->setText(tr("There is no class called %1.").arg(words));
    m_noSuchClass->setVisible(!words.isEmpty() && m_predictions->model()->rowCount() == 0);
}

/// Down goes from the words into the list they found.
bool AnswerPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_predictions->setFocus(Qt::TabFocusReason);
        m_predictions->setCurrentIndex(m_predictions->model()->index(0, 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AnswerPanel::showModel()
{
    const auto model = m_session->model();
    m_factsHeading->setVisible(model != nullptr);
    m_facts->setVisible(model != nullptr);
    if (!model)
        return;
    QVector<FactRow> rows;
    m_factIds.clear();
    for (const auto& fact : modelFacts(*model))
        m_factIds << fact.id;
    for (const auto& fact : modelFacts(*model))
        rows << FactRow{
            fact.label, fact.value, originOf(fact.origin), fact.toolTip, fact.id != FactId::None};
    m_facts->setRows(rows);
}

}
