// ui/state/history.cpp
#include "ui/state/history.h"
#include "ui/state/session.h"
#include <utility>

namespace patchlight
{
namespace
{
constexpr qint64 kOneEdit = 700; ///< ms between two edits that are one step
constexpr std::size_t kMostUndo = 200;
}

History::History(Session* session, QObject* parent)
    : QObject(parent), m_session(session), m_corrections(session->corrections()), m_now(now())
{
    if (session->model())
        m_model = session->model()->path;
    connect(&session->selection(), &Selection::mapChanged, this, &History::note);
    connect(session, &Session::interventionsChanged, this, &History::note);
    connect(&session->selection(), &Selection::shapeChanged, this, &History::otherShape);
    connect(session, &Session::modelChanged, this, &History::followModel);
    connect(session, &Session::analysisChanged, this, &History::otherPicture);
    connect(session, &Session::failed, this, [this] { m_awaited.reset(); });
}

History::Moment History::now() const
{
    return {m_session->selection().map(), m_session->interventions(), m_corrections};
}

/// Which kinds of choice differ, a bit each.
unsigned History::difference(const Moment& a, const Moment& b)
{
    const bool kinds[]{a.map.method != b.map.method, a.map.query != b.map.query, a.map.target != b.map.target,
        a.map.embedding != b.map.embedding, a.map.lowers != b.map.lowers,
        a.map.layer != b.map.layer || a.map.startLayer != b.map.startLayer || a.map.endLayer != b.map.endLayer
            || a.map.atPicture != b.map.atPicture,
        a.map.head != b.map.head || a.map.fusion != b.map.fusion || a.map.headWeights != b.map.headWeights,
        a.map.alpha != b.map.alpha, a.map.discard != b.map.discard, a.map.steps != b.map.steps,
        a.interventions.hidden != b.interventions.hidden, a.interventions.hideWith != b.interventions.hideWith,
        a.interventions.heads != b.interventions.heads, a.interventions.blocksOff != b.interventions.blocksOff,
        !(a.corrections == b.corrections)};
    unsigned bits = 0, bit = 1;
    for (const bool differs : kinds) {
        bits |= differs ? bit : 0U;
        bit <<= 1U;
    }
    return bits;
}

void History::note()
{
    const Moment before = std::exchange(m_now, now());
    const unsigned kind = difference(before, m_now);
    if (m_restoring || m_otherShape || kind == 0)
        return;
    m_awaited.reset();
    const int stroke = m_stroke ? m_stroke() : 0;
    const bool soon = m_sinceLast.isValid() && m_sinceLast.elapsed() < kOneEdit;
    const bool atOnce = kind == m_lastKind && (stroke != 0 ? stroke == m_lastStroke : soon);
    m_lastStroke = stroke;
    m_lastKind = kind;
    m_sinceLast.start();
    // What leads back to where the edit began is a step of its own: it can be undone, too.
    if (atOnce && !m_undo.empty() && difference(m_undo.back(), m_now) != 0)
        return;
    m_redo.clear();
    m_undo.push_back(before);
    if (m_undo.size() > kMostUndo)
        m_undo.erase(m_undo.begin());
}

/// Corrected, it is the same model: a step. Another one has nothing to go back to.
void History::followModel()
{
    const auto path = std::exchange(m_model, m_session->model()->path);
    m_corrections = m_session->corrections();
    if (path == m_model) {
        note();
        return;
    }
    m_undo.clear();
    m_redo.clear();
    m_now = now();
    m_lastKind = 0;
}

/// Steps that were made with these corrections may mean nothing in it: the file has changed.
void History::otherShape()
{
    m_otherShape = true;
    if (m_awaited)
        return; // a step leads there: the others were made where it leads, or lead on
    for (Steps* steps : {&m_undo, &m_redo})
        std::erase_if(*steps, [this](const Moment& moment) { return moment.corrections == m_corrections; });
}

void History::otherPicture()
{
    m_otherShape = false;
    const auto before = std::exchange(m_picture, m_session->analysis()->file);
    if (before.empty() || before != m_picture)
        for (Steps* steps : {&m_undo, &m_redo})
            for (Moment& moment : *steps)
                moment.interventions.hidden.clear();
    if (auto awaited = std::exchange(m_awaited, {})) {
        if (before != m_picture)
            awaited->interventions.hidden.clear();
        m_restoring = true;
        m_session->selection().setMap(awaited->map); // a network of other layers or heads had begun anew
        m_session->setInterventions(awaited->interventions);
        m_restoring = false;
    }
    m_now = now();
    m_lastKind = 0;
}

bool History::go(Steps& from, Steps& to)
{
    const Moment here = now();
    while (!from.empty() && difference(from.back(), here) == 0)
        from.pop_back();
    if (from.empty())
        return false;
    const Moment there = from.back();
    from.pop_back();
    to.push_back(here);
    m_restoring = true;
    if (!(there.corrections == here.corrections) || m_awaited)
        m_awaited = there;
    m_corrections = there.corrections;
    m_session->correctModel(there.corrections); // first: with it on the way nothing is asked of the model before
    m_session->selection().setMap(there.map);
    m_session->setInterventions(there.interventions);
    m_restoring = false;
    m_now = now();
    m_lastKind = 0;
    return true;
}

bool History::undo()
{
    return go(m_undo, m_redo);
}

bool History::redo()
{
    return go(m_redo, m_undo);
}

}
