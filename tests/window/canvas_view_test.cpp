// tests/window/canvas_view_test.cpp: zoom, pan and fit keep their promises.
#include "support/window_test.h"
#include "ui/view/canvas/canvas_view.h"
#include <QObject>

using namespace patchlight;

namespace
{

CanvasView viewOf(QSizeF picture, QSizeF viewport)
{
    CanvasView view;
    view.setPicture(picture);
    view.setViewport(viewport, 16, 36, 90, 28);
    return view;
}

bool near(QPointF a, QPointF b)
{
    return (a - b).manhattanLength() < 1e-6;
}

}

class CanvasViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFittedPictureStaysInsideTheMargins_data();
    void aFittedPictureStaysInsideTheMargins();
    void theSpacesInvertEachOther();
    void zoomKeepsThePointUnderTheCursor();
    void zoomStopsAtItsLimits();
    void thePictureCannotBeLost();
    void resizingKeepsAFittedPictureFitted();
    void resizingKeepsTheMiddleOfAZoomedPicture();
    void revealMovesOnlyAsFarAsNeeded();
};

void CanvasViewTest::aFittedPictureStaysInsideTheMargins_data()
{
    QTest::addColumn<QSizeF>("picture");
    QTest::newRow("square") << QSizeF(224, 224);
    QTest::newRow("large") << QSizeF(6000, 4000);
    QTest::newRow("panorama") << QSizeF(1000, 20);
    QTest::newRow("column") << QSizeF(20, 1000);
    QTest::newRow("one pixel") << QSizeF(1, 1);
}

void CanvasViewTest::aFittedPictureStaysInsideTheMargins()
{
    QFETCH(QSizeF, picture);
    const QRectF shown = viewOf(picture, {900, 600}).pictureInView();
    QVERIFY(QRectF(16, 36, 900 - 106, 600 - 64).adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(shown));
    QVERIFY(qAbs(shown.width() / shown.height() - picture.width() / picture.height()) < 1e-6);
}

void CanvasViewTest::theSpacesInvertEachOther()
{
    auto view = viewOf({640, 480}, {900, 600});
    view.zoomTo(3.7, {400, 300});
    for (const QPointF point : {QPointF(0, 0), QPointF(12.5, 470), QPointF(640, 480)})
        QVERIFY(near(view.toPicture(view.toView(point)), point));
}

void CanvasViewTest::zoomKeepsThePointUnderTheCursor()
{
    auto view = viewOf({640, 480}, {900, 600});
    const QPointF cursor(310, 222);
    const QPointF before = view.toPicture(cursor);
    for (const double factor : {1.25, 1.25, 2.0, 0.7}) {
        view.zoomTo(view.zoom() * factor, cursor);
        QVERIFY(near(view.toPicture(cursor), before));
    }
    QVERIFY(!view.fitted());
}

void CanvasViewTest::zoomStopsAtItsLimits()
{
    auto view = viewOf({640, 480}, {900, 600});
    view.zoomTo(1e9, {0, 0});
    QCOMPARE(view.zoom(), view.maximumZoom());
    view.zoomTo(1e-9, {0, 0});
    QCOMPARE(view.zoom(), view.minimumZoom());
}

void CanvasViewTest::thePictureCannotBeLost()
{
    auto view = viewOf({640, 480}, {900, 600});
    for (const QPointF far : {QPointF(1e6, 1e6), QPointF(-1e6, -1e6)}) {
        view.pan(far);
        QVERIFY((view.pictureInView() & QRectF(0, 0, 900, 600)).width() >= 40);
        QVERIFY((view.pictureInView() & QRectF(0, 0, 900, 600)).height() >= 40);
    }
}

void CanvasViewTest::resizingKeepsAFittedPictureFitted()
{
    auto view = viewOf({640, 480}, {900, 600});
    view.setViewport({1400, 900}, 16, 36, 90, 28);
    QVERIFY(view.fitted());
    QCOMPARE(view.zoom(), view.fitZoom());
}

void CanvasViewTest::resizingKeepsTheMiddleOfAZoomedPicture()
{
    auto view = viewOf({640, 480}, {900, 600});
    view.zoomTo(4, {450, 300});
    const QPointF middle = view.toPicture(QPointF(450, 300));
    view.setViewport({1100, 800}, 16, 36, 90, 28);
    QVERIFY(near(view.toPicture(QPointF(550, 400)), middle));
    QCOMPARE(view.zoom(), 4.0);
}

void CanvasViewTest::revealMovesOnlyAsFarAsNeeded()
{
    auto view = viewOf({640, 480}, {900, 600});
    view.zoomTo(8, {450, 300});
    const QRectF patch(0, 0, 16, 16);
    view.reveal(patch);
    QVERIFY(QRectF(0, 0, 900, 600).contains(view.toView(patch)));
    const auto before = view.toView(QPointF());
    view.reveal(patch);
    QCOMPARE(view.toView(QPointF()), before);
}

PATCHLIGHT_WINDOW_TEST(CanvasViewTest)
#include "canvas_view_test.moc"
