// tests/window/main_window_test.cpp: the whole window over a fake engine: opening, keys, messages, names.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/files.h"
#include "ui/adapter/head_numbers.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/charts/statistics_chart.h"
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/prediction_list.h"
#include <QAbstractScrollArea>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolTip>
#include <QUrl>
#include <QWheelEvent>
#include <new>

namespace patchlight
{

using namespace Qt::StringLiterals;

class MainWindowTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theWindowIsThereBeforeAnyModel()
    {
        QVERIFY(m_window->isVisible());
        QCOMPARE(m_control->loads.load(), 0);
        QVERIFY(child<QWidget>("emptyState")->isVisible());
    }
    /// On a projector of 1280 × 720 the lower edge, where the tour speaks, would lie below the screen.
    void theFirstWindowIsNoLargerThanTheScreen()
    {
        m_window->fitInto({1280, 720});
        QVERIFY(m_window->windowState() & Qt::WindowMaximized);
        m_window->showNormal();
        QVERIFY2(
            m_window->width() <= 1280 && m_window->height() <= 720, qPrintable(QString::number(m_window->width())));
        m_window->resize(1440, 900);
        m_window->fitInto({1440, 900}); // its title would push it below the edge
        QVERIFY(m_window->windowState() & Qt::WindowMaximized);
        m_window->showNormal();
        m_window->resize(900, 600);
        m_window->fitInto({1280, 720});
        QVERIFY(!(m_window->windowState() & Qt::WindowMaximized));
        QCOMPARE(m_window->size(), QSize(900, 600));
    }
    /// The whole invitation by keyboard: one Tab to it, and Return or the space bar to take it.
    void beforeAPictureTabBeginsWithTheInvitationAndReturnTakesIt()
    {
        QTRY_VERIFY(child<QPushButton>("emptyTourButton")->isVisible());
        m_window->activateWindow();
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget(), child<QPushButton>("emptyOpenButton"));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget(), child<QPushButton>("emptyTourButton"));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget()->objectName(), u"sampleButton0"_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(m_session->analysis());
        QTRY_COMPARE(m_window->focusWidget(), child<QWidget>("canvas")); // not what stood beside the invitation
    }
    void nobodyIsAskedForAPictureThatIsOnItsWay()
    {
        m_control->close();
        QVERIFY(child<QWidget>("emptyOpenButton")->isVisible());
        QVERIFY(child<QWidget>("noClasses")->isVisible());
        m_session->openPicture(QStringLiteral("/pictures/a.png"));
        QVERIFY(!child<QWidget>("emptyOpenButton")->isVisible());
        QVERIFY(!child<QWidget>("noClasses")->isVisible());
        m_session->cancel();
        QVERIFY(child<QWidget>("emptyOpenButton")->isVisible());
        QVERIFY(child<QWidget>("noClasses")->isVisible());
    }
    void buttonsOfDialogsHaveNoIcons()
    {
        trigger(Command::About);
        auto* box = child<QMessageBox>("aboutBox");
        const auto* close = box->button(QMessageBox::Close);
        QVERIFY(!close->text().isEmpty() && close->icon().isNull());
    }
    void openingByDialogShowsThePicture()
    {
        m_dialogs.picture = QStringLiteral("/pictures/a.png");
        trigger(Command::OpenPicture);
        QTRY_VERIFY(child<QWidget>("canvas")->isVisible());
        QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("a.png – Patchlight"));
    }
    void aDroppedPictureIsOpenedAndADroppedModelLoaded()
    {
        drop(QStringLiteral("/pictures/dropped.png"));
        QTRY_VERIFY(m_session->analysis());
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("dropped.png"));
        drop(QStringLiteral("/models/dropped.safetensors"));
        QTRY_COMPARE(QString::fromStdString(m_session->model()->title), QStringLiteral("dropped.safetensors"));
    }
    void wordsThatNameAFileAreThatFile_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words : {"file:///pictures/a.png", "  file:///pictures/a.png\r\n", "file:///pictures/a%2Epng",
                 "file:///pictures/a.png\nfile:///pictures/b.png\n"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }
    void wordsThatNameAFileAreThatFile()
    {
        QFETCH(const QString, words);
        QMimeData data;
        data.setText(words);
        dropData(data);
        QTRY_VERIFY(m_session->analysis());
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("a.png"));
    }
    void wordsThatNameNoFileAreNotTaken()
    {
        QMimeData data;
        for (const char* words : {"a picture of a cat", "https://example.org/a.png", "/no/such/picture.png", ""}) {
            data.setText(QString::fromLatin1(words));
            QVERIFY2(!dropData(data), words);
        }
    }
    void aDroppedFolderOfPicturesOpensItsFirst()
    {
        const QTemporaryDir folder;
        for (const char* name : {"10.png", "2.jpe", "notes.txt"})
            QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly);
        drop(folder.path());
        QTRY_VERIFY(m_session->analysis());
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("2.jpe"));
        QVERIFY(child<QWidget>("folderPlace")->isVisible());
        QFile(folder.filePath(QStringLiteral("model.ckpt"))).open(QIODevice::WriteOnly);
        QCOMPARE(kindOfFile(folder.path()), FileKind::Model); // weights among pictures are meant
    }
    void theDialogsListWhateverCanBeOpened()
    {
        for (const QString& pattern : picturePatterns())
            QCOMPARE(kindOfFile(QStringLiteral("/x/") + QString(pattern).replace(u'*', u'a')), FileKind::Picture);
        for (const char* read : {"*.jpe", "*.gif", "*.jp2", "*.ppm"})
            QVERIFY2(picturePatterns().contains(QString::fromLatin1(read)), read);
        QVERIFY(modelPatterns().contains(QStringLiteral("*.ckpt")));
        const QTemporaryDir folder;
        for (const char* name : {"A.PNG", "x.npy", "X.NPY"})
            QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly);
        QCOMPARE(picturesIn(folder.path()), QStringList{QStringLiteral("A.PNG")});
    }
    void whatASlotThrowsIsToldAndTheWindowGoesOn()
    {
        auto* application = qobject_cast<GuardedApplication*>(qApp);
        QSignalSpy caught(application, &GuardedApplication::caught);
        QTimer::singleShot(0, this, [] { throw std::bad_alloc(); });
        QTRY_COMPARE(caught.count(), 1);
        QVERIFY(caught.front().front().toString().contains(QStringLiteral("memory")));
    }
    void theMapOnTheCanvasIsNamedThere()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("Attention")));
        QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("layer 3")));
        trigger(Command::ToggleOverlay);
        QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("hidden")));
    }
    void theKeysCardTakesAllKeys()
    {
        openPicture();
        m_session->selection().setQuery(Query::patch({1, 1}));
        auto* card = child<QWidget>("shortcutOverlay");
        for (const auto key : {Qt::Key_Escape, Qt::Key_H, Qt::Key_Tab, Qt::Key_F2, Qt::Key_Question}) {
            trigger(Command::Help);
            QVERIFY(card->isVisible());
            QTest::keyClick(card, key);
            QVERIFY(!card->isVisible());
        }
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 1}));
        QVERIFY(child<QWidget>("leftPanel")->isVisible());
        QVERIFY(!child<QPushButton>("hideButton")->isChecked());
    }
    void theWheelScrollsThePanelAndLeavesItsValuesAlone()
    {
        openPicture();
        for (auto* slider : m_window->findChildren<QSlider*>()) {
            const int before = slider->value();
            QWheelEvent wheel({5, 5}, slider->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(slider, &wheel);
            QCOMPARE(slider->value(), before);
        }
    }
    void spaceStaysThePicturesAfterAClickOnAButton()
    {
        openPicture();
        child<QWidget>("canvas")->setFocus();
        QTest::mouseClick(child<QPushButton>("compareButton"), Qt::LeftButton);
        QVERIFY(!child<QPushButton>("compareButton")->hasFocus());
        QVERIFY(m_window->comparison().active());
    }
    void aDroppedStrangerIsRefusedByName()
    {
        drop(QStringLiteral("/pictures/notes.txt"));
        QVERIFY(child<MessageBar>("messageBar")->isVisible());
        QVERIFY(child<MessageBar>("messageBar")->text().contains(QStringLiteral("notes.txt")));
    }
    void pastedPixelsAreAnalysed()
    {
        QImage pixels(20, 10, QImage::Format_RGB32);
        pixels.fill(Qt::red);
        QApplication::clipboard()->setImage(pixels);
        trigger(Command::Paste);
        QTRY_VERIFY(m_session->analysis());
        QCOMPARE(m_session->picture().pixels.width(), 20);
        QCOMPARE(int{*m_session->picture().pixels.pixel(0, 0)}, 255);
    }
    void anErrorIsABarUntilItIsDismissedNotADialog()
    {
        openPicture();
        m_control->failWith({ErrorCode::Malformed, "broken.png: cut off; copy it again"});
        m_session->openPicture(QStringLiteral("/pictures/broken.png"));
        auto* bar = child<MessageBar>("messageBar");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->text(), QStringLiteral("broken.png: cut off; copy it again."));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(child<QWidget>("canvas")->isVisible());
        openPicture();
        QTRY_VERIFY(!bar->isVisible());
    }
    void keysWalkThroughLayersAndHeads()
    {
        openPicture();
        trigger(Command::LayerBack);
        QCOMPARE(m_session->selection().currentLayer().value, 2);
        QCOMPARE(child<LayerScrubber>("layerScrubber")->layer(), 2);
        trigger(Command::HeadForward);
        QCOMPARE(child<HeadsGrid>("headsGrid")->selected(), std::optional(HeadCell{2, 0}));
        trigger(Command::Method2);
        QCOMPARE(m_session->selection().map().method, Method::Rollout);
        QCOMPARE(child<OptionList>("methodList")->currentRow(), 1);
        QVERIFY(!child<HeadsGrid>("headsGrid")->selected());
    }
    void typedKeysReachTheirCommands()
    {
        openPicture();
        child<QWidget>("canvas")->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_BracketLeft);
        QCOMPARE(m_session->selection().currentLayer().value, 2);
        QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
        QCOMPARE(m_session->selection().currentLayer().value, 3);
    }
    void aClickOnAPatchAsksItAndEscapeAsksTheClassToken()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        const QPoint spot = canvas->patchRectInView({2, 1}).center().toPoint();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, spot);
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 2}));
        QTest::mouseClick(canvas, Qt::LeftButton, Qt::AltModifier, spot);
        QVERIFY(m_session->selection().map().query.inverse);
        trigger(Command::ClassToken);
        QCOMPARE(m_session->selection().map().query, Query{});
    }
    void controlsFollowTheSelectionAndTheSelectionTheControls()
    {
        openPicture();
        auto* opacity = child<QSlider>("opacitySlider");
        opacity->setValue(25);
        QCOMPARE(m_session->selection().look().look.opacity, 0.25F);
        m_session->selection().editLook([](LookChoice& l) { l.look.opacity = 0.8F; });
        QCOMPARE(opacity->value(), 80);
        m_session->selection().editMap([](MapChoice& c) { c.target = ClassIndex{0}; });
        QCOMPARE(child<PredictionList>("predictionList")->target(), 0);
    }
    void theLayerListOfAMethodThatMayBeAskedAtThePictureBeginsThere()
    {
        openPicture();
        auto* layers = child<QComboBox>("layerBox");
        m_session->selection().setMethod(Method::AttnLrp);
        QCOMPARE(layers->count(), 5);
        QCOMPARE(layers->currentIndex(), 0);
        Q_EMIT layers->activated(2);
        QCOMPARE(m_session->selection().request().layer, std::optional(LayerIndex{1}));
        QCOMPARE(layers->currentIndex(), 2);
        Q_EMIT layers->activated(0);
        QVERIFY(!m_session->selection().request().layer);
        m_session->selection().setMethod(Method::GradCam);
        QCOMPARE(layers->count(), 4);
        QCOMPARE(layers->currentIndex(), 1);
    }
    void onlyTheParametersOfTheMethodAreShown()
    {
        openPicture();
        QVERIFY(child<QWidget>("headBox")->isVisible());
        QVERIFY(!child<QWidget>("alphaSlider")->isVisible());
        trigger(Command::Method2);
        QVERIFY(!child<QWidget>("headBox")->isVisible());
        QVERIFY(child<QWidget>("alphaSlider")->isVisible());
        trigger(Command::Method3); // relevancy
        QVERIFY(child<QWidget>("fusionBox")->isVisible());
        QVERIFY(!child<QWidget>("alphaSlider")->isVisible());
        trigger(Command::Method5); // Grad-CAM
        QVERIFY(child<QWidget>("layerBox")->isVisible());
        QVERIFY(!child<QWidget>("queryBox")->isVisible());
    }
    void aListOfHeadsIsFusedAndWhatIsNoneStaysMarked()
    {
        openPicture();
        auto* list = child<QLineEdit>("headListEdit");
        const auto type = [list](const QString& text) {
            list->selectAll();
            QTest::keyClicks(list, text);
            QTest::keyClick(list, Qt::Key_Return);
        };
        type(u"0,2:0.5"_s);
        QCOMPARE(m_session->selection().request().headWeights, (std::vector<float>{1, 0, 0.5F}));
        QVERIFY(m_session->selection().fuses(m_session->selection().map().layer, HeadIndex{2}));
        type(u"7"_s);
        QCOMPARE(m_session->selection().request().headWeights, (std::vector<float>{1, 0, 0.5F}));
        QCOMPARE(list->property("state").toString(), u"error"_s);
        QCOMPARE(list->text(), u"7"_s);
        QVERIFY(list->toolTip().contains(u"head 7"_s));
        QTRY_VERIFY(QToolTip::isVisible() && QToolTip::text().contains(u"head 7"_s));
        type(u"0,2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!QToolTip::isVisible(), 5000); // by itself it stays for ten seconds
        list->clear();
        type(u""_s);
        m_session->selection().selectHead(LayerIndex{1}, HeadFusion::Mean);
        QVERIFY(m_session->selection().request().headWeights.empty());
        m_session->selection().selectHead(LayerIndex{1}, HeadIndex{0});
        QVERIFY(!list->isVisible());
    }
    void onlyAttentionHasSharesAndOtherMapsSayWhyNot()
    {
        openPicture();
        QVERIFY(child<SharesBar>("shares")->isVisible());
        QVERIFY(child<SharesBar>("shares")->spokenValue().contains(QStringLiteral("patches")));
        trigger(Command::Method3);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Relevancy);
        QVERIFY(!child<SharesBar>("shares")->isVisible());
        QVERIFY(child<QLabel>("noShares")->text().contains(QStringLiteral("see Attention or Rollout")));
        trigger(Command::Method1);
        m_session->selection().editMap([](MapChoice& c) { c.head = HeadFusion::Max; });
        QVERIFY(!child<SharesBar>("shares")->isVisible());
        QVERIFY(child<QLabel>("noShares")->isVisible());
    }
    void theChartsShowTheNumbersTheCommandLinePrints()
    {
        openPicture();
        trigger(Command::Statistics);
        auto* statistics = child<StatisticsPanel>("statistics");
        QVERIFY(statistics->isVisible());
        const auto expected = headNumbers(*m_session->analysis(), {});
        QVERIFY(expected);
        auto* distance = statistics->findChildren<StatisticsChart*>().at(1);
        QTRY_COMPARE(distance->valueAt(2, 1), expected->at(2).heads.at(1).distance);
        QCOMPARE(distance->reference(), double{expected->front().uniformDistance});
        auto* chart = distance->findChild<QAbstractScrollArea*>(QStringLiteral("chart"));
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, distance->dotInChart(2, 1));
        QCOMPARE(m_session->selection().map().layer.value, 2);
        trigger(Command::Statistics);
        QVERIFY(!statistics->isVisible());
    }
    void whatTheNetworkSawTakesThePlaceOfThePicture()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        const qint64 before = canvas->picture().cacheKey();
        trigger(Command::NetworkInput);
        QVERIFY(canvas->picture().cacheKey() != before);
        const auto& seen = m_session->analysis()->seen;
        QCOMPARE(canvas->picture().size(), QSize(seen.width(), seen.height()));
        QCOMPARE(canvas->fieldRectInView(), canvas->pictureRectInView());
        QVERIFY(child<QAbstractButton>("inputSwitch")->isChecked());
        trigger(Command::NetworkInput);
        QVERIFY(!m_session->selection().look().networkInput);
    }
    void panelsFoldAndAreRemembered()
    {
        trigger(Command::LeftPanel);
        QVERIFY(!child<QWidget>("leftPanel")->isVisible());
        MainWindow again(m_session.get(), m_settings.get(), &m_dialogs);
        again.show();
        QVERIFY(!again.findChild<QWidget*>(QStringLiteral("leftPanel"))->isVisible());
        QVERIFY(again.findChild<QWidget*>(QStringLiteral("rightPanel"))->isVisible());
    }
    void everyFocusableWidgetHasAName()
    {
        openPicture();
        QStringList nameless;
        for (const auto* widget : m_window->findChildren<QWidget*>())
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(m_window.get())
                && (widget->accessibleName().isEmpty() || widget->objectName().isEmpty()))
                nameless << QString::fromLatin1(widget->metaObject()->className()) + widget->objectName();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }
    void tabGoesFromTheTopThroughThePanelsToTheHeads()
    {
        openPicture();
        const QStringList regions{QStringLiteral("topBar"), QStringLiteral("leftPanel"), QStringLiteral("canvas"),
            QStringLiteral("layerScrubber"), QStringLiteral("rightPanel"), QStringLiteral("headsPanel")};
        QStringList order;
        QWidget* start = child<QWidget>("openPictureButton");
        QWidget* widget = start;
        do {
            const bool stops = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(m_window.get());
            for (const QWidget* at = widget; stops && at; at = at->parentWidget())
                if (regions.contains(at->objectName())) {
                    if (order.isEmpty() || order.last() != at->objectName())
                        order << at->objectName();
                    break;
                }
            widget = widget->nextInFocusChain();
        } while (widget != start);
        QCOMPARE(order, regions);
    }
    void theStatusBarNamesOnlyKeysThatDoSomething()
    {
        const auto* keys = child<QWidget>("keyHints");
        QVERIFY(keys->accessibleDescription().contains(QStringLiteral("open a picture")));
        QVERIFY(!keys->accessibleDescription().contains(QStringLiteral("layer")));
        openPicture();
        QVERIFY(keys->accessibleDescription().contains(QStringLiteral("layer")));
    }
    void noKeyMeansTwoThings()
    {
        QSet<QKeySequence> seen;
        QStringList twice;
        for (const auto* action : m_window->actions())
            for (const QKeySequence& key : action->shortcuts()) {
                if (seen.contains(key))
                    twice << key.toString();
                seen.insert(key);
            }
        QCOMPARE(twice, QStringList());
        QVERIFY(seen.size() > 25);
    }
    void copyingPutsTheOverlayOnTheClipboard()
    {
        openPicture();
        QApplication::clipboard()->clear();
        trigger(Command::Copy);
        const QImage copied = QApplication::clipboard()->image().convertToFormat(QImage::Format_RGB888);
        const QImage overlay = overlayPicture(*m_session->shown(), m_session->look()).value();
        QCOMPARE(copied, overlay.convertToFormat(QImage::Format_RGB888));
        QVERIFY(child<MessageBar>("messageBar")->text().contains(QStringLiteral("clipboard")));
    }
    void itFitsSmallScreens()
    {
        openPicture();
        m_window->resize(960, 600);
        QTRY_COMPARE(m_window->size(), QSize(960, 600));
        QVERIFY(child<ImageCanvas>("canvas")->width() >= 250);
        QVERIFY(child<ImageCanvas>("canvas")->height() >= 150);
    }
    void aWindowThatDiesWhileTheEngineRunsTakesNothingWithIt()
    {
        m_control->close();
        m_session->openPicture(QStringLiteral("/pictures/a.png"));
        QTRY_COMPARE(m_control->loads.load(), 1);
        m_window.reset();
        m_session.reset();
        QVERIFY(!m_control->alive);
    }

private:
    void drop(const QString& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QVERIFY(dropData(data));
    }
    /// Whether the window would have it.
    bool dropData(const QMimeData& data)
    {
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore(); // as a drag begins on the screen
        QApplication::sendEvent(m_window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
        return true;
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::MainWindowTest)
#include "main_window_test.moc"
