// tests/window/large_fonts_test.cpp: with fonts half as large again a small window still shows everything whole.
#include "tests/window/support/window_fixture.h"
#include <QScrollArea>

namespace patchlight
{

class LargeFontsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFont font = QApplication::font(); // what the desktop wants: taken at the first theme
        font.setPixelSize(20);
        QApplication::setFont(font);
    }
    void panelsStandBesideTheCanvasAndTheirContentsFitThem()
    {
        for (const char* name : {"leftPanel", "rightPanel"}) {
            const auto* panel = child<QScrollArea>(name);
            if (!panel->isVisible())
                continue; // it gave its room to the picture
            QVERIFY2(panel->widget()->width() <= panel->viewport()->width(), name);
            QVERIFY2(m_window->rect().contains(placeOf(panel)), name);
            QVERIFY2(!placeOf(panel).intersects(placeOf(child<QWidget>("canvas"))), name);
        }
    }
    void thePictureKeepsHalfOfTheWidthAndAPanelStands()
    {
        QVERIFY(child<QWidget>("canvas")->width() * 2 >= m_window->width());
        QVERIFY(child<QWidget>("leftPanel")->isVisible());
    }
    void theTopBarsPartsStandSideBySide()
    {
        int end = 0;
        for (const char* name : {"openPictureButton", "modelBox", "deviceBox", "hideButton", "compareButton",
                 "themeButton", "exportButton"}) {
            const QRect place = placeOf(child<QWidget>(name));
            QVERIFY2(place.left() > end, name);
            end = place.right();
        }
        QVERIFY(end < m_window->width());
    }

private:
    void prepare() override
    {
        openPicture();
        m_window->resize(960, 600);
        settle();
        QVERIFY(fontScale() > 1.3);
        QCOMPARE(m_window->size(), QSize(960, 600));
    }
    QRect placeOf(const QWidget* widget) const { return {widget->mapTo(m_window.get(), QPoint()), widget->size()}; }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::LargeFontsTest)
#include "large_fonts_test.moc"
