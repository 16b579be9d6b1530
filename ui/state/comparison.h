// ui/state/comparison.h: a map held still while the other goes on changing.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/choices.h"
#include "ui/state/latest_job.h"
#include <QObject>

namespace patchlight
{
class Session;

/// Holds the map on screen with its run, and the choice that made it. On another picture a map from the record is
/// computed again, off-thread, by the same question; one that needs the network stays, with the picture it is of. What
/// another model is compared with stays, too.
class Comparison : public QObject
{
    Q_OBJECT
public:
    enum class Show { Held, Difference };

    /// `session` outlives this.
    explicit Comparison(Session* session, QObject* parent = nullptr);

    bool active() const { return m_active; }
    /// Null where nothing is compared.
    const ShownMapPtr& held() const { return m_held; }
    /// What the two maps have in common.
    bool ofOneModel() const;
    bool ofOnePicture() const;
    /// One model and one picture, whatever was hidden or switched off: they can be exchanged.
    bool ofOneRun() const;
    /// One cut of one picture, of one model or two: cell by cell they are of the same place.
    bool ofOnePlace() const;
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
    void takeHeld(ShownMapPtr held);

    Session* m_session;
    bool m_active = false;
    Show m_show = Show::Held;
    ShownMapPtr m_held;
    MapChoice m_choice;
    LatestJob m_job;
};

}
