// ui/state/inside_run.h: the steps of the run on screen, asked of the engine while somebody looks at them.
#pragma once
#include "ui/adapter/inside/cards.h"
#include <QElapsedTimer>
#include <QObject>

namespace patchlight
{
class EngineClient;
class Selection;

/// Keeps a pass for each run, the steps of one block, and what the head would say after it. Another head or token costs
/// nothing; another block runs that block; another picture or intervention runs the pass.
class InsideRun : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    InsideRun(EngineClient* engine, Selection* selection, QObject* parent = nullptr);

    /// Only while it is on does anything run.
    void setOn(bool on);
    bool on() const { return m_on; }
    /// The run on screen; null: nothing to show.
    void follow(const AnalysisPtr& analysis);
    void forget(); ///< another model: its weights are others

    /// Everything a card is made of; absent until the first steps are here.
    const std::optional<inside::Subject>& subject() const { return m_subject; }
    void setChannel(int channel);
    /// Of the block that is chosen; the map's method stays.
    void showHead(HeadIndex head);
    void stepHead(int by); ///< goes round
    /// Whose key is held against the query, a token of the input; chosen again: the one that fits best.
    void setPair(int token);
    double blockMilliseconds() const { return m_blockMilliseconds; }

    /// The head's answer if the network ended after this block: best class and its share.
    struct Ending {
        ClassIndex best;
        double share = 0;
        bool known = false;
    };
    const Ending& endingOfFollowed() const { return m_endings[0]; }
    const Ending& endingOfAll() const { return m_endings[1]; } ///< read as the network itself reads

Q_SIGNALS:
    void changed(); ///< any of the numbers: cards must be made anew
    void endingsChanged();
    void failed(const patchlight::Error& error);
    void left(); ///< not on any more

private:
    void followSelection();
    void askPass();
    void askBlock();
    void askEndings();
    inside::Followed followed() const;
    HeadIndex head() const;

    EngineClient* m_engine;
    Selection* m_selection;
    bool m_on = false;
    AnalysisPtr m_wanted;
    std::optional<inside::Subject> m_subject;
    ModelInfoPtr m_weightsOf;
    std::shared_ptr<const inside::Weights> m_weights;
    LayerIndex m_asked{-1};
    mutable int m_lastHead = 0;
    Ending m_endings[2];
    QElapsedTimer m_watch;
    double m_blockMilliseconds = 0;
};

}
