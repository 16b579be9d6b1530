// ui/state/session_interventions.cpp: the run on screen follows what is hidden and switched off.
#include "ui/state/intervention_edits.h"
#include "ui/state/session.h"

namespace patchlight
{
void Session::setInterventions(const Interventions& changes)
{
    if (!m_analysis || changes == m_interventions)
        return;
    m_interventions = changes;
    Q_EMIT interventionsChanged();
    followInterventions();
}

void Session::resetInterventions()
{
    Interventions none;
    none.hideWith = m_interventions.hideWith;
    setInterventions(none);
}

void Session::followInterventions()
{
    if (m_engine.open(kAnalyseRequest) || m_engine.open(kLoadRequest))
        return; // what they answer takes the interventions along
    const bool running = m_engine.open(kInterveneRequest);
    // A run that takes longer cannot be followed by eye: then the newest interventions replace it. A quicker one may
    // finish, or a brush that never rests would never show anything.
    if (running && m_sinceRun.elapsed() < m_followedByEye)
        return; // asked again when it is there
    const AnalysisPtr untouched = untouchedOf(m_analysis);
    if (m_interventions.empty() || sameEffect(m_interventions, m_analysis->interventions)) {
        m_engine.cancel(kInterveneRequest);
        takeRun(m_interventions.empty() ? untouched : m_analysis);
        return;
    }
    m_sinceRun.start();
    m_engine.ask(
        kInterveneRequest,
        [untouched, wanted = m_interventions](
            AnalysisEngine& engine, const RunContext& run) { return engine.intervene(untouched, wanted, run); },
        this, [this](const Result<AnalysisPtr>& run) { run ? takeRun(*run) : runFailed(run.error()); });
    m_maps.cancel();
    m_asked.reset();
}

void Session::runFailed(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    dropInterventions();
    report(error);
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): it may be m_analysis itself
void Session::takeRun(AnalysisPtr analysis)
{
    const bool other = std::exchange(m_analysis, analysis) != analysis;
    if (other) {
        m_asked.reset();
        m_answered.reset();
        Q_EMIT runChanged();
    }
    if (!sameEffect(m_interventions, analysis->interventions))
        followInterventions();
    if (m_analysis != analysis)
        return; // none were asked for, and that run is there already
    if (!m_engine.open(kInterveneRequest) || !methodInfo(m_selection.map().method).network)
        askMap(); // a map that runs the network would only be in the way of the next run
}

/// Back to what the run on screen was made with.
void Session::dropInterventions()
{
    m_interventions = m_analysis ? m_analysis->interventions : Interventions();
    Q_EMIT interventionsChanged();
    askMap();
}

}
