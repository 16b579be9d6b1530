// ui/view/window/faithfulness_page.cpp: curves with their areas, the likeness under new weights, and of what they are.
#include "ui/view/window/faithfulness_page.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/value_texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/curve_chart.h"
#include "ui/view/widgets/charts/score_table.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/labelled_row.h"
#include <QPushButton>
#include <QVBoxLayout>
#include <array>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr std::array kPatchesPerStep{0, 1, 2, 4, 8, 16, 32};
constexpr int kNarrowest = 110, kLowest = 90;
constexpr float kKnownBlurred = 0.8F; ///< of the whole picture's probability: little is left to rise

QPushButton* testButton(const QString& text, const QString& name, const QString& toolTip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setStyleSheet(u"padding: 2px 8px; min-height: 0px;"_s); // both fit the lowest panel
    return button;
}

QVector<float> scoresOf(const FaithfulnessCurve& curve)
{
    return {curve.scores.begin(), curve.scores.end()};
}

QString stepText(int patches)
{
    if (patches <= 1)
        return patches == 0 ? FaithfulnessPage::tr("automatic") : FaithfulnessPage::tr("1 patch");
    return FaithfulnessPage::tr("%n patches", nullptr, patches);
}

/// The map that was tested may not be the one on screen.
QString titleOf(const CheckSubject& tested)
{
    ShownMap shown{tested.analysis, {}};
    shown.explanation.request = tested.request;
    return mapTitle(shown);
}

/// "head", "block 11", "embedding" in the reader's language. Without a head the norm behind the blocks is the first.
QString stepName(const std::string& from, bool hasHead)
{
    const QString name = fromUtf8(from);
    if (name == "head"_L1)
        return hasHead ? FaithfulnessPage::tr("the head") : FaithfulnessPage::tr("what follows the last block");
    if (name == "embedding"_L1)
        return FaithfulnessPage::tr("everything");
    return FaithfulnessPage::tr("down to block %1").arg(name.section(u' ', -1));
}

}

FaithfulnessPage::FaithfulnessPage(Session* session, QWidget* parent)
    : QWidget(parent), m_session(session), m_check(session->check())
{
    setObjectName(u"faithfulnessPage"_s);
    setAccessibleName(tr("Tests of the map"));
    buildControls();
    m_invitation = new QLabel;
    m_invitation->setObjectName(u"testInvitation"_s);
    m_invitation->setWordWrap(true);
    m_invitation->setContentsMargins(0, 0, metric::medium, 0); // as the figures
    m_invitation->setAlignment(Qt::AlignCenter);
    m_invitation->setProperty("tone", u"dim"_s);
    m_scores = new ScoreTable({tr("deletion"), tr("insertion")});
    m_scores->setObjectName(u"testScores"_s);
    m_scores->setAccessibleName(tr("Area under the curves"));
    m_scores->setToolTip(tr("Area under each curve, from 0 to 1. Deletion: smaller is better. Insertion: larger is "
                            "better. A map that is no better than the baselines says nothing."));
    m_note = new QLabel;
    m_note->setObjectName(u"testNote"_s);
    m_note->setWordWrap(true);
    m_note->setFont(smallFont());
    m_note->setProperty("tone", u"dim"_s);
    m_note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_deletion = new CurveChart(tr("Deletion"), tr("lower is better"), tr("probability"));
    m_deletion->setObjectName(u"deletion"_s);
    m_deletion->setToolTip(tr("The most important patches are replaced by the mean colour first; a true map makes the "
                              "class fall at once. RISE (Petsiuk et al. 2018), section 4.2"));
    m_insertion = new CurveChart(tr("Insertion"), tr("higher is better"), tr("probability"));
    m_insertion->setObjectName(u"insertion"_s);
    m_insertion->setToolTip(tr("The most important patches are put into the blurred picture first; a true map makes "
                               "the class rise at once. RISE (Petsiuk et al. 2018), section 4.2"));
    m_deletion->setStepWord(tr("patches hidden"));
    m_insertion->setStepWord(tr("patches shown"));
    m_weights = new CurveChart(tr("Randomised weights"), tr("should fall"), tr("rank correlation"));
    m_weights->setObjectName(u"randomisedWeights"_s);
    m_weights->setToolTip(tr("Rank correlation with the map that was tested, weights randomised from the network's end to its beginning. A map "
                             "that hardly changes does not depend on what was learned. Adebayo et al. 2018"));

    m_figures = new QWidget;
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(metric::small);
    left->addWidget(m_scores);
    left->addWidget(m_note, 1);
    auto* row = new QHBoxLayout(m_figures);
    row->setContentsMargins(0, metric::tiny + 1, metric::medium, metric::small); // headings in line with the controls'
    row->setSpacing(metric::large);
    row->addLayout(left);
    for (CurveChart* chart : {m_deletion, m_insertion, m_weights}) {
        chart->setMinimumSize(scaled(kNarrowest), scaled(kLowest));
        row->addWidget(chart, 1);
    }
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_invitation, 1);
    whole->addWidget(m_figures, 1);

    connect(&session->check(), &FaithfulnessCheck::changed, this, &FaithfulnessPage::showResults);
    connect(session, &Session::analysisChanged, this, &FaithfulnessPage::showResults);
    connect(session, &Session::busyChanged, this, &FaithfulnessPage::showResults);
    connect(session, &Session::mapChanged, this, &FaithfulnessPage::showResults);
    showResults();
}

void FaithfulnessPage::buildControls()
{
    m_controls = new QWidget;
    auto* column = new QVBoxLayout(m_controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    m_step = new ValueCombo;
    m_step->setObjectName(u"testStep"_s);
    m_step->setAccessibleName(tr("Patches a step"));
    m_step->setToolTip(tr("How many patches change together: fewer are finer and take longer. Automatic: at most 64 "
                          "steps"));
    for (const int step : kPatchesPerStep)
        m_step->addItem(stepText(step), step);
    m_testMap = testButton(tr("Test this map"), u"testMap"_s, tr("Deletion and insertion curves of the map (T)"));
    m_testWeights = testButton(tr("Randomise weights"), u"testWeights"_s,
        tr("Does the map change when the network forgets what it learned? (Shift+T)"));
    column->addWidget(new LabelledRow(tr("Step"), m_step, nullptr));
    column->addWidget(m_testMap);
    column->addWidget(m_testWeights);
    connect(m_step, &QComboBox::activated, this,
        [this](int index) { m_session->check().setPatchesPerStep(m_step->itemData(index).toInt()); });
    connect(m_testMap, &QPushButton::clicked, m_session, &Session::testMap);
    connect(m_testWeights, &QPushButton::clicked, m_session, &Session::testWeights);
}

void FaithfulnessPage::showResults()
{
    const auto analysis = m_session->analysis();
    const bool possible = analysis && (m_session->shown() || m_session->changing());
    const bool ordered = whyUntested(m_session->selection().map().method).isEmpty();
    m_testMap->setEnabled(possible && ordered && !analysis->predictions.empty());
    m_testWeights->setEnabled(possible && ordered);
    const bool curves = m_check.curves().map.has_value();
    const bool weights = !m_check.steps().empty();
    m_figures->setVisible(curves || weights);
    m_invitation->setVisible(!curves && !weights);
    m_invitation->setText(invitation());
    m_scores->setVisible(curves);
    m_deletion->setVisible(curves);
    m_insertion->setVisible(curves);
    m_weights->setVisible(weights);
    if (curves)
        showCurves();
    if (weights)
        showWeights();
    m_note->setText(note());
}

QString FaithfulnessPage::invitation() const
{
    if (m_session->testWaits() && m_check.running() == FaithfulnessCheck::Running::Nothing)
        return tr("Waiting for the map…");
    switch (m_check.running()) {
    case FaithfulnessCheck::Running::Curves:
        return tr("Deleting and inserting patches…");
    case FaithfulnessCheck::Running::Weights:
        return tr("Randomising the weights…");
    case FaithfulnessCheck::Running::Nothing:
        break;
    }
    if (const QString why = whyUntested(m_session->selection().map().method); !why.isEmpty())
        return why;
    const auto analysis = m_session->analysis();
    if (analysis && analysis->predictions.empty())
        return tr("This model has no classifier, so there is no probability to follow. Whether the map depends on what "
                  "was learned can be tested.");
    return tr("Does the class depend on the patches this map calls important? T deletes and inserts them, most important "
              "first, and does the same with a random map and the centre.");
}

QString FaithfulnessPage::subjectName() const
{
    const auto& tested = m_check.curvesOf();
    return tested ? methodLabel(tested->request.method) : QString();
}

void FaithfulnessPage::showCurves()
{
    const CurveSet& set = m_check.curves();
    const std::array known{std::pair(&set.map, subjectName()), std::pair(&set.random, tr("random")),
        std::pair(&set.centre, tr("centre prior"))};
    QVector<Curve> deletion, insertion;
    QVector<ScoreRow> rows;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto& [curves, name] = known[i];
        const auto kind = static_cast<LineKind>(i);
        ScoreRow row{kind, name, {}};
        if (*curves) {
            deletion << Curve{kind, name, scoresOf((*curves)->deletion)};
            insertion << Curve{kind, name, scoresOf((*curves)->insertion)};
            row.values = {valueText((*curves)->deletion.area, 3), valueText((*curves)->insertion.area, 3)};
        }
        rows << row;
    }
    double highest = 0;
    for (const auto* curves : {&deletion, &insertion})
        for (const Curve& curve : *curves)
            for (const float value : curve.values)
                highest = std::max(highest, double(value));
    m_deletion->setReach(highest);
    m_insertion->setReach(highest);
    const bool stale = m_check.staleness(m_check.curvesOf()) != FaithfulnessCheck::Stale::No;
    m_deletion->setCurves(deletion);
    m_insertion->setCurves(insertion);
    const QString about = titleOf(*m_check.curvesOf()) + u" · "_s
        + withLabel(tr("class"), className(*m_check.curvesOf()->analysis, m_check.curvesOf()->target));
    m_deletion->setAbout(about);
    m_insertion->setAbout(about);
    m_scores->setAbout(about);
    m_deletion->setStale(stale);
    m_insertion->setStale(stale);
    m_scores->setRows(rows);
    m_scores->setStale(stale);
}

void FaithfulnessPage::showWeights()
{
    const bool hasHead = !m_check.stepsOf()->analysis->predictions.empty();
    QStringList names;
    QVector<float> ranks;
    for (const RandomisationStep& step : m_check.steps()) {
        names << tr("Randomised: %1").arg(stepName(step.from, hasHead));
        ranks << step.rank;
    }
    m_weights->setAbout(titleOf(*m_check.stepsOf()));
    m_weights->setSteps(names);
    m_weights->setCurves({{LineKind::Subject, tr("rank correlation"), ranks}});
    m_weights->setStale(m_check.staleness(m_check.stepsOf()) != FaithfulnessCheck::Stale::No);
}

/// Empty for what is of the map on screen.
QString FaithfulnessPage::staleNote(const std::optional<CheckSubject>& tested) const
{
    switch (m_check.staleness(tested)) {
    case FaithfulnessCheck::Stale::OtherMap:
        return tr("These results are of the previous map; the one on the picture is not tested yet.");
    case FaithfulnessCheck::Stale::OtherClass:
        return tr("These results are for the previous class; the one chosen now is not tested yet.");
    case FaithfulnessCheck::Stale::WithoutChanges:
        return tr("These results are of the run without changes; with them nothing is tested yet.");
    case FaithfulnessCheck::Stale::WithChanges:
        return tr("These results are of the run with changes; without them nothing is tested yet.");
    case FaithfulnessCheck::Stale::WithOtherChanges:
        return tr("These results are of the run with other changes; with those made now nothing is tested yet.");
    case FaithfulnessCheck::Stale::No:
        break;
    }
    return {};
}

/// Of two tests each is said what is not true of the other.
QString FaithfulnessPage::note() const
{
    const bool curves = m_check.curves().map.has_value(), weights = !m_check.steps().empty();
    const QString ofCurves = curves ? staleNote(m_check.curvesOf()) : QString();
    const QString ofWeights = weights ? staleNote(m_check.stepsOf()) : QString();
    if (ofCurves == ofWeights || !curves || !weights)
        return andThen(curves ? ofCurves : ofWeights, curvesNote());
    const auto named = [](const QString& test, const QString& stale) { return stale.isEmpty() ? stale : withLabel(test, stale); };
    return andThen(andThen(named(tr("Deletion and insertion"), ofCurves), named(tr("Randomised weights"), ofWeights)), curvesNote());
}

/// What the curves of the map on screen are of; empty for others.
QString FaithfulnessPage::curvesNote() const
{
    const auto& tested = m_check.curvesOf();
    if (!m_check.curves().map || !tested || m_check.staleness(tested) != FaithfulnessCheck::Stale::No)
        return {};
    const QString what = withoutGaps(tr("Probability of %1; %2 a step.")
            .arg(className(*tested->analysis, tested->target), stepText(m_check.patchesPerStep())));
    const auto& insertion = m_check.curves().map->insertion.scores;
    if (insertion.empty() || insertion.front() < kKnownBlurred * insertion.back())
        return what;
    const QString blurred = percentText(double(insertion.front()), 0);
    return andThen(what, tr("Blurred, the picture alone gives %1 %, so insertion says little here.").arg(blurred));
}

}
