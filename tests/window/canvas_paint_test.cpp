// tests/window/canvas_paint_test.cpp: the canvas shows what it is given, where it lies, at the density of the screen.
// Runs at 1× and 2×.
#include "tests/window/support/canvas_fixture.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include <QAnimationDriver>
#include <cmath>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

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

class CanvasPaintTest : public CanvasFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theRendererIsAskedForDevicePixels();
    void theRendererIsAskedOncePerView();
    void thePictureIsPaintedWhereItLies();
    void theMapIsPaintedOverThePicture();
    void anOldMapStepsBackButNotInTheFirstTenthOfASecond();
    void whatTheNetworkDidNotSeeIsDarker();
    void theQueryIsOutlinedInWhiteAndBlack();
    void aNewPictureForgetsTheOldMap();
    void aLargePictureShrinksWithoutSkippingPixels();
    void theColourBarBeginsBelowTheCaption();
    void thePictureBeginsBelowAllLinesOfTheCaption();
};

void CanvasPaintTest::thePictureBeginsBelowAllLinesOfTheCaption()
{
    m_canvas->setCaption(u"a.png"_s, u"Attention · layer 4 · head 1 · row 13, column 7 · 5 patches hidden"_s);
    for (const int width : {900, 400, 260}) {
        m_canvas->resize(width, 500);
        QVERIFY2(m_canvas->captionHeight() > scaled(36) || width == 900, qPrintable(QString::number(width)));
        QVERIFY2(m_canvas->pictureRectInView().top() >= m_canvas->captionHeight() - 1, qPrintable(QString::number(width)));
    }
    m_canvas->setCaptionRoom(150);
    QVERIFY(m_canvas->pictureRectInView().top() >= 149);
}

void CanvasPaintTest::theColourBarBeginsBelowTheCaption()
{
    m_canvas->setRenderer([](const QRectF&, const QSize& size) { return QImage(size, QImage::Format_ARGB32); });
    m_canvas->setCaption(u"a.png"_s, u"Attention"_s);
    for (const int height : {600, 220, 170}) {
        m_canvas->resize(400, height);
        QVERIFY2(m_canvas->colourBar()->y() >= scaled(36), qPrintable(QString::number(height)));
        QVERIFY2(m_canvas->colourBar()->geometry().bottom() < height, qPrintable(QString::number(height)));
    }
}

void CanvasPaintTest::theRendererIsAskedForDevicePixels()
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

void CanvasPaintTest::theRendererIsAskedOncePerView()
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

void CanvasPaintTest::thePictureIsPaintedWhereItLies()
{
    const QImage grab = m_canvas->grab().toImage();
    const QRectF picture = m_canvas->pictureRectInView();
    QCOMPARE(pixel(grab, picture.center()), QColor(200, 200, 200));
    QCOMPARE(pixel(grab, picture.center() - QPointF(0, picture.height() / 2 + 4)), Theme::current().canvas);
}

void CanvasPaintTest::theMapIsPaintedOverThePicture()
{
    m_canvas->setRenderer([](const QRectF&, const QSize& pixels) {
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(255, 0, 0, 128));
        return image;
    });
    const QColor mixed = pixel(m_canvas->grab().toImage(), centre({0, 0}));
    QVERIFY2(mixed.red() > 220 && mixed.green() > 90 && mixed.green() < 110, qPrintable(mixed.name()));
    m_canvas->setOverlayVisible(false);
    QCOMPARE(pixel(m_canvas->grab().toImage(), centre({0, 0})), QColor(200, 200, 200));
}

void CanvasPaintTest::anOldMapStepsBackButNotInTheFirstTenthOfASecond()
{
    m_canvas->setRenderer([](const QRectF&, const QSize& pixels) {
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(255, 0, 0));
        return image;
    });
    const auto green = [this] { return pixel(m_canvas->grab().toImage(), centre({0, 0})).green(); };
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

void CanvasPaintTest::whatTheNetworkDidNotSeeIsDarker()
{
    m_canvas->setDimOutside(true);
    m_canvas->setRenderer([](const QRectF&, const QSize&) { return QImage(); });
    const QImage grab = m_canvas->grab().toImage();
    const QPointF outside = m_canvas->pictureRectInView().topLeft() + QPointF(20, 100);
    QVERIFY(pixel(grab, outside).lightness() < 110);
    QCOMPARE(pixel(grab, centre({1, 1})), QColor(200, 200, 200));
}

void CanvasPaintTest::theQueryIsOutlinedInWhiteAndBlack()
{
    m_canvas->setQuery(CanvasQuery::patch({1, 2}));
    for (const bool hiding : {false, true}) { // under the brush it is quieter
        m_canvas->setBrush(hiding);
        const QImage grab = m_canvas->grab().toImage();
        const QRectF patch = m_canvas->patchRectInView({1, 2});
        int white = 0;
        int black = 0;
        for (double x = -4; x <= 4; x += 0.5) {
            const QColor colour = pixel(grab, QPointF(patch.left() + x, patch.center().y()));
            white += colour.lightness() > (hiding ? 180 : 240);
            black += colour.lightness() < (hiding ? 140 : 100);
        }
        QVERIFY(white > 0);
        QVERIFY(black > 0);
    }
}

void CanvasPaintTest::aNewPictureForgetsTheOldMap()
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

void CanvasPaintTest::aLargePictureShrinksWithoutSkippingPixels()
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

PATCHLIGHT_WINDOW_TEST(CanvasPaintTest)
#include "canvas_paint_test.moc"
