// tests/window/canvas_test.cpp: the canvas asks for what is clicked, dragged and typed, and tells where the mouse is.
// Runs at 1× and 2×.
#include "tests/window/support/canvas_fixture.h"
#include <QSignalSpy>
#include <QWheelEvent>

using namespace patchlight;
using namespace Qt::StringLiterals;

class CanvasTest : public CanvasFixture
{
    Q_OBJECT
private Q_SLOTS:
    void patchesTileTheFieldOfView();
    void aClickAsksForThePatch();
    void altClickAsksForTheInverse();
    void aClickOutsideTheFieldAsksNothing();
    void aDragAsksForARegion();
    void aDragMayLeaveTheField();
    void whereNoQueryIsPossibleNothingIsAsked();
    void middleDragPansAndDoubleClickFits();
    void theWheelZoomsAtTheCursor();
    void keysMoveTheQueryPatchByPatch();
    void shiftExtendsTheQueryToARegion();
    void spaceHidesTheMapAndShowsItAgain();
    void losingTheFocusWhileSpaceIsHeldLeavesTheMapAsItWas();
    void aFastStrokeHidesEveryPatchItPassesThrough();
    void thePictureStaysUnderTheBrushUntilTheStrokeEnds();
    void roomIsKeptForTheLongestCaption();
    void escapeClearsTheQuery();
    void theReadOutTellsPlaceValueAndRank();
    void theReadOutStaysInANarrowCanvas();
    void assistiveToolsHearTheQuery();
};

void CanvasTest::patchesTileTheFieldOfView()
{
    const QRectF whole = m_canvas->fieldRectInView();
    QCOMPARE(m_canvas->patchRectInView({0, 0}).topLeft(), whole.topLeft());
    QVERIFY((m_canvas->patchRectInView({3, 3}).bottomRight() - whole.bottomRight()).manhattanLength() < 1e-6);
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            QCOMPARE(m_canvas->patchAt(m_canvas->patchRectInView({column, row}).center()).value(), QPoint(column, row));
    QVERIFY(!m_canvas->patchAt(whole.topLeft() - QPointF(2, 0)));
}

void CanvasTest::aClickAsksForThePatch()
{
    QSignalSpy clicked(m_canvas.get(), &ImageCanvas::patchClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, centre({2, 1}));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].toPoint(), QPoint(2, 1));
}

void CanvasTest::altClickAsksForTheInverse()
{
    QSignalSpy clicked(m_canvas.get(), &ImageCanvas::patchClicked);
    QSignalSpy inverse(m_canvas.get(), &ImageCanvas::inverseClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::AltModifier, centre({0, 3}));
    QCOMPARE(clicked.size(), 0);
    QCOMPARE(inverse.value(0).value(0).toPoint(), QPoint(0, 3));
}

void CanvasTest::aClickOutsideTheFieldAsksNothing()
{
    QSignalSpy clicked(m_canvas.get(), &ImageCanvas::patchClicked);
    QTest::mouseClick(
        m_canvas.get(), Qt::LeftButton, {}, (m_canvas->fieldRectInView().topLeft() + QPointF(-20, 30)).toPoint());
    QCOMPARE(clicked.size(), 0);
}

void CanvasTest::aDragAsksForARegion()
{
    QSignalSpy region(m_canvas.get(), &ImageCanvas::regionSelected);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, centre({2, 2}));
    QTest::mouseMove(m_canvas.get(), centre({1, 1}));
    QTest::mouseMove(m_canvas.get(), centre({0, 1}));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, centre({0, 1}));
    QCOMPARE(region.size(), 1);
    QCOMPARE(region[0][0].toRect(), QRect(QPoint(0, 1), QPoint(2, 2)));
}

void CanvasTest::aDragMayLeaveTheField()
{
    QSignalSpy region(m_canvas.get(), &ImageCanvas::regionSelected);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, centre({2, 2}));
    QTest::mouseMove(m_canvas.get(), QPoint(899, 599));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, QPoint(899, 599));
    QCOMPARE(region.value(0).value(0).toRect(), QRect(QPoint(2, 2), QPoint(3, 3)));
}

void CanvasTest::whereNoQueryIsPossibleNothingIsAsked()
{
    m_canvas->setQueryPossible(false, u"Grad-CAM has no query"_s);
    QSignalSpy clicked(m_canvas.get(), &ImageCanvas::patchClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, centre({2, 1}));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(clicked.size(), 0);
}

void CanvasTest::middleDragPansAndDoubleClickFits()
{
    const QRectF before = m_canvas->pictureRectInView();
    QTest::mousePress(m_canvas.get(), Qt::MiddleButton, {}, QPoint(400, 300));
    QTest::mouseMove(m_canvas.get(), QPoint(430, 310));
    QTest::mouseRelease(m_canvas.get(), Qt::MiddleButton, {}, QPoint(430, 310));
    QCOMPARE(m_canvas->pictureRectInView(), before.translated(30, 10));
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, QPoint(400, 300));
    QCOMPARE(m_canvas->pictureRectInView(), before);
}

void CanvasTest::theWheelZoomsAtTheCursor()
{
    const QPointF cursor(380, 250);
    const QPointF under = m_canvas->view().toPicture(cursor);
    const double zoom = m_canvas->zoom();
    QWheelEvent wheel(
        cursor, m_canvas->mapToGlobal(cursor), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &wheel);
    QVERIFY(m_canvas->zoom() > zoom * 1.4);
    QVERIFY((m_canvas->view().toPicture(cursor) - under).manhattanLength() < 1e-6);
}

void CanvasTest::keysMoveTheQueryPatchByPatch()
{
    connect(m_canvas.get(), &ImageCanvas::patchClicked, this,
        [this](QPoint cell) { m_canvas->setQuery(CanvasQuery::patch(cell)); });
    m_canvas->setQuery(CanvasQuery::patch({1, 1}));
    QSignalSpy moved(m_canvas.get(), &ImageCanvas::patchClicked);
    for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_End, Qt::Key_Right, Qt::Key_Home, Qt::Key_Up})
        QTest::keyClick(m_canvas.get(), key);
    QTest::keyClick(m_canvas.get(), Qt::Key_End, Qt::ControlModifier);
    QList<QPoint> path;
    for (const auto& step : moved)
        path << step[0].toPoint();
    QCOMPARE(path, (QList<QPoint>{{2, 1}, {2, 2}, {3, 2}, {3, 2}, {0, 2}, {0, 1}, {3, 3}}));
}

void CanvasTest::shiftExtendsTheQueryToARegion()
{
    m_canvas->setQuery(CanvasQuery::patch({1, 1}));
    QSignalSpy region(m_canvas.get(), &ImageCanvas::regionSelected);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(region.value(0).value(0).toRect(), QRect(1, 1, 2, 1));
}

void CanvasTest::spaceHidesTheMapAndShowsItAgain()
{
    QSignalSpy changed(m_canvas.get(), &ImageCanvas::overlayVisibilityChanged);
    QTest::keyClick(m_canvas.get(), Qt::Key_Space);
    QVERIFY(!m_canvas->overlayVisible());
    QTest::keyClick(m_canvas.get(), Qt::Key_Space);
    QVERIFY(m_canvas->overlayVisible());
    QCOMPARE(changed.size(), 2);
}

void CanvasTest::losingTheFocusWhileSpaceIsHeldLeavesTheMapAsItWas()
{
    for (const bool before : {true, false}) {
        m_canvas->setOverlayVisible(before);
        QTest::keyPress(m_canvas.get(), Qt::Key_Space);
        QCOMPARE(m_canvas->overlayVisible(), !before);
        QFocusEvent leaves(QEvent::FocusOut);
        QCoreApplication::sendEvent(m_canvas.get(), &leaves);
        QCOMPARE(m_canvas->overlayVisible(), before);
    }
}

void CanvasTest::aFastStrokeHidesEveryPatchItPassesThrough()
{
    m_canvas->setHidden({}, {4, 4});
    m_canvas->setBrush(true);
    QVector<QPoint> hidden;
    connect(m_canvas.get(), &ImageCanvas::brushed, this, [&](const QVector<QPoint>& cells, bool) { hidden << cells; });
    const auto at = [this](double column, double row) {
        const QRectF first = m_canvas->patchRectInView({0, 0});
        return (first.topLeft() + QPointF(column * first.width(), row * first.height())).toPoint();
    };
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.9, 0.5));
    QTest::mouseMove(m_canvas.get(), at(1.5, 1.6)); // by the corner of patch (1, 0)
    QTest::mouseMove(m_canvas.get(), at(2.6, 3.4)); // and of (1, 2) and (2, 2)
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(2.6, 3.4));
    for (const QPoint passed : {QPoint(0, 0), QPoint(1, 0), QPoint(1, 1), QPoint(1, 2), QPoint(2, 2), QPoint(2, 3)})
        QVERIFY2(hidden.contains(passed), qPrintable(QString::number(passed.x()) + u' ' + QString::number(passed.y())));
    QVERIFY(!hidden.contains(QPoint(0, 1)) && !hidden.contains(QPoint(3, 3)));
}

void CanvasTest::thePictureStaysUnderTheBrushUntilTheStrokeEnds()
{
    m_canvas->setCaption(u"beacon"_s, u"short"_s);
    m_canvas->setHidden({}, {4, 4});
    m_canvas->setBrush(true);
    const QRectF before = m_canvas->pictureRectInView();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, centre({1, 0}));
    m_canvas->setCaption(u"beacon"_s, QString(u"words "_s).repeated(60));
    m_canvas->resize(m_canvas->size() - QSize(0, 40));
    QCOMPARE(m_canvas->pictureRectInView(), before);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, centre({1, 3}));
    QVERIFY(m_canvas->pictureRectInView() != before);
}

void CanvasTest::roomIsKeptForTheLongestCaption()
{
    const QString many = QString(u"words "_s).repeated(60);
    m_canvas->setCaption(u"beacon"_s, u"short"_s);
    const int without = m_canvas->captionHeight();
    m_canvas->setCaption(u"beacon"_s, u"short"_s, many);
    const QRectF before = m_canvas->pictureRectInView();
    QVERIFY(m_canvas->captionHeight() > without);
    m_canvas->setCaption(u"beacon"_s, many);
    QCOMPARE(m_canvas->pictureRectInView(), before);
}

void CanvasTest::escapeClearsTheQuery()
{
    QSignalSpy cleared(m_canvas.get(), &ImageCanvas::escaped);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(cleared.size(), 1);
}

void CanvasTest::theReadOutTellsPlaceValueAndRank()
{
    const auto moveTo = [this](QPoint cell) {
        const QPointF at = centre(cell);
        QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(m_canvas.get(), &move);
    };
    moveTo({2, 3});
    QCOMPARE(m_canvas->hoveredPatch(), std::optional(QPoint(2, 3)));
    QCOMPARE(m_canvas->readOut(), u"row 3, column 2  ·  0.14  ·  rank 2 of 15"_s);
    moveTo({1, 1});
    QCOMPARE(m_canvas->readOut(), u"row 1, column 1  ·  out of this query's sight"_s);
    const MapValues coarse({0.1F, 0.2F, 0.3F, 0.4F}, {2, 2}, {4, 4}); // Swin's later stages
    QCOMPARE(coarse.readOut({1, 0}), u"row 0, column 1 of 2 × 2 places  ·  0.20  ·  rank 3 of 4"_s);
}

void CanvasTest::theReadOutStaysInANarrowCanvas()
{
    m_canvas->resize(150, 260);
    const QPointF at = centre({3, 2});
    QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &move);
    const QRectF box = m_canvas->readOutRectInView();
    QVERIFY(!box.isEmpty() && m_canvas->readOut().contains(u"rank"_s));
    QVERIFY(QRectF(m_canvas->rect()).contains(box));
    QVERIFY(box.height() > 40); // its words go on in a second line
}

void CanvasTest::assistiveToolsHearTheQuery()
{
    m_canvas->setQuery(CanvasQuery::patch({3, 2}));
    const auto* accessible = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(accessible);
    QCOMPARE(accessible->text(QAccessible::Name), u"Picture"_s);
    QCOMPARE(accessible->text(QAccessible::Value), u"row 2, column 3, attention 0.110, rank 5"_s);
}

PATCHLIGHT_WINDOW_TEST(CanvasTest)
#include "canvas_test.moc"
