// ui/view/window/faithfulness_page.h: the tests of the map on screen: what is asked, and what came out.
#pragma once
#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace patchlight
{
class CurveChart;
class FaithfulnessCheck;
struct CheckSubject;
class ScoreTable;
class Session;
class ValueCombo;

/// The results; `controls` go beside them.
class FaithfulnessPage : public QWidget
{
    Q_OBJECT
public:
    explicit FaithfulnessPage(Session* session, QWidget* parent = nullptr);
    QWidget* controls() const { return m_controls; }

private:
    void buildControls();
    void showResults();
    void showCurves();
    void showWeights();
    QString subjectName() const;
    QString staleNote(const std::optional<CheckSubject>& tested) const;
    QString note() const;
    QString curvesNote() const;
    QString invitation() const;

    Session* m_session;
    const FaithfulnessCheck& m_check;
    QWidget *m_controls, *m_figures;
    ValueCombo* m_step;
    QPushButton *m_testMap, *m_testWeights;
    QLabel *m_invitation, *m_note;
    ScoreTable* m_scores;
    CurveChart *m_deletion, *m_insertion, *m_weights;
};

}
