// tests/window/canvas_tools_test.cpp: what a stroke of the brush covers, and what clicks, drags and arrows ask.
#include "support/window_test.h"
#include "ui/view/canvas/brush_tool.h"
#include "ui/view/canvas/query_tool.h"
#include <QObject>

using namespace patchlight;

class CanvasToolsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStrokeLeavesNoPatchOut()
    {
        BrushTool brush;
        brush.setHidden({}, {8, 6});
        QVERIFY(brush.begin({0, 0}, true).hide);
        QVERIFY(!brush.goOn({0, 0}));
        const auto stroke = brush.goOn({5, 0});
        QVERIFY(stroke);
        for (int column = 0; column <= 5; ++column)
            QVERIFY(stroke->cells.contains(QPoint(column, 0)));
        QCOMPARE(*brush.place(), QPoint(5, 0));
    }
    void aWideBrushStaysOnTheGridAndNamesEachPatchOnce()
    {
        BrushTool brush;
        brush.setHidden({}, {8, 6});
        brush.setRadius(1);
        QCOMPARE(brush.begin({0, 0}, true).cells.size(), 4);
        const auto cells = brush.goOn({2, 0})->cells;
        QCOMPARE(cells.size(), 8);
        for (const QPoint cell : cells)
            QCOMPARE(cells.count(cell), 1);
    }
    void enterTurnsThePatchUnderTheBrush()
    {
        BrushTool brush;
        brush.setHidden({{4, 3}}, {8, 6});
        QVERIFY(!brush.turn());
        brush.step({1, 0}); // the first step puts it into the middle
        QCOMPARE(*brush.place(), QPoint(4, 3));
        QVERIFY(!brush.turn()->hide);
        brush.step({100, 0});
        QCOMPARE(*brush.place(), QPoint(7, 3));
        QVERIFY(brush.turn()->hide);
        brush.setOn(true); // begins nowhere
        QVERIFY(!brush.place());
    }
    void arrowsStartInTheMiddleAndStopAtTheEdge()
    {
        QueryTool tool;
        tool.setGrid({8, 6});
        QCOMPARE(*tool.moved({1, 0}, false, false), CanvasQuery::patch({4, 3}));
        tool.setQuery(CanvasQuery::patch({4, 3}));
        QCOMPARE(*tool.moved({1, 0}, false, false), CanvasQuery::patch({5, 3}));
        QCOMPARE(*tool.moved({0, -1}, true, false), CanvasQuery::patch({4, 0}));
        QCOMPARE(*tool.moved({1, 1}, false, true), CanvasQuery::region({4, 3, 2, 2}));
        tool.setQuery(CanvasQuery::inverse({7, 5}));
        QCOMPARE(*tool.moved({1, 0}, false, false), CanvasQuery::inverse({7, 5}));
    }
    void nothingIsAskedWhereNoPatchCanBe()
    {
        QueryTool tool;
        QVERIFY(!tool.moved({1, 0}, false, false)); // no grid yet
        tool.setGrid({8, 6});
        tool.setPossible(false, QStringLiteral("why"));
        QVERIFY(!tool.moved({1, 0}, false, false));
        QCOMPARE(tool.whyNot(), QStringLiteral("why"));
    }
    void aDragIsARegionWhateverItsDirection()
    {
        QCOMPARE(QueryTool::dragged({5, 1}, {2, 4}), CanvasQuery::region({2, 1, 4, 4}));
        QCOMPARE(QueryTool::clicked({1, 2}, true), CanvasQuery::inverse({1, 2}));
    }
};

PATCHLIGHT_WINDOW_TEST(CanvasToolsTest)
#include "canvas_tools_test.moc"
