// tests/window/canvas_test.cpp: the canvas shows what it is given and asks for what is clicked. Runs at 1× and 2×.
#include "support/window_test.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/colour_bar.h"
#include <QAnimationDriver>
#include <QObject>
#include <QSignalSpy>
#include <QWheelEvent>
#include <memory>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

const QRectF field(100, 0, 400, 400);

QPoint centre(const ImageCanvas& canvas, QPoint cell)
{
    return canvas.patchRectInView(cell).center().toPoint();
}

MapValues ramp()
{
    QVector<float> values(16);
    for (int i = 0; i < 16; ++i)
        values[i] = float(i) / 100;
    values[5] = float(qQNaN());
    return {values, {4, 4}};
}

/// Animations go by it, however busy the machine is.
class HandClock : public QAnimationDriver
{
public:
    ~HandClock() override { uninstall(); }
    void setTo(qint64 milliseconds)
    {
        m_now = milliseconds;
        advanceAnimation();
    }
    qint64 elapsed() const override { return m_now; }

private:
    qint64 m_now = 0;
};

/// Of the grabbed widget, at a point in device-independent pixels.
QColor pixel(const QImage& grab, QPointF at)
{
    const double ratio = grab.devicePixelRatio();
    return grab.pixelColor((at * ratio).toPoint());
}

}

class CanvasTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void escapeClearsTheQuery();
    void theReadOutTellsPlaceValueAndRank();
    void assistiveToolsHearTheQuery();
    void theRendererIsAskedForDevicePixels();
    void theRendererIsAskedOncePerView();
    void thePictureIsPaintedWhereItLies();
    void theMapIsPaintedOverThePicture();
    void anOldMapStepsBackButNotInTheFirstTenthOfASecond();
    void whatTheNetworkDidNotSeeIsDarker();
    void theQueryIsOutlinedInWhiteAndBlack();
    void aNewPictureForgetsTheOldMap();
    void aLargePictureShrinksWithoutSkippingPixels();

private:
    std::unique_ptr<ImageCanvas> m_canvas;
};

void CanvasTest::init()
{
    setReducedMotion(true);
    m_canvas = std::make_unique<ImageCanvas>();
    m_canvas->resize(900, 600);
    QImage picture(600, 400, QImage::Format_RGB32);
    picture.fill(QColor(200, 200, 200));
    m_canvas->setPicture(picture);
    m_canvas->setFieldOfView(field, {4, 4});
    m_canvas->setMapValues(ramp());
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

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
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, centre(*m_canvas, {2, 1}));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].toPoint(), QPoint(2, 1));
}

void CanvasTest::altClickAsksForTheInverse()
{
    QSignalSpy clicked(m_canvas.get(), &ImageCanvas::patchClicked);
    QSignalSpy inverse(m_canvas.get(), &ImageCanvas::inverseClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::AltModifier, centre(*m_canvas, {0, 3}));
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
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, centre(*m_canvas, {2, 2}));
    QTest::mouseMove(m_canvas.get(), centre(*m_canvas, {1, 1}));
    QTest::mouseMove(m_canvas.get(), centre(*m_canvas, {0, 1}));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, centre(*m_canvas, {0, 1}));
    QCOMPARE(region.size(), 1);
    QCOMPARE(region[0][0].toRect(), QRect(QPoint(0, 1), QPoint(2, 2)));
}

void CanvasTest::aDragMayLeaveTheField()
{
    QSignalSpy region(m_canvas.get(), &ImageCanvas::regionSelected);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, centre(*m_canvas, {2, 2}));
    QTest::mouseMove(m_canvas.get(), QPoint(899, 599));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, QPoint(899, 599));
    QCOMPARE(region.value(0).value(0).toRect(), QRect(QPoint(2, 2), QPoint(3, 3)));
}

void CanvasTest::whereNoQueryIsPossibleNothingIsAsked()
{
    m_canvas->setQueryPossible(false, u"Grad-CAM has no query"_s);
    QSignalSpy clicked(m_canvas.get(), &ImageCanvas::patchClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, centre(*m_canvas, {2, 1}));
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

void CanvasTest::escapeClearsTheQuery()
{
    QSignalSpy cleared(m_canvas.get(), &ImageCanvas::queryCleared);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(cleared.size(), 1);
}

void CanvasTest::theReadOutTellsPlaceValueAndRank()
{
    const auto moveTo = [this](QPoint cell) {
        const QPointF at = centre(*m_canvas, cell);
        QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(m_canvas.get(), &move);
    };
    moveTo({2, 3});
    QCOMPARE(m_canvas->hoveredPatch(), std::optional(QPoint(2, 3)));
    QCOMPARE(m_canvas->readOut(), u"row 3, column 2  ·  0.14  ·  rank 2 of 15"_s);
    moveTo({1, 1});
    QCOMPARE(m_canvas->readOut(), u"row 1, column 1  ·  out of this query's sight"_s);
}

void CanvasTest::assistiveToolsHearTheQuery()
{
    m_canvas->setQuery(CanvasQuery::patch({3, 2}));
    const auto* accessible = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(accessible);
    QCOMPARE(accessible->text(QAccessible::Name), u"Picture"_s);
    QCOMPARE(accessible->text(QAccessible::Value), u"row 2 of 4, column 3, attention 0.110, rank 5"_s);
}

void CanvasTest::theRendererIsAskedForDevicePixels()
{
    QRectF source;
    QSize pixels;
    m_canvas->setRenderer([&](const QRectF& s, const QSize& p) {
        source = s;
        pixels = p;
        return QImage();
    });
    m_canvas->grab();
    QCOMPARE(source, QRectF(0, 0, 600, 400));
    const double ratio = m_canvas->devicePixelRatioF();
    QVERIFY(qAbs(pixels.width() - m_canvas->pictureRectInView().width() * ratio) <= 1);
    QVERIFY(qAbs(pixels.height() - m_canvas->pictureRectInView().height() * ratio) <= 1);
    m_canvas->zoomBy(6);
    m_canvas->grab();
    QVERIFY(pixels.width() <= std::ceil(900 * ratio) && pixels.height() <= std::ceil(600 * ratio));
    QVERIFY(QRectF(0, 0, 600, 400).contains(source) && source.width() < 300);
}

void CanvasTest::theRendererIsAskedOncePerView()
{
    int calls = 0;
    const auto render = [&](const QRectF&, const QSize& p) {
        ++calls;
        QImage image(p, QImage::Format_RGB32);
        image.fill(Qt::red);
        return image;
    };
    m_canvas->setRenderer(render);
    for (int i = 0; i < 4; ++i)
        m_canvas->grab();
    m_canvas->setQuery(CanvasQuery::patch({0, 0}));
    m_canvas->grab();
    QCOMPARE(calls, 1);
    m_canvas->setRenderer(render);
    m_canvas->grab();
    QCOMPARE(calls, 2);
}

void CanvasTest::thePictureIsPaintedWhereItLies()
{
    const QImage grab = m_canvas->grab().toImage();
    const QRectF picture = m_canvas->pictureRectInView();
    QCOMPARE(pixel(grab, picture.center()), QColor(200, 200, 200));
    QCOMPARE(pixel(grab, picture.center() - QPointF(0, picture.height() / 2 + 4)), Theme::current().canvas);
}

void CanvasTest::theMapIsPaintedOverThePicture()
{
    m_canvas->setRenderer([](const QRectF&, const QSize& pixels) {
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(255, 0, 0, 128));
        return image;
    });
    const QColor mixed = pixel(m_canvas->grab().toImage(), centre(*m_canvas, {0, 0}));
    QVERIFY2(mixed.red() > 220 && mixed.green() > 90 && mixed.green() < 110, qPrintable(mixed.name()));
    m_canvas->setOverlayVisible(false);
    QCOMPARE(pixel(m_canvas->grab().toImage(), centre(*m_canvas, {0, 0})), QColor(200, 200, 200));
}

void CanvasTest::anOldMapStepsBackButNotInTheFirstTenthOfASecond()
{
    m_canvas->setRenderer([](const QRectF&, const QSize& pixels) {
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(255, 0, 0));
        return image;
    });
    const auto green = [this] { return pixel(m_canvas->grab().toImage(), centre(*m_canvas, {0, 0})).green(); };
    QCOMPARE(green(), 0);
    HandClock clock;
    clock.install();
    m_canvas->setRunning(true);
    QTRY_VERIFY(clock.isRunning()); // animations begin with the next turn
    clock.setTo(90);
    QCOMPARE(green(), 0);
    clock.setTo(400);
    QVERIFY(green() > 60); // the picture comes through
    m_canvas->setRunning(false);
    QCOMPARE(green(), 0);
}

void CanvasTest::whatTheNetworkDidNotSeeIsDarker()
{
    m_canvas->setDimOutside(true);
    m_canvas->setRenderer([](const QRectF&, const QSize&) { return QImage(); });
    const QImage grab = m_canvas->grab().toImage();
    const QPointF outside = m_canvas->pictureRectInView().topLeft() + QPointF(20, 100);
    QVERIFY(pixel(grab, outside).lightness() < 110);
    QCOMPARE(pixel(grab, centre(*m_canvas, {1, 1})), QColor(200, 200, 200));
}

void CanvasTest::theQueryIsOutlinedInWhiteAndBlack()
{
    m_canvas->setQuery(CanvasQuery::patch({1, 2}));
    const QImage grab = m_canvas->grab().toImage();
    const QRectF patch = m_canvas->patchRectInView({1, 2});
    int white = 0;
    int black = 0;
    for (double x = -4; x <= 4; x += 0.5) {
        const QColor colour = pixel(grab, QPointF(patch.left() + x, patch.center().y()));
        white += colour.lightness() > 240;
        black += colour.lightness() < 100;
    }
    QVERIFY(white > 0);
    QVERIFY(black > 0);
}

void CanvasTest::aNewPictureForgetsTheOldMap()
{
    bool asked = false;
    m_canvas->setRenderer([&](const QRectF&, const QSize&) {
        asked = true;
        return QImage();
    });
    m_canvas->setQuery(CanvasQuery::patch({1, 1}));
    QImage other(10, 300, QImage::Format_RGB32);
    other.fill(Qt::blue);
    m_canvas->setPicture(other);
    m_canvas->grab();
    QVERIFY(!asked);
    QVERIFY(!m_canvas->patchAt(QPointF(450, 300)));
    QCOMPARE(m_canvas->spokenValue(), u"no patch chosen"_s);
}

void CanvasTest::aLargePictureShrinksWithoutSkippingPixels()
{
    // Columns of black and white one pixel wide: shrunk 8 times they must be grey, not stripes.
    QImage stripes(4800, 3200, QImage::Format_RGB32);
    for (int y = 0; y < stripes.height(); ++y)
        for (int x = 0; x < stripes.width(); ++x)
            stripes.setPixel(x, y, x % 2 ? 0xffffffff : 0xff000000);
    m_canvas->setPicture(stripes);
    const QImage grab = m_canvas->grab().toImage();
    const QPointF middle = m_canvas->pictureRectInView().center();
    for (int x = -20; x < 20; ++x)
        QVERIFY(qAbs(pixel(grab, middle + QPointF(x, 0)).lightness() - 127) < 24);
}

PATCHLIGHT_WINDOW_TEST(CanvasTest)
#include "canvas_test.moc"
