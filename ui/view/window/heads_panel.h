// ui/view/window/heads_panel.h: layers × heads at the bottom, how they are sorted and scaled, their statistics, or the
// tests of the map.
#pragma once
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace patchlight
{
class HeadNumbersJob;
class HeadsGrid;
class LabelledRow;
class Session;
class StatisticsPanel;
class FaithfulnessPage;
class Switch;
class ValueCombo;
struct Query;

class HeadsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HeadsPanel(Session* session, QWidget* parent = nullptr);
    /// Maps, or the charts of numbers.
    void toggleNumbers();
    void showTests();

private:
    QWidget* buildControls();
    void hear();
    void showShape();
    void showMaps();
    void showSelected();
    void showQuery();
    void showMarks();
    void showOrder();
    void showStatistics();
    void followNumbers();
    void showLens();
    void showQueryIn(LabelledRow* row, const Query& query);
    void showToken(LabelledRow* row, const QString& token, const QString& shorter);
    void showPage(int page);
    void writeHeads();
    void layOver(bool on);
    void showColours();
    void choose(int layer, int head);

    Session* m_session;
    HeadNumbersJob* m_numbers;
    QLabel* m_heading;
    LabelledRow *m_queryRow, *m_lensRow;
    QWidget *m_sortRow, *m_scaleRow, *m_coloursRow;
    Switch* m_colours;
    ValueCombo *m_show, *m_sort, *m_scale;
    QStackedWidget* m_pages;
    HeadsGrid* m_grid;
    StatisticsPanel* m_statistics;
    FaithfulnessPage* m_tests;
};

}
