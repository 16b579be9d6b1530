// ui/state/comparison.cpp: holding, exchanging, following to another picture.
#include "ui/state/comparison.h"
#include "ui/adapter/record_maps.h"
#include "ui/state/session.h"

namespace patchlight
{

Comparison::Comparison(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(session, &Session::analysisChanged, this, &Comparison::follow);
}

void Comparison::setActive(bool active)
{
    if (active == m_active || (active && !m_session->explanation()))
        return;
    m_active = active;
    if (active) {
        hold();
        return;
    }
    m_job.cancel();
    takeHeld(std::nullopt);
}

void Comparison::hold()
{
    if (!m_active || !m_session->explanation())
        return;
    m_job.cancel();
    m_choice = m_session->selection().map();
    m_choice.method = m_session->explanation()->request.method;
    m_heldRun = m_session->analysis()->interventions;
    takeHeld(m_session->explanation());
}

void Comparison::swap()
{
    if (!m_held)
        return;
    const MapChoice back = m_choice;
    const Interventions run = m_heldRun;
    hold();
    m_session->selection().setMap(back);
    m_session->setInterventions(run);
}

void Comparison::setShow(Show show)
{
    if (std::exchange(m_show, show) != show)
        Q_EMIT changed();
}

void Comparison::takeHeld(std::optional<Explanation> held)
{
    m_held = std::move(held);
    Q_EMIT changed();
}

void Comparison::follow()
{
    if (!m_active || !m_held)
        return;
    const ExplainRequest request = m_held->request;
    const auto analysis = m_session->analysis();
    takeHeld(std::nullopt);
    m_heldRun = {};
    if (methodInfo(request.method).network || !methodFits(request.method, NetShape::of(*analysis)))
        return;
    m_job.start([this, analysis, request](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        auto map = explainFromAnalysis(*analysis, request, {cancel, {}});
        if (map)
            deliver([this, map = std::move(*map)] { takeHeld(map); });
    });
}

}
