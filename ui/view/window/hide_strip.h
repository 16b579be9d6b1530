// ui/view/window/hide_strip.h: over the picture while patches are being hidden: how they are hidden, clear, done.
#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace patchlight
{
class SegmentedControl;
class Session;

class HideStrip : public QWidget
{
    Q_OBJECT
public:
    explicit HideStrip(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void done();
    void brushChosen(int radius); ///< patches to every side

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void showInterventions();
    void showPossible();

    Session* m_session;
    QLabel* m_text;
    SegmentedControl *m_how, *m_brush;
    QPushButton* m_clear;
};

}
