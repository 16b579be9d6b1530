// ui/view/window/status_strip.h: sizes and times, progress with cancel, the keys that matter now.
#pragma once
#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace patchlight
{
class KeyHints;
class Session;
class ThinProgress;

class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(Session* session, QWidget* parent = nullptr);

    void setInside(bool inside);

Q_SIGNALS:
    void cancelRequested();

private:
    void showKeys();
    void showFacts();
    void showBusy();
    void showProgress(const QString& stage, int done, int total);
    QString busyText() const;

    Session* m_session;
    QLabel* m_facts;
    QLabel* m_task;
    ThinProgress* m_progress;
    QPushButton* m_cancel;
    KeyHints* m_keys;
    bool m_inside = false;
    QTimer* m_patience; ///< what is over in 0.2 s shows no progress
};

}
