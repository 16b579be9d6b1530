// ui/state/comparison.cpp: holding, exchanging, following to another picture.
#include "ui/state/comparison.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/record_maps.h"
#include "ui/state/intervention_edits.h"
#include "ui/state/session.h"

namespace patchlight
{

Comparison::Comparison(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(session, &Session::analysisChanged, this, &Comparison::follow);
}

bool Comparison::ofOneRun() const
{
    return m_held && untouchedOf(m_held->analysis) == untouchedOf(m_session->analysis());
}

bool Comparison::ofOneModel() const
{
    return m_held && m_session->analysis() && m_held->analysis->model == m_session->analysis()->model;
}

bool Comparison::ofOnePicture() const
{
    return ofOneRun() || (m_held && m_session->analysis() && samePicture(*m_held->analysis, *m_session->analysis()));
}

bool Comparison::ofOnePlace() const
{
    return ofOneRun() || (ofOnePicture() && sameCut(*m_held->analysis, *m_session->analysis()));
}

void Comparison::setActive(bool active)
{
    if (active == m_active || (active && !m_session->shown()))
        return;
    m_active = active;
    if (active) {
        hold();
        return;
    }
    m_job.cancel();
    takeHeld(nullptr);
}

void Comparison::hold()
{
    if (!m_active || !m_session->shown())
        return;
    m_job.cancel();
    m_choice = m_session->selection().map();
    m_choice.method = m_session->shown()->request().method;
    takeHeld(m_session->shown());
}

void Comparison::swap()
{
    if (!ofOneRun())
        return;
    const MapChoice back = m_choice;
    const Interventions run = m_held->analysis->interventions;
    hold();
    m_session->selection().setMap(back);
    m_session->setInterventions(run);
}

void Comparison::setShow(Show show)
{
    if (std::exchange(m_show, show) != show)
        Q_EMIT changed();
}

void Comparison::takeHeld(ShownMapPtr held)
{
    m_held = std::move(held);
    Q_EMIT changed();
}

void Comparison::follow()
{
    m_job.cancel();
    if (!m_held)
        return;
    const ExplainRequest request = m_held->request();
    const auto analysis = m_session->analysis();
    if (!ofOneModel() || methodInfo(request.method).network || !methodFits(request.method, NetShape::of(*analysis))) {
        Q_EMIT changed(); // of another picture or another model now
        return;
    }
    m_job.start([this, analysis, request](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        auto map = explainFromAnalysis(*analysis, request, {cancel, {}});
        if (map)
            deliver([this, held = std::make_shared<const ShownMap>(ShownMap{analysis, std::move(*map)})] {
                takeHeld(held);
            });
    });
}

}
