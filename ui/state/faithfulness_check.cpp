// ui/state/faithfulness_check.cpp: asks the curves of the map, then those of the baselines that are not known yet.
#include "ui/state/faithfulness_check.h"
#include "ui/adapter/baseline_maps.h"
#include "ui/adapter/engine_client.h"
#include "ui/state/intervention_edits.h"

namespace patchlight
{
namespace
{

constexpr int kMostSteps = 64;
constexpr int kProgress = 1000; ///< parts of the whole

/// A power of two, so that the numbers of patches are round.
int stepFor(int cells, int chosen)
{
    int step = 1;
    while (chosen == 0 && cells > kMostSteps * step)
        step *= 2;
    return chosen > 0 ? chosen : step;
}

/// The baselines are the same for every map of a run on the same grid.
bool sameBaselines(const CheckSubject& a, const CheckSubject& b)
{
    return a.analysis == b.analysis && a.target == b.target;
}

}

FaithfulnessCheck::FaithfulnessCheck(EngineClient* engine, QObject* parent) : QObject(parent), m_engine(engine)
{
    connect(engine, &EngineClient::progressed, this,
        [this](const RequestKind& kind, const QString& stage, int done, int total) {
            if (kind == kTestRequest && total > 0)
                report(stage, done, total);
        });
}

void FaithfulnessCheck::report(const QString& stage, int done, int total)
{
    double part = static_cast<double>(done) / total; // of this question
    if (m_running == Running::Curves)
        part = (part + (stage == QLatin1String("insertion") ? 1 : 0)) / 2;
    const int questions = std::max(1, m_toAsk);
    Q_EMIT progressed(static_cast<int>((m_answered + part) / questions * kProgress), kProgress);
}

void FaithfulnessCheck::testCurves(const CheckSubject& subject, const Grid<float>& map)
{
    cancel();
    const int step = stepFor(map.size().count(), m_chosenStep);
    const bool keep = m_curvesOf && sameBaselines(*m_curvesOf, subject) && step == m_step && map.size() == m_map.size();
    m_curves.map.reset();
    if (!keep)
        m_curves = {};
    m_step = step;
    m_map = map;
    m_curvesOf = m_asked = subject;
    m_running = Running::Curves;
    m_answered = 0;
    m_toAsk = 1 + (m_curves.random ? 0 : 1) + (m_curves.centre ? 0 : 1);
    askNext();
    Q_EMIT changed();
}

void FaithfulnessCheck::testWeights(const CheckSubject& subject)
{
    cancel();
    m_steps.clear();
    m_stepsOf = m_asked = subject;
    m_running = Running::Weights;
    m_answered = 0;
    m_toAsk = 1;
    m_engine->ask(
        kTestRequest,
        [subject](AnalysisEngine& engine, const RunContext& run) {
            return engine.weightRandomisation(*subject.analysis, subject.request, run);
        },
        this, [this](const Result<RandomisationSteps>& steps) { takeSteps(steps); });
    Q_EMIT changed();
}

/// One after the other: each is shown as soon as it is there.
void FaithfulnessCheck::askNext()
{
    Grid<float> next;
    if (!m_curves.map)
        next = m_map;
    else if (!m_curves.random)
        next = baselinesOf(m_map, ExplainRequest{}.seed).random;
    else if (!m_curves.centre)
        next = baselinesOf(m_map, ExplainRequest{}.seed).centre;
    else
        m_running = Running::Nothing;
    if (!next.empty())
        askCurves(std::move(next));
}

void FaithfulnessCheck::askCurves(Grid<float> map)
{
    m_engine->ask(
        kTestRequest,
        [analysis = m_curvesOf->analysis, target = m_curvesOf->target, step = m_step, map = std::move(map)](
            AnalysisEngine& engine, const RunContext& run) {
            return engine.faithfulness(*analysis, map, target, step, run);
        },
        this, [this](const Result<Faithfulness>& curves) { take(curves); });
}

void FaithfulnessCheck::take(const Result<Faithfulness>& curves)
{
    if (!curves) {
        stop(curves.error());
        return;
    }
    auto& place = !m_curves.map ? m_curves.map : !m_curves.random ? m_curves.random : m_curves.centre;
    place = *curves;
    ++m_answered;
    askNext();
    Q_EMIT changed();
}

void FaithfulnessCheck::takeSteps(const Result<RandomisationSteps>& steps)
{
    if (!steps) {
        stop(steps.error());
        return;
    }
    m_steps = *steps;
    m_running = Running::Nothing;
    Q_EMIT changed();
}

void FaithfulnessCheck::follow(const CheckSubject& now)
{
    if (now == m_now)
        return;
    m_now = now;
    if (m_running != Running::Nothing && m_asked != now)
        cancel();
    forget();
    Q_EMIT changed();
}

/// Of another picture or model nothing stays.
void FaithfulnessCheck::forget()
{
    const auto ofAnother = [this](const std::optional<CheckSubject>& tested) {
        return tested && untouchedOf(tested->analysis) != untouchedOf(m_now.analysis);
    };
    if (ofAnother(m_curvesOf)) {
        m_curves = {};
        m_curvesOf.reset();
    }
    if (ofAnother(m_stepsOf)) {
        m_steps.clear();
        m_stepsOf.reset();
    }
}

void FaithfulnessCheck::cancel()
{
    m_engine->cancel(kTestRequest); // what was open is answered with Cancelled
}

/// What has no curve of its own map is not worth keeping.
void FaithfulnessCheck::stop(const Error& error)
{
    m_running = Running::Nothing;
    if (!m_curves.map) {
        m_curves = {};
        m_curvesOf.reset();
    }
    if (m_steps.empty())
        m_stepsOf.reset();
    Q_EMIT changed();
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

bool FaithfulnessCheck::hasCurves() const
{
    const bool all = m_curves.map && m_curves.random && m_curves.centre;
    return m_curvesOf == m_now && (all || m_running == Running::Curves)
        && m_step == stepFor(m_map.size().count(), m_chosenStep);
}

bool FaithfulnessCheck::hasSteps() const
{
    return m_stepsOf == m_now && (!m_steps.empty() || m_running == Running::Weights);
}

FaithfulnessCheck::Stale FaithfulnessCheck::staleness(const std::optional<CheckSubject>& tested) const
{
    if (!tested || *tested == m_now)
        return Stale::No;
    if (tested->analysis != m_now.analysis)
        return !tested->analysis->untouched ? Stale::WithoutChanges
            : m_now.analysis->untouched     ? Stale::WithOtherChanges
                                            : Stale::WithChanges;
    ExplainRequest sameClass = tested->request;
    sameClass.target = m_now.request.target;
    return sameClass == m_now.request ? Stale::OtherClass : Stale::OtherMap;
}

}
