// ui/view/inside/followed_panel.h: who is followed, how long it is, what the head would say, where to read more.
#pragma once
#include "ui/state/inside_run.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace patchlight
{
class LabelledRow;
class NormCurve;

class FollowedPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FollowedPanel(QWidget* parent = nullptr);
    void showSubject(const inside::Subject& subject);
    void showEndings(const inside::Subject& subject, const InsideRun::Ending& followed, const InsideRun::Ending& all);
    void showPaper(const QString& paper);

Q_SIGNALS:
    void classTokenAsked();
    void layerChosen(int layer);

private:
    QLabel* m_legend;
    QLabel *m_pixels, *m_name, *m_number;
    QPushButton* m_classToken;
    LabelledRow *m_before, *m_attention, *m_middle, *m_mlp, *m_after;
    NormCurve* m_curve;
    LabelledRow *m_ending, *m_whole;
    QWidget* m_endings;
    QLabel *m_endingNote, *m_paper;
};

}
