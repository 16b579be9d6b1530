// tests/window/large_fonts_test.cpp: with fonts half as large again a small window still shows everything whole.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include "ui/view/export/export_dialog.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/window/file_icons.h"
#include "ui/view/window/guide.h"
#include <QFileDialog>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace patchlight
{

using namespace Qt::StringLiterals;

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
    void noMethodWidensItsPanel() { verifyNoMethodWidensItsPanel(); }
    void fileDialogsFitTheScreen()
    {
        const FileIcons icons;
        QFileDialog dialog(m_window.get());
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dress(dialog, icons);
        dialog.show();
        settle();
        const QSize room = dialog.screen()->availableSize() - QSize(0, kDialogTitleBar);
        QVERIFY(scaled(860) > room.width()); // what it wants
        QCOMPARE(dialog.size(), dialog.size().boundedTo(room));
    }
    void theGuideFitsTheScreen()
    {
        showGuide(m_window.get(), u"index"_s);
        const auto* guide = m_window->findChild<QDialog*>(u"guide"_s);
        const QSize room = guide->screen()->availableSize() - QSize(0, kDialogTitleBar);
        QVERIFY(scaled(720) > room.height()); // what it wants
        QCOMPARE(guide->size(), guide->size().boundedTo(room));
    }
    void theWindowMayBeAsLowAsTheScreen()
    {
        const QSize room(700, 440);
        m_window->fitInto(room);
        QCOMPARE(m_window->minimumSize(), m_window->minimumSize().boundedTo(room - QSize(0, 30)));
    }
    void inNarrowStripsNothingLiesOnAnotherNorUnderAMessage()
    {
        m_window->resize(960, 700);
        trigger(Command::Compare);
        trigger(Command::HidePatches);
        m_window->showError(u"No."_s);
        for (const int width : {250, 330, 480, 700}) {
            auto* canvas = child<QWidget>("canvas")->parentWidget()->parentWidget()->parentWidget();
            canvas->setMaximumWidth(width);
            settle();
            for (const auto& [strip, names] : std::initializer_list<std::pair<const char*, QStringList>>{
                     {"hideStrip", {u"brushSize"_s, u"hideWith"_s, u"hideClear"_s, u"hideDone"_s}},
                     {"compareStrip", {u"compareShow"_s, u"compareSwap"_s, u"compareHold"_s, u"likeness"_s}}}) {
                QVERIFY(!placeOf(child<QWidget>(strip)).intersects(placeOf(child<QWidget>("messageBar"))));
                for (qsizetype i = 0; i < names.size(); ++i)
                    for (qsizetype j = 0; j < i; ++j) {
                        const QRect one = placeOf(child<QWidget>(qPrintable(names[i]))), other = placeOf(child<QWidget>(qPrintable(names[j])));
                        QVERIFY2(!one.intersects(other), qPrintable(names[i] + u" "_s + names[j]));
                        QVERIFY2(placeOf(child<QWidget>(strip)).contains(one), qPrintable(names[i]));
                    }
            }
        }
    }
    void thePictureKeepsHalfOfTheWidthAndAPanelStands()
    {
        QVERIFY(child<QWidget>("canvas")->width() * 2 >= m_window->width());
        QVERIFY(child<QWidget>("leftPanel")->isVisible());
    }
    void aPanelAskedForLeavesThePictureItsRoom()
    {
        m_window->resize(1280, 720);
        trigger(Command::TestMap);
        settle();
        const auto* panel = child<QWidget>("headsPanel");
        QVERIFY(panel->isVisible());
        QVERIFY2(panel->height() <= m_window->height() * 3 / 10, qPrintable(QString::number(panel->height())));
        QVERIFY2(child<QWidget>("canvas")->height() * 3 >= m_window->height(), qPrintable(QString::number(child<QWidget>("canvas")->height())));
        const auto* lowest = child<QPushButton>("testWeights");
        QVERIFY(placeOf(panel).contains(placeOf(lowest)));
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

    void theExportDialogFitsASmallScreen()
    {
        trigger(Command::Compare);
        m_window->comparison().setShow(Comparison::Show::Difference); // a row more
        trigger(Command::LayerBack);
        trigger(Command::Export);
        auto* dialog = child<ExportDialog>("exportDialog");
        const QSize room(960, 600);
        auto* kinds = dialog->findChild<OptionList*>(u"exportKinds"_s);
        Q_EMIT kinds->chosen(static_cast<int>(ExportKind::Figure)); // of which most is asked
        dialog->fitInto(room);
        settle();
        QVERIFY2(dialog->width() <= room.width() && dialog->height() < room.height() - 30, qPrintable(u"%1 x %2"_s.arg(dialog->width()).arg(dialog->height())));
        for (const char* name : {"exportWhich", "exportKinds", "exportPreview", "exportSays", "exportFrame", "figureWidth", "figureBar", "exportSave"}) {
            const auto* part = dialog->findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(dialog->rect().contains(QRect(part->mapTo(dialog, QPoint()), part->size())), name);
        }
        kinds->setCurrent(static_cast<int>(exportKinds().size()) - 1);
        QVERIFY(kinds->viewport()->rect().contains(kinds->visualItemRect(kinds->currentItem())));
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
