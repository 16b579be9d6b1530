// ui/state/session_map.cpp: the map that is asked for, the one on screen, its look and its tests.
#include "ui/state/session.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/value_texts.h"

namespace patchlight
{

ValueRange Session::range() const
{
    const auto& choice = m_selection.look();
    if (choice.scale == ScaleMode::Fixed)
        return choice.fixed;
    if (!m_shown)
        return {};
    const bool attention = m_shown->request().method == Method::Attention;
    if (choice.scale == ScaleMode::Shared && attention && m_heads.sharedRange().high > 0)
        return {m_shown->explanation.isSigned ? -m_heads.sharedRange().high : m_heads.sharedRange().low,
            m_heads.sharedRange().high};
    return ownRange(m_shown->explanation);
}

Look Session::chosenLook() const
{
    Look look = m_selection.look().look;
    if (m_selection.look().scale != ScaleMode::ThisMap)
        look.range = range();
    return look;
}

Look Session::look() const
{
    Look look = chosenLook();
    look.colours = coloursFor(m_shown && m_shown->explanation.isSigned, look.colours);
    if (!m_shown || !showsHeads(m_shown->explanation, look)) // of which each has its own, if none is chosen
        look.range = range();
    return look;
}

void Session::takeMap(const ShownMapPtr& map)
{
    m_shown = map;
    m_shownChoice = m_selection.map();
    m_answered = m_asked;
    m_whyNoMap.clear();
    Q_EMIT mapChanged();
    startWaitingTest();
}

/// What is chosen and what is on screen must not disagree.
void Session::backToShown()
{
    if (m_shown && m_shown->analysis == m_analysis) {
        m_asked = m_answered;
        m_selection.setMap(m_shownChoice);
    } else if (m_analysis) {
        m_selection.setMethod(Method::Attention); // takes no time
    }
}

void Session::mapFailed(const Error& error)
{
    m_asked.reset();
    if (!m_analysis->interventions.empty() && error.code == ErrorCode::InvalidOption) {
        m_shown.reset(); // what was asked is switched off: no error, but no map either
        m_whyNoMap = errorText(error);
        Q_EMIT mapChanged();
        return;
    }
    m_waitingTest = FaithfulnessCheck::Running::Nothing;
    if (m_inside.on())
        return; // which follows the same choice and can show it; the map is asked again, and refused, on its own page
    report(error);
    Q_EMIT mapRefused();
    backToShown();
}

/// A map that is there stays; one on its way is asked again by the next askMap().
void Session::stopMap()
{
    if (m_asked != m_answered)
        m_asked.reset(); // it will have to be asked again
    m_maps.cancel();
}

void Session::askMap()
{
    if (!m_analysis)
        return;
    m_heads.follow(m_analysis, m_selection.map().query);
    const ExplainRequest request = m_selection.request();
    if (m_asked == request)
        return;
    m_asked = request;
    m_maps.ask(m_analysis, request);
}

std::optional<CheckSubject> Session::subject() const
{
    if (!m_analysis)
        return std::nullopt;
    CheckSubject subject{m_analysis, m_selection.request(), {}};
    if (const auto& target = m_selection.map().target)
        subject.target = *target;
    else if (!m_analysis->predictions.empty())
        subject.target = m_analysis->predictions.front().index;
    return subject;
}

void Session::followCheck()
{
    if (const auto now = subject())
        m_check.follow(*now);
}

void Session::testMap()
{
    test(FaithfulnessCheck::Running::Curves);
}

void Session::testWeights()
{
    test(FaithfulnessCheck::Running::Weights);
}

void Session::showMapTest()
{
    Q_EMIT testAsked();
    if (!m_check.hasCurves())
        testMap();
}

void Session::showWeightsTest()
{
    Q_EMIT testAsked();
    if (!m_check.hasSteps())
        testWeights();
}

void Session::test(FaithfulnessCheck::Running kind)
{
    Q_EMIT testAsked();
    if (const QString why = whyUntested(m_selection.map().method); !why.isEmpty()) {
        Q_EMIT told(why);
        return;
    }
    m_waitingTest = m_analysis || changing() ? kind : FaithfulnessCheck::Running::Nothing;
    startWaitingTest();
    if (!testWaits())
        return;
    if (otherTestRuns())
        Q_EMIT told(tr("This test begins when the one that is running has ended."));
    Q_EMIT busyChanged();
}

/// One at a time: the other is not stopped, it is waited for.
bool Session::otherTestRuns() const
{
    return m_check.running() != FaithfulnessCheck::Running::Nothing && m_check.running() != m_waitingTest;
}

void Session::startWaitingTest()
{
    if (!m_shown || changing() || m_shown->analysis != m_analysis || otherTestRuns())
        return;
    if (!whyUntested(m_selection.map().method).isEmpty()) // chosen while it waited
        m_waitingTest = FaithfulnessCheck::Running::Nothing;
    const auto kind = std::exchange(m_waitingTest, FaithfulnessCheck::Running::Nothing);
    if (kind == FaithfulnessCheck::Running::Curves && !m_analysis->predictions.empty())
        m_check.testCurves(*subject(), m_shown->map());
    else if (kind == FaithfulnessCheck::Running::Weights)
        m_check.testWeights(*subject());
}

}
