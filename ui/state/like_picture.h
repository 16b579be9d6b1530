// ui/state/like_picture.h: the other picture that an embedding is compared with, chosen once, read by whichever net is open.
#pragma once
#include "ui/adapter/analysis_engine.h"
#include <QObject>
#include <optional>

namespace patchlight
{
class EngineClient;
class Selection;

/// Asks for that picture's embedding; when it is there, similarity to it is what the map explains. Under another net the
/// same picture is read again.
class LikePicture : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    LikePicture(EngineClient* engine, Selection* selection, QObject* parent = nullptr);

    void choose(const PictureSource& picture);
    /// The picture that was chosen before; false where there is none.
    bool chooseAgain();
    /// Of the embedding at hand.
    const std::optional<EmbeddingTarget>& target() const { return m_target; }
    bool waiting() const;
    /// What is on screen now; the selection has its shape. `alike`: similarity was chosen before that.
    void follow(const Analysis& analysis, bool alike);
    void resume(); ///< asks again what something else made obsolete
    void giveUp(); ///< what was asked and not answered is not asked again

Q_SIGNALS:
    void changed();
    void failed(const patchlight::Error& error);

private:
    void ask();
    void take(const Result<AnalysisPtr>& other);

    EngineClient* m_engine;
    Selection* m_selection;
    PictureSource m_picture;
    std::optional<EmbeddingTarget> m_target; ///< of m_picture under m_model
    ModelInfoPtr m_model; ///< that is open
    bool m_wanted = false; ///< as soon as it is known
};

}
