// ui/state/comparison.h: a map held still while the other goes on changing.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/choices.h"
#include "ui/state/latest_job.h"
#include <QObject>
#include <optional>

namespace patchlight
{
class Session;

/// Holds a copy of the map on screen, with the choice that made it. On another picture a map from the record is
/// computed again, beside the window; one that ran the network is dropped, and `held` is empty until the next `hold`.
class Comparison : public QObject
{
    Q_OBJECT
public:
    enum class Show { Held, Difference };

    /// `session` outlives this.
    explicit Comparison(Session* session, QObject* parent = nullptr);

    bool active() const { return m_active; }
    const std::optional<Explanation>& held() const { return m_held; }
    /// What the run of the held map was made with.
    const Interventions& heldRun() const { return m_heldRun; }
    Show show() const { return m_show; }

    /// On: holds the map on screen. Without one, nothing happens.
    void setActive(bool active);
    void hold();
    /// The held map becomes the live one and the other way round, each with what was hidden and switched off.
    void swap();
    void setShow(Show show);

Q_SIGNALS:
    void changed();

private:
    void follow();
    void takeHeld(std::optional<Explanation> held);

    Session* m_session;
    bool m_active = false;
    Show m_show = Show::Held;
    std::optional<Explanation> m_held;
    MapChoice m_choice;
    Interventions m_heldRun;
    LatestJob m_job;
};

}
