// ui/state/history.h: what was asked and changed before, to go back to.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/choices.h"
#include <QElapsedTimer>
#include <QObject>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace patchlight
{
class Session;

/// Steps over the choice of map (method, query, class, …), the interventions and what is corrected of the model. Edits
/// of one kind that follow each other at once (a stroke, a slider, playing through the layers) are one step. Another
/// model forgets all steps, and a correction that gives it other layers or heads those that were made with it; on
/// another picture they hide nothing, since the patches were those of the one before.
class History : public QObject
{
    Q_OBJECT
public:
    /// `session` outlives this.
    explicit History(Session* session, QObject* parent = nullptr);

    /// Which stroke of the mouse is under way, 0 where none is: all of a stroke is one step, however long it takes.
    void setStroke(std::function<int()> stroke) { m_stroke = std::move(stroke); }
    bool undo(); ///< false where there is nothing to undo
    bool redo();

private:
    struct Moment {
        MapChoice map;
        Interventions interventions;
        Overrides corrections;
        bool operator==(const Moment&) const = default;
    };
    using Steps = std::vector<Moment>;

    static unsigned difference(const Moment& a, const Moment& b);
    Moment now() const;
    void note();
    void followModel();
    void otherShape();
    void otherPicture();
    bool go(Steps& from, Steps& to);

    Session* m_session;
    Overrides m_corrections; ///< of the model that is open, or that a step asked for
    std::filesystem::path m_model, m_picture;
    Moment m_now;
    std::optional<Moment> m_awaited; ///< of a step that loads the model; chosen when it is there
    Steps m_undo, m_redo;
    unsigned m_lastKind = 0;
    QElapsedTimer m_sinceLast;
    std::function<int()> m_stroke;
    int m_lastStroke = 0;
    bool m_restoring = false;
    bool m_otherShape
        = false; ///< until the picture is there, what moves is no step: it goes to the nearest that the network has
};

}
