// tests/window/stumbles_test.cpp: what people did in the window and did not get.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/error_sentences.h"
#include "ui/adapter/files.h"
#include "ui/adapter/texts.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/widgets/controls/sample_button.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/key_hints.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/window/file_icons.h"
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

namespace patchlight
{

using namespace Qt::StringLiterals;

class StumblesTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void passingThroughTheMethodsWithTabChoosesNone()
    {
        openPicture();
        const Method before = m_session->selection().map().method;
        child<QWidget>("moreMethodList")->setFocus(Qt::TabFocusReason);
        settle();
        QCOMPARE(m_session->selection().map().method, before);
        QTest::keyClick(child<QWidget>("moreMethodList"), Qt::Key_Space);
        QVERIFY(m_session->selection().map().method != before);
    }
    void noMethodWidensItsPanelAndEachHasItsHeading()
    {
        m_window->resize(1440, 900);
        openPicture();
        verifyNoMethodWidensItsPanel();
    }
    void tabGoesInsideThoughAMethodWasClicked()
    {
        openPicture();
        m_window->activateWindow();
        auto* list = child<QListWidget>("methodList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), Qt::Key_Tab);
        QVERIFY(m_window->insideShown());
    }
    void theKeysStayThePicturesAfterAClickOnAMethod()
    {
        openPicture();
        m_window->activateWindow();
        child<QWidget>("canvas")->setFocus();
        auto* list = child<QListWidget>("methodList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
        QCOMPARE(m_session->selection().map().method, Method::Rollout);
        QCOMPARE(m_window->focusWidget(), child<QWidget>("canvas"));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
        QVERIFY(!m_session->selection().look().overlay);
    }
    void returnChoosesFromAListThatDropsDown()
    {
        openPicture();
        m_window->activateWindow();
        auto* list = child<QComboBox>("queryBox");
        QTest::mouseClick(list, Qt::LeftButton);
        QTRY_VERIFY(QApplication::activePopupWidget());
        const int before = list->currentIndex();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(list->currentIndex() != before);
    }
    void theReadOutGoesWithTheMouseThoughAMenuWasOpen()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        QTest::mouseMove(canvas, canvas->patchRectInView({1, 2}).center().toPoint());
        QVERIFY(canvas->hoveredPatch());
        QEnterEvent enter{QPointF(), QPointF(), QPointF()}; // no Leave comes before it
        QApplication::sendEvent(child<QWidget>("methodList"), &enter);
        QVERIFY(!canvas->hoveredPatch());
    }
    void fileDialogsCutNoNames()
    {
        const FileIcons icons;
        QFileDialog dialog(m_window.get());
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dress(dialog, icons);
        auto* files = dialog.findChild<QTreeView*>(u"treeView"_s);
        QVERIFY(files && files->isColumnHidden(2));
        QCOMPARE(files->header()->sectionResizeMode(0), QHeaderView::Stretch);
        QCOMPARE(files->header()->sectionResizeMode(3), QHeaderView::ResizeToContents);
        QVERIFY(dialog.testOption(QFileDialog::HideNameFilterDetails));
        dialog.show();
        const auto* places = dialog.findChild<QListView*>(u"sidebar"_s);
        QVERIFY(places && places->viewport()->width() >= scaled(150));
    }
    void whatAFileDialogCompletesIsOnAGround()
    {
        const FileIcons icons;
        QFileDialog dialog(m_window.get());
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dress(dialog, icons);
        auto* popup = dialog.findChild<QLineEdit*>(u"fileNameEdit"_s)->completer()->popup();
        popup->resize(80, 80);
        popup->ensurePolished();
        QImage seen(80, 80, QImage::Format_ARGB32);
        seen.fill(Qt::magenta);
        popup->render(&seen);
        QCOMPARE(seen.pixelColor(40, 40), Theme::current().panel);
    }
    void fileDialogsOpenNoFileToShowIt()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"nameless"_s);
        QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(file, "PNG"));
        const FileIcons icons;
        QFileDialog dialog(m_window.get());
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dress(dialog, icons);
        QCOMPARE(dialog.iconProvider()->type(QFileInfo(file)), QString()); // inside it says PNG
        QVERIFY(!dialog.iconProvider()->icon(QFileInfo(file)).isNull());
        QVERIFY(!dialog.iconProvider()->icon(QFileInfo(folder.path())).isNull());
    }
    void aLongSampleNameTakesTwoLines()
    {
        SampleButton brief(u"lemon"_s, QImage(8, 8, QImage::Format_RGB32)), lengthy(u"suspension bridge"_s, QImage(8, 8, QImage::Format_RGB32));
        brief.setSide(64);
        lengthy.setSide(64);
        QVERIFY(lengthy.sizeHint().height() > brief.sizeHint().height());
    }
    void howAPictureWasReadIsSaidOnceAndStaysAtTheFoot()
    {
        m_control->setNotes({"it is partly transparent; transparency is left out, and the colours that it hid are seen"});
        openPicture();
        auto* bar = child<MessageBar>("messageBar");
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(u"a.png: it is partly transparent"_s), qPrintable(bar->text()));
        QVERIFY(child<QLabel>("statusFacts")->toolTip().contains(u"transparent"_s));
        openPicture(u"/pictures/b.png"_s);
        QVERIFY(!bar->isVisible());
        QVERIFY(child<QLabel>("statusFacts")->text().contains(u"ⓘ"_s));
        m_control->setNotes({});
        openPicture();
        QVERIFY(!child<QLabel>("statusFacts")->text().contains(u"ⓘ"_s));
    }
    void aWindowThatIsHiddenDoesNotTurnToTheOtherWay()
    {
        openPicture();
        child<QWidget>("canvas")->setFocus();
        m_window->hide(); // Qt looks for another control then, as with Tab
        QVERIFY(!m_window->insideShown());
        m_window->show();
        child<QWidget>("canvas")->setFocus();
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Tab);
        QVERIFY(m_window->insideShown());
    }
    void lowValuesLetThePhotographThroughUnlessOneChoosesOtherwise()
    {
        openPicture();
        QCOMPARE(m_session->look().cover, Cover::Value);
        auto* clear = child<Switch>("clearSwitch");
        QVERIFY(clear->isChecked());
        clear->setChecked(false);
        QCOMPARE(m_session->look().cover, Cover::Even);
        QCOMPARE(m_settings->look().look.cover, Cover::Even);
    }
    void aFocusedButtonHasOneRing()
    {
        openPicture();
        m_window->activateWindow();
        auto* button = child<QPushButton>("compareButton");
        child<QWidget>("canvas")->setFocus();
        button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(button->hasFocus());
        const QImage image = button->grab().toImage();
        int rings = 0;
        bool within = false;
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, image.height() / 2);
            const QColor accent = Theme::current().accent;
            const bool on = std::abs(colour.red() - accent.red()) + std::abs(colour.green() - accent.green())
                    + std::abs(colour.blue() - accent.blue()) < 60;
            rings += on && !within ? 1 : 0;
            within = on;
        }
        QCOMPARE(rings, 2); // its left and its right side
    }
    void aModelThatIsNotThereSendsNobodyToTheCommandLine()
    {
        const QString said = errorText({ErrorCode::NotFound, "x: no such file; patchlight-cli models lists what else there is"});
        QVERIFY2(!said.contains(u"patchlight-cli"_s), qPrintable(said));
    }
    void theKeysCardScrollsInALowWindow()
    {
        m_window->resize(760, 480);
        settle();
        trigger(Command::Help);
        auto* card = child<ShortcutOverlay>("shortcutOverlay");
        const QImage before = card->grab().toImage();
        QTest::keyClick(card, Qt::Key_Down);
        QVERIFY(card->isVisible());
        QVERIFY(card->grab().toImage() != before);
        QVERIFY(QRectF(card->rect()).contains(card->card()));
        QTest::keyClick(card, Qt::Key_Escape);
        QVERIFY(!card->isVisible());
    }
    void shiftClickAsksWhoLooksHereAsAltClickDoes()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        QTest::mouseClick(canvas, Qt::LeftButton, Qt::ShiftModifier, canvas->patchRectInView({2, 1}).center().toPoint());
        Query query = Query::patch({1, 2});
        query.inverse = true;
        QCOMPARE(m_session->selection().map().query, query);
    }
    void aRightClickOffersTheQueries()
    {
        openPicture();
        auto* menu = menuAt({2, 1});
        QVERIFY(menu);
        menu->findChild<QAction*>(u"menuInverse"_s)->trigger();
        QVERIFY(m_session->selection().map().query.inverse);
        menu->close();
        menuAt({0, 0})->findChild<QAction*>(u"menuQuery"_s)->trigger();
        QCOMPARE(m_session->selection().map().query, Query::patch({0, 0}));
    }
    void theQueryListOffersPatchRegionAndWhoLooksThere()
    {
        openPicture();
        auto* list = child<QComboBox>("queryBox");
        choose(list, list->count() - 2);
        QCOMPARE(m_session->selection().map().query.cells.size(), std::size_t{9});
        choose(list, list->count() - 1);
        QVERIFY(m_session->selection().map().query.inverse);
        choose(list, list->count() - 3);
        QVERIFY(!m_session->selection().map().query.inverse);
        QCOMPARE(m_session->selection().map().query.cells.size(), std::size_t{1});
        choose(list, 0);
        QCOMPARE(m_session->selection().map().query, Query{});
    }
    void theCanvasSaysHowToAskUntilSomebodyDid()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        QVERIFY(!canvas->hint().isEmpty());
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->patchRectInView({2, 1}).center().toPoint());
        QVERIFY(canvas->hint().isEmpty());
        MainWindow again(m_session.get(), m_settings.get(), &m_dialogs);
        QVERIFY(again.findChild<ImageCanvas*>(u"canvas"_s)->hint().isEmpty());
    }
    void overAPatchTheStatusLineNamesTheMouse()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        QTest::mouseMove(canvas, canvas->patchRectInView({2, 1}).center().toPoint());
        QTRY_VERIFY(child<QWidget>("keyHints")->accessibleDescription().contains(u"who looks here"_s));
    }
    void theKeysAtTheFootAreAWayToAllOfThem()
    {
        QTest::mouseClick(child<QWidget>("keyHints"), Qt::LeftButton);
        QVERIFY(child<QWidget>("shortcutOverlay")->isVisible());
    }
    void aStrokeThatBeginsBesideThePictureHidesAndDoesNotMoveIt()
    {
        openPicture();
        trigger(Command::HidePatches);
        settle();
        auto* canvas = child<ImageCanvas>("canvas");
        const QRectF before = canvas->pictureRectInView();
        const QPoint inside = canvas->patchRectInView({0, 1}).center().toPoint();
        QTest::mousePress(canvas, Qt::LeftButton, {}, {int(before.left()) - 8, inside.y()});
        QTest::mouseMove(canvas, {int(before.left()) - 20, inside.y()});
        QTest::mouseMove(canvas, inside);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, inside);
        QCOMPARE(canvas->pictureRectInView(), before);
        QCOMPARE(m_session->interventions().hidden, (std::vector<Cell>{{1, 0}}));
    }
    void aWiderBrushHidesThreePatchesAcross()
    {
        openPicture();
        trigger(Command::HidePatches);
        settle();
        auto* canvas = child<ImageCanvas>("canvas");
        canvas->setBrushRadius(1);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->patchRectInView({1, 1}).center().toPoint());
        QCOMPARE(m_session->interventions().hidden.size(), std::size_t{9});
    }
    void whatWasExportedIsNotTheNextPicture()
    {
        const QTemporaryDir folder;
        for (const char* name : {"cat.jpg", "cat-relevancy.png", "cat-grad-cam-2.png", "cat-deletion-chart.png", "dog.png", "flow-chart.png", "a-rollout.png"})
            QVERIFY(QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly));
        QCOMPARE(picturesIn(folder.path()), (QStringList{u"a-rollout.png"_s, u"cat.jpg"_s, u"dog.png"_s, u"flow-chart.png"_s}));
        QVERIFY(picturesIn(folder.path(), u"cat-relevancy.png"_s).contains(u"cat-relevancy.png"_s));
    }
    void recentPicturesAreOfferedWhereOneLooksForThem()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"first.png"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        m_settings->addRecentPicture(file);
        auto* button = child<QPushButton>("recentPicture0");
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), u"first.png"_s);
        QVERIFY(child<QToolButton>("recentButton")->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(m_session->analysis());
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), u"first.png"_s);
    }
    void theFirstPageSaysWhichModelASampleOpensWith()
    {
        QVERIFY(child<QLabel>("emptySamplesTitle")->text().contains(u"default model"_s));
        m_session->openModel(u"/models/other.safetensors"_s);
        QTRY_VERIFY(m_session->model());
        QVERIFY(child<QLabel>("emptySamplesTitle")->text().contains(modelTitle(*m_session->model())));
        QVERIFY(child<QLabel>("emptyModelsTitle")->text().contains(u"another"_s));
    }
    void walkingThroughAFolderFillsNoList()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 3; ++i)
            QVERIFY(QFile(folder.filePath(u"%1.png"_s.arg(i))).open(QIODevice::WriteOnly));
        openPicture(folder.filePath(u"0.png"_s));
        m_control->close();
        m_session->openNeighbour(1);
        QCOMPARE(child<QLabel>("folderPlace")->text(), u"2 of 3"_s); // where it is heading
        m_control->open();
        QTRY_COMPARE(m_session->folder().index(), 1);
        QCOMPARE(m_settings->recentPictures().size(), qsizetype{1});
    }
    void aChartGivesItsNumbersAway()
    {
        openPicture();
        trigger(Command::Statistics);
        auto* menu = m_window->findChild<QWidget*>(u"statistics"_s)->findChild<ChartMenu*>();
        QVERIFY(menu);
        QTRY_VERIFY((menu->copyNumbers(), QApplication::clipboard()->text().count(u'\n') == 1 + 4 * 3));
        QVERIFY(QApplication::clipboard()->text().startsWith(u"layer,head,"_s));
        menu->copyPicture();
        QVERIFY(!QApplication::clipboard()->image().isNull());
    }
    void numbersOverAllQueriesSayThat()
    {
        openPicture();
        m_session->selection().setQuery(Query::patch({1, 1}));
        trigger(Command::Statistics);
        bool said = false;
        for (const auto* label : child<QWidget>("headsPanel")->findChildren<QLabel*>())
            said = said || label->accessibleName() == u"mean over all"_s;
        QVERIFY(said);
    }
    void everyMethodSaysHowToReadItAndWhatMisleads()
    {
        openPicture();
        auto* reading = child<QLabel>("methodReading");
        QVERIFY(reading->isVisible());
        QVERIFY(reading->text().startsWith(methodReading(Method::Attention)));
        QVERIFY(!reading->text().contains(methodMisleads(Method::Attention)));
        Q_EMIT reading->linkActivated(u"more"_s);
        QVERIFY(reading->text().contains(methodMisleads(Method::Attention)));
        for (const MethodInfo& info : methods())
            QVERIFY2(!info.misleads.empty(), info.name.data());
    }
    void errorsBeginAsSentencesAndNamesStayNames()
    {
        QCOMPARE(errorText({ErrorCode::WriteFailed, "cannot write x.png: full"}), u"Cannot write x.png: full."_s);
        QCOMPARE(errorText({ErrorCode::Malformed, "broken.png: cut off"}), u"broken.png: cut off."_s);
        QCOMPARE(shownClassName("5", ClassIndex{5}), u"class 5"_s);
        QCOMPARE(shownClassName("cat", ClassIndex{5}), u"cat"_s);
    }
    void findingAClassGoesOnIntoTheListAndSaysWhenThereIsNone()
    {
        openPicture();
        auto* filter = child<QLineEdit>("classFilter");
        filter->show();
        QTest::keyClicks(filter, u"zebra"_s);
        QVERIFY(!child<QLabel>("noSuchClass")->isHidden());
        filter->clear();
        QVERIFY(child<QLabel>("noSuchClass")->isHidden());
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(m_session->selection().map().target.has_value());
    }
    void theDifferenceIsExportedWhereItIsOnScreen()
    {
        openPicture();
        trigger(Command::Compare);
        m_window->comparison().setShow(Comparison::Show::Difference);
        trigger(Command::LayerBack);
        trigger(Command::Export);
        auto* which = m_window->findChild<QWidget*>(u"exportWhich"_s);
        QVERIFY(which && which->isVisible());
        QApplication::clipboard()->clear();
        trigger(Command::Copy);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(u"difference"_s));
    }

private:
    QMenu* menuAt(QPoint cell)
    {
        auto* canvas = child<ImageCanvas>("canvas");
        const QPoint at = canvas->patchRectInView(cell).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas->mapToGlobal(at));
        QApplication::sendEvent(canvas, &event);
        const auto menus = m_window->findChildren<QMenu*>(u"canvasMenu"_s);
        return menus.isEmpty() ? nullptr : menus.last();
    }
    static void choose(QComboBox* list, int row)
    {
        list->setCurrentIndex(row);
        Q_EMIT list->activated(row);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::StumblesTest)
#include "stumbles_test.moc"
