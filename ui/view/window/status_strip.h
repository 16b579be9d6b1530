// ui/view/window/status_strip.h: sizes and times, progress with cancel, the keys that matter now.
#pragma once
#include "ui/view/widgets/key_hints.h"
#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace patchlight
{
class ModelLibrary;
class Session;
class ThinProgress;

class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    /// What is being done: "Computing Relevancy"; empty where nothing is.
    static QString busyText(Session& session);
    StatusStrip(Session* session, ModelLibrary* library, QWidget* parent = nullptr);

    void setInside(bool inside);
    /// Inside waits for a patch: the arrow keys choose one.
    void setAsking(bool asking);
    /// The page of models lies over the picture: its keys, for those of the window do nothing there.
    void setModels(bool models);
    /// The pointer is on a patch that can be asked: the keys are those of the mouse.
    void setPointing(bool pointing);
    bool offersCancel() const; ///< something is computed, and not since a blink

Q_SIGNALS:
    void cancelRequested();
    void neighbourRequested(int by);
    void modelsRequested(); ///< a press on what is fetched
    void keysRequested(); ///< a press on the keys

private:
    QWidget* buildPlace();
    void showPlace();
    QVector<KeyHint> patchKeys() const;
    QVector<KeyHint> headKeys() const; ///< none without heads
    QString followHint() const;
    QVector<KeyHint> withTab(QVector<KeyHint> hints, const QString& where) const;
    void showKeys();
    void showFacts();
    void showBusy();
    QWidget* makeReload();
    void showReload();
    QWidget* makeFetches();
    void showFetches();
    void showProgress(const QString& stage, int done, int total);
    QString patienceText(int done, int total);

    Session* m_session;
    QLabel* m_facts;
    QPushButton* m_reload; ///< hidden while the files on disk are those on screen
    QLabel* m_task;
    QWidget* m_folder; ///< the place in the folder, and the way to its neighbours
    QLabel* m_place;
    QPushButton *m_back, *m_forward;
    ThinProgress* m_progress;
    QPushButton* m_cancel;
    ModelLibrary* m_library;
    QWidget* m_fetches = nullptr; ///< of models; hidden where there is none
    QPushButton* m_fetchText = nullptr;
    ThinProgress* m_fetched = nullptr;
    KeyHints* m_keys;
    bool m_inside = false, m_asking = false, m_models = false, m_pointing = false;
    QElapsedTimer m_sinceStart; ///< of the work that reports how far it is
    int m_lastDone = 0;
    QTimer* m_patience; ///< what is over in 0.2 s shows no progress
};

}
