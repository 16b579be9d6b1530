// ui/view/window/answer_panel.cpp: builds the panel and fills it from analysis, map and model.
#include "ui/view/window/answer_panel.h"
#include "ui/adapter/prediction_changes.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/unsure.h"
#include "ui/state/session.h"
#include "ui/state/token_shares.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/fact_list.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/window/weights_panel.h"
#include <QHash>
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

constexpr int kTop = 5;
constexpr int kMany = 12;

/// Of the head chosen: both, the class token's, the distillation token's.
const std::vector<Prediction>& predictionsOf(const Analysis& analysis, int head)
{
    return head == 1 ? analysis.predictionsClass : head == 2 ? analysis.predictionsDistillation : analysis.predictions;
}

QVector<PredictionRow> plainRows(const std::vector<Prediction>& predictions, std::size_t most)
{
    QVector<PredictionRow> rows;
    rows.reserve(static_cast<qsizetype>(std::min(most, predictions.size())));
    for (std::size_t i = 0; i < std::min(most, predictions.size()); ++i) {
        const auto& p = predictions[i];
        rows << PredictionRow{p.index.value, fromUtf8(p.name), p.probability, p.logit};
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
        rows << PredictionRow{c.index.value, fromUtf8(c.name), c.after, c.logitAfter, c.before};
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
        break;
    }
    return FactRow::Origin::None;
}

}

AnswerPanel::AnswerPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    build();
    connect(session, &Session::analysisChanged, this, &AnswerPanel::showPredictions);
    connect(session, &Session::runChanged, this, &AnswerPanel::showPredictions);
    connect(session, &Session::mapChanged, this, &AnswerPanel::showShares);
    connect(session, &Session::modelChanged, this, &AnswerPanel::showModel);
    connect(session, &Session::busyChanged, this, [this] {
        const auto busy = m_session->busy();
        m_predictions->setStale(busy == Session::Busy::Analysing || busy == Session::Busy::Loading);
        const PictureSource& picture = m_session->picture();
        const bool coming = m_session->changing() && !(picture.file.empty() && picture.name.empty());
        if (!m_session->analysis()) // nobody is asked for what is on its way
            m_noClasses->setVisible(!coming);
    });
    connect(&session->selection(), &Selection::mapChanged, this, &AnswerPanel::showTarget);
    connect(m_predictions, &PredictionList::targetChosen, this,
        [this](int index) { m_session->selection().editMap([index](MapChoice& c) { c.target = ClassIndex{index}; }); });
    connect(m_head, &SegmentedControl::chosen, this, &AnswerPanel::showPredictions);
    connect(m_all, &QPushButton::toggled, this, [this](bool all) {
        m_filter->clear();
        showPredictions();
        if (all)
            m_filter->setFocus();
    });
    connect(m_filter, &QLineEdit::textChanged, m_predictions, &PredictionList::setFilter);
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
    m_facts->setObjectName(u"modelFacts"_s);
    m_facts->setAccessibleName(tr("What is known of the model"));
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
    m_noClasses = new QLabel;
    m_noClasses->setObjectName(u"noClasses"_s);
    m_noClasses->setWordWrap(true);
    m_noClasses->setProperty("tone", u"dim"_s);
    column->addWidget(m_noClasses);
    m_unsure = new QLabel;
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setWordWrap(true);
    m_unsure->setProperty("tone", u"dim"_s);
    m_unsure->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_unsure, &QLabel::linkActivated, this, &AnswerPanel::modelsAsked);
    column->addWidget(m_unsure);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"classFilter"_s);
    m_filter->setAccessibleName(tr("Find a class"));
    m_filter->setPlaceholderText(tr("Find a class"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    column->addWidget(m_filter);
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
    m_noShares = new QLabel;
    m_noShares->setObjectName(u"noShares"_s);
    m_noShares->setWordWrap(true);
    m_noShares->setProperty("tone", u"dim"_s);
    column->addWidget(m_noShares);
}

void AnswerPanel::setAllClasses(bool all)
{
    m_filter->setVisible(all);
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
    const int known = analysis ? unsureAmong(*analysis) : 0;
    m_unsure->setVisible(known > 0);
    m_unsure->setText(tr("Unsure: this model knows %1 things. <a href=\"models\">Other models</a>").arg(known));
    if (!analysis)
        return;
    m_predictions->setPredictions(rows(m_all->isChecked() && count > kTop));
    m_all->setChecked(m_all->isChecked() && count > kTop);
    setAllClasses(m_all->isChecked());
    showTarget();
}

QVector<PredictionRow> AnswerPanel::rows(bool all) const
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
    m_noShares->setVisible(shown && !any);
    if (shown && !any)
        m_noShares->setText(whyNoShares(found.why, shown->request().method));
    if (!any)
        return;
    const TokenShares& shares = *found.shares;
    const auto& tokens = m_session->selection().shape().tokens;
    const auto asked = shown->request().query.kind;
    const bool fromClass = asked == Query::Kind::ClassToken || (asked == Query::Kind::Default && tokens.classToken);
    QVector<SharePart> parts{{tr("patches"), shares.patches}};
    if (tokens.classToken)
        parts << SharePart{fromClass ? tr("class token itself") : tr("class token"), shares.classToken};
    if (tokens.distillationToken)
        parts << SharePart{tr("distillation token"), shares.distillation};
    if (tokens.registers > 0)
        parts << SharePart{tr("register tokens"), shares.registers};
    m_shares->setParts(parts);
}

void AnswerPanel::showModel()
{
    const auto model = m_session->model();
    m_factsHeading->setVisible(model != nullptr);
    m_facts->setVisible(model != nullptr);
    if (!model)
        return;
    QVector<FactRow> rows;
    for (const auto& fact : modelFacts(*model))
        rows << FactRow{fact.label, fact.value, originOf(fact.origin), fact.toolTip};
    m_facts->setRows(rows);
}

}
