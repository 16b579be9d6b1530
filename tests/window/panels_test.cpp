// tests/window/panels_test.cpp: who gets the room of a window, and who gives way.
#include "tests/window/support/window_fixture.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/window/panel_room.h"
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
namespace patchlight
{

using namespace Qt::StringLiterals;

class PanelsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void thePictureKeepsHalfOfTheWindow_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(960, 600), QSize(1280, 720), QSize(1440, 900), QSize(2560, 1440)})
            QTest::newRow(qPrintable(u"%1x%2"_s.arg(size.width()).arg(size.height()))) << size;
    }
    void thePictureKeepsHalfOfTheWindow()
    {
        QFETCH(const QSize, size);
        openPicture();
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        settle();
        const auto* canvas = child<ImageCanvas>("canvas");
        QVERIFY2(canvas->width() * 2 >= size.width(), qPrintable(QString::number(canvas->width())));
        QVERIFY2(canvas->height() * 2 >= size.height(), qPrintable(QString::number(canvas->height())));
        QVERIFY(canvas->colourBar()->isVisible());
    }
    void thePictureAloneHasItsMapCaptionAndBarAndEscapeLeavesIt()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        m_session->selection().setQuery(Query::patch({1, 1}));
        trigger(Command::FullScreen);
        for (const char* name : {"topBar", "leftPanel", "rightPanel", "headsPanel", "statusStrip", "layerScrubber"})
            QVERIFY2(!child<QWidget>(name)->isVisible(), name);
        QVERIFY(canvas->isVisible());
        QVERIFY(canvas->colourBar()->isVisible());
        QTest::keyClick(canvas, Qt::Key_Escape);
        QVERIFY(!m_window->presenting());
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 1})); // only the innermost thing went
        for (const char* name : {"topBar", "leftPanel", "rightPanel", "headsPanel", "statusStrip", "layerScrubber"})
            QVERIFY2(child<QWidget>(name)->isVisible(), name);
        QTest::keyClick(canvas, Qt::Key_Escape);
        QCOMPARE(m_session->selection().map().query, Query{});
    }
    void panelsAreScrolledAsTheyWereWhenThePictureWasAlone()
    {
        openPicture();
        m_window->resize(1280, 720);
        settle();
        auto* bar = child<QScrollArea>("rightPanel")->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        const int place = bar->value();
        trigger(Command::FullScreen);
        settle();
        trigger(Command::FullScreen);
        QTRY_COMPARE(bar->value(), place);
    }
    void panelsGiveWayInOrder()
    {
        const PanelNeeds needs{{220, 264}, {240, 288}, 130, 128};
        const PanelRoom wide = roomFor({1440, 900}, needs);
        QCOMPARE(wide.left, 264);
        QCOMPARE(wide.right, 288);
        QVERIFY(wide.heads);
        const PanelRoom narrow = roomFor({960, 600}, needs);
        QCOMPARE(narrow.left + narrow.right, 480);
        QVERIFY(narrow.left >= 220 && narrow.right >= 240);
        const PanelRoom one = roomFor({800, 480}, needs);
        QVERIFY(one.left > 0);
        QCOMPARE(one.right, 0);
        QVERIFY(!one.heads);
        QCOMPARE(roomFor({400, 480}, needs).left, 0);
    }
    void aPanelThatHasNoRoomComesWhenItIsAskedForAndStaysChosenWhenThereIsRoomAgain()
    {
        openPicture();
        m_window->resize(760, 480);
        settle();
        QVERIFY(!child<QWidget>("headsPanel")->isVisible());
        trigger(Command::HeadsPanel);
        QVERIFY(child<QWidget>("headsPanel")->isVisible());
        trigger(Command::HeadsPanel);
        QVERIFY(!child<QWidget>("headsPanel")->isVisible());
        trigger(Command::HeadsPanel);
        m_window->resize(1440, 900);
        settle();
        QVERIFY(child<QWidget>("headsPanel")->isVisible());
        QVERIFY(child<QWidget>("rightPanel")->isVisible());
    }
    void aTestAskedForIsSeenEvenWhereTheHeadsHaveNoRoom()
    {
        openPicture();
        m_window->resize(760, 480);
        settle();
        trigger(Command::TestMap);
        QVERIFY(child<QWidget>("faithfulnessPage")->isVisible());
    }
    void aSidePanelIsDraggedWiderAndStaysSo()
    {
        openPicture();
        auto* edge = child<QWidget>("leftEdge");
        const int before = child<QWidget>("leftPanel")->width();
        const QPoint at = edge->rect().center();
        QTest::mousePress(edge, Qt::LeftButton, {}, at);
        QTest::mouseMove(edge, at + QPoint(60, 0));
        QTest::mouseRelease(edge, Qt::LeftButton, {}, at + QPoint(60, 0));
        QVERIFY(child<QWidget>("leftPanel")->isVisible()); // a drag is no click
        QCOMPARE(child<QWidget>("leftPanel")->width(), before + 60);
        MainWindow again(m_session.get(), m_settings.get(), &m_dialogs);
        again.resize(m_window->size());
        QCOMPARE(again.findChild<QWidget*>(u"leftPanel"_s)->width(), before + 60);
    }
    void whereTwoMapsStandSideBySideTheBarsStandBesideThePictures()
    {
        openPicture();
        m_window->resize(1280, 720);
        QTRY_COMPARE(m_window->width(), 1280);
        trigger(Command::Compare);
        settle();
        for (const char* name : {"canvas", "canvasBeside"}) {
            const auto* canvas = child<ImageCanvas>(name);
            QVERIFY2(!canvas->pictureRectInView().intersects(canvas->colourBar()->geometry()), name);
        }
        for (const int width : {1280, 1281}) {
            m_window->resize(width, 720);
            QTRY_COMPARE(m_window->width(), width);
            settle();
            QCOMPARE(child<ImageCanvas>("canvasBeside")->width(), child<ImageCanvas>("canvas")->width());
        }
    }
    void theModelsNameHasRoomInANarrowWindow()
    {
        openPicture();
        m_window->resize(960, 600);
        QTRY_COMPARE(m_window->width(), 960);
        settle();
        const auto* model = child<ValueCombo>("modelBox");
        QVERIFY2(model->width() >= model->widthWithoutHint(), qPrintable(QString::number(model->width())));
        QCOMPARE(child<QPushButton>("openPictureButton")->text(), u"Open…"_s);
        m_window->resize(1600, 900);
        QTRY_COMPARE(child<QPushButton>("openPictureButton")->text(), u"Open picture…"_s);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::PanelsTest)
#include "panels_test.moc"
