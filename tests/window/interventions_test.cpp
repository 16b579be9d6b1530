// tests/window/interventions_test.cpp: what is hidden and switched off, from brush and menu to predictions and maps.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/widgets/segmented_control.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/intervention_badge.h"
#include "ui/view/window/main_window.h"
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <limits>

namespace patchlight
{

class InterventionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        applyTheme(*qApp, ThemeKind::Dark);
        m_control = std::make_shared<FakeControl>();
        m_settings = std::make_unique<Settings>();
        m_session = std::make_unique<Session>(fakeEngine(m_control), m_settings.get());
        m_window = std::make_unique<MainWindow>(m_session.get(), m_settings.get(), &m_dialogs);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_control->open();
        m_window.reset();
        m_session.reset();
    }

    // The value and its words

    void cellsAreKeptOnceAndInOrder()
    {
        Interventions wish;
        hideCells(wish, {{2, 1}, {0, 3}, {2, 1}}, true);
        QCOMPARE(wish.hidden, (std::vector<Cell>{{0, 3}, {2, 1}}));
        QVERIFY(isHidden(wish, {2, 1}));
        hideCells(wish, {{0, 3}, {1, 1}}, false);
        QCOMPARE(wish.hidden, (std::vector<Cell>{{2, 1}}));
    }
    void aHeadHasOneChangeAtMost()
    {
        Interventions wish;
        changeHead(wish, LayerIndex{2}, HeadIndex{1}, HeadChange::Off);
        changeHead(wish, LayerIndex{2}, HeadIndex{1}, HeadChange::Mean);
        changeHead(wish, LayerIndex{1}, HeadIndex{2}, HeadChange::Uniform);
        QCOMPARE(wish.heads.size(), std::size_t{2});
        QCOMPARE(wish.heads.front().layer, LayerIndex{1});
        QCOMPARE(changeOf(wish, LayerIndex{2}, HeadIndex{1}), std::optional(HeadChange::Mean));
        changeHead(wish, LayerIndex{2}, HeadIndex{1}, {});
        QVERIFY(!changeOf(wish, LayerIndex{2}, HeadIndex{1}));
    }
    void theWordsNameWhatIsFewAndCountWhatIsMany()
    {
        Interventions wish;
        QCOMPARE(interventionsText(wish), QString());
        hideCells(wish, {{0, 0}, {0, 1}, {0, 2}}, true);
        changeHead(wish, LayerIndex{4}, HeadIndex{2}, HeadChange::Off);
        QCOMPARE(interventionsText(wish), QStringLiteral("3 patches hidden · head 4.2 off"));
        changeHead(wish, LayerIndex{5}, HeadIndex{0}, HeadChange::Uniform);
        changeHead(wish, LayerIndex{6}, HeadIndex{0}, HeadChange::Mean);
        switchBlock(wish, LayerIndex{7}, true);
        QCOMPARE(interventionsText(wish), QStringLiteral("3 patches hidden · 3 heads changed · block 7 off"));
    }
    void changesCarryTheirSign()
    {
        QCOMPARE(changeText(0.123), QStringLiteral("+12.3"));
        QCOMPARE(changeText(-0.487), QStringLiteral("\u221248.7"));
        QCOMPARE(changeText(-0.0001), QStringLiteral("0.0"));
    }

    // The session

    void thePredictionAndTheMapFollow()
    {
        openPicture();
        const auto before = m_session->explanation()->map;
        m_session->editInterventions([](Interventions& wish) {
            hideCells(wish, {{0, 0}}, true);
            changeHead(wish, LayerIndex{3}, HeadIndex{0}, HeadChange::Uniform);
        });
        QTRY_VERIFY(m_session->analysis()->untouched);
        QVERIFY(m_session->explanation()->map != before);
        QCOMPARE(m_session->analysis()->predictions.front().probability, 0.7F - 0.1F);
    }
    void takingEverythingBackNeedsNoRun()
    {
        openPicture();
        const auto untouched = m_session->analysis();
        const auto before = m_session->explanation()->map;
        hide({{0, 0}});
        const int runs = m_control->interventions;
        m_session->resetInterventions();
        QCOMPARE(m_session->analysis(), untouched);
        QCOMPARE(m_session->explanation()->map, before);
        QCOMPARE(m_control->interventions.load(), runs);
    }
    void ofManyStrokesTheLastIsShownAndNotEachIsRun()
    {
        openPicture();
        m_session->setFollowedByEye(kForever);
        m_control->close();
        strokes(12);
        QCOMPARE(m_session->busy(), Session::Busy::Intervening);
        m_control->open();
        QTRY_COMPARE(m_session->analysis()->interventions.hidden.size(), std::size_t{12});
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_control->interventions.load(), 2); // the first and the last
    }
    void aQuickRunIsShownWhileTheBrushStillMoves()
    {
        openPicture();
        m_session->setFollowedByEye(kForever);
        m_control->close();
        std::vector<std::size_t> shown;
        connect(m_session.get(), &Session::runChanged, this,
            [&] { shown.push_back(m_session->analysis()->interventions.hidden.size()); });
        strokes(12);
        m_control->open();
        QTRY_COMPARE(m_session->analysis()->interventions, m_session->interventions());
        QCOMPARE(shown, (std::vector<std::size_t>{1, 12}));
        QCOMPARE(m_control->cancelled.load(), 0);
    }
    void aSlowRunGivesWayToTheNewestStroke()
    {
        openPicture();
        m_session->setFollowedByEye(0);
        m_control->close();
        QSignalSpy runs(m_session.get(), &Session::runChanged);
        strokes(1);
        QTRY_COMPARE(m_control->interventions.load(), 1);
        strokes(12);
        QTRY_COMPARE(m_control->cancelled.load(), 1);
        QTRY_COMPARE(m_control->interventions.load(), 2); // those between were never begun
        m_control->open();
        QTRY_COMPARE(m_session->analysis()->interventions.hidden.size(), std::size_t{12});
        QCOMPARE(runs.count(), 1);
    }
    void anotherPictureShowsItsPatchesAndKeepsTheHeads()
    {
        openPicture();
        m_session->editInterventions([](Interventions& wish) {
            hideCells(wish, {{0, 0}}, true);
            changeHead(wish, LayerIndex{1}, HeadIndex{0}, HeadChange::Off);
        });
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_VERIFY(m_session->analysis()->name == "b.png" && m_session->analysis()->untouched);
        QVERIFY(m_session->interventions().hidden.empty());
        QCOMPARE(m_session->analysis()->interventions.heads.size(), std::size_t{1});
    }
    void anotherModelKeepsNothing()
    {
        openPicture();
        m_session->editInterventions([](Interventions& wish) { wish.hideWith = HideWith::Drop; });
        hide({{0, 0}});
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        QTRY_COMPARE(m_session->analysis()->model->title, std::string("other.safetensors"));
        QCOMPARE(m_session->interventions(), Interventions{}); // not every network can drop patches
        QVERIFY(!m_session->analysis()->untouched);
    }
    void aRunThatFailsTakesItsWishBackAndSaysWhy()
    {
        openPicture();
        hide({{0, 0}});
        m_control->failWith({ErrorCode::Unsupported, "patches cannot be dropped; hide them with mean or zero"});
        m_session->editInterventions([](Interventions& wish) { wish.hideWith = HideWith::Drop; });
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QCOMPARE(m_session->interventions(), m_session->analysis()->interventions);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(QStringLiteral("cannot be dropped")));
    }
    void aCancelledRunTakesItsWishBack()
    {
        openPicture();
        m_control->close();
        m_session->editInterventions([](Interventions& wish) { hideCells(wish, {{0, 0}}, true); });
        m_session->cancel();
        QVERIFY(m_session->interventions().empty());
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QVERIFY(m_session->explanation());
    }
    void aMapOfABlockThatIsOffIsNoErrorButSaysSo()
    {
        openPicture();
        m_session->editInterventions([](Interventions& wish) { switchBlock(wish, LayerIndex{3}, true); });
        QTRY_VERIFY(!m_session->whyNoMap().isEmpty());
        QVERIFY(!m_session->explanation());
        QCOMPARE(child<MessageBar>("messageBar")->kind(), MessageBar::Kind::Info);
        QTRY_VERIFY(m_session->heads().complete());
        QVERIFY(m_session->heads().layer(3).maps.at(1).empty());
        child<HeadsGrid>("headsGrid")->grab(); // nothing is read beside what is there
        m_session->selection().setCurrentLayer(LayerIndex{2});
        QVERIFY(m_session->explanation());
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
    }
    void aHeadThatIsOffHasNoShares()
    {
        openPicture();
        m_session->selection().selectHead(LayerIndex{2}, HeadIndex{1});
        trigger(Command::HeadOff);
        QTRY_VERIFY(child<QLabel>("noShares")->text().contains(QStringLiteral("switched off")));
        QVERIFY(child<QLabel>("noShares")->isVisible());
    }
    void aBrushDuringAMapOfTheNetworkStopsItAndTheMapComesAfter()
    {
        openPicture();
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_session->explanation()->request.method, Method::Relevancy);
        const int before = m_control->explanations;
        hide({{0, 0}});
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_control->explanations.load(), before + 1);
    }

    // The window

    void theBrushHidesAndShowsAgain()
    {
        openPicture();
        trigger(Command::HidePatches);
        QVERIFY(child<QPushButton>("hideButton")->isChecked());
        QVERIFY(child<QWidget>("hideStrip")->isVisible());
        auto* canvas = child<ImageCanvas>("canvas");
        QTest::qWait(30); // laid out
        drag(canvas, {0, 1}, {3, 1}, Qt::LeftButton);
        QCOMPARE(m_session->interventions().hidden, (std::vector<Cell>{{1, 0}, {1, 1}, {1, 2}, {1, 3}}));
        drag(canvas, {2, 1}, {3, 1}, Qt::LeftButton);
        QCOMPARE(m_session->interventions().hidden, (std::vector<Cell>{{1, 0}, {1, 1}}));
        drag(canvas, {0, 0}, {0, 2}, Qt::RightButton);
        QCOMPARE(m_session->interventions().hidden, (std::vector<Cell>{{1, 1}}));
        QCOMPARE(m_session->selection().map().query, Query{}); // a stroke asks nothing
        QTest::keyClick(canvas, Qt::Key_Escape);
        QVERIFY(!child<QPushButton>("hideButton")->isChecked());
        QVERIFY(!child<QWidget>("hideStrip")->isVisible());
    }
    void theBrushWorksByKeys()
    {
        openPicture();
        trigger(Command::HidePatches);
        auto* canvas = child<ImageCanvas>("canvas");
        for (const auto key : {Qt::Key_Up, Qt::Key_Up, Qt::Key_Left, Qt::Key_Return})
            QTest::keyClick(canvas, key);
        QCOMPARE(m_session->interventions().hidden, (std::vector<Cell>{{0, 1}}));
        QTest::keyClick(canvas, Qt::Key_Return);
        QVERIFY(m_session->interventions().hidden.empty());
    }
    void hiddenPatchesAreHatchedAndOthersAreNot()
    {
        setReducedMotion(true); // no cross-fade to wait for
        const auto moving = qScopeGuard([] { setReducedMotion(false); });
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        trigger(Command::ToggleOverlay);
        trigger(Command::ToggleOverlay);
        const QImage before = canvas->grab().toImage();
        hide({{1, 2}});
        const QImage after = canvas->grab().toImage();
        const auto changed = [&](QPoint cell) {
            const QRectF box = canvas->brushRectInView(cell);
            const double ratio = after.devicePixelRatio();
            const QRect pixels((box.topLeft() * ratio).toPoint(), (box.size() * ratio).toSize());
            int count = 0;
            const QRect inside = pixels.adjusted(6, 6, -6, -6);
            for (int y = inside.top(); y < inside.bottom(); ++y)
                for (int x = inside.left(); x < inside.right(); ++x)
                    count += before.pixel(x, y) != after.pixel(x, y);
            return count;
        };
        QVERIFY(changed({2, 1}) > 100);
        QCOMPARE(changed({0, 1}), 0);
    }
    void zoomAndMapSurviveAStroke()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        canvas->zoomToActualPixels();
        QTRY_COMPARE(canvas->zoom(), 1 / canvas->devicePixelRatioF());
        hide({{0, 0}});
        QCOMPARE(canvas->zoom(), 1 / canvas->devicePixelRatioF());
    }
    void theBadgeSaysWhatIsChangedAndResetsIt()
    {
        openPicture();
        auto* badge = child<InterventionBadge>("interventionBadge");
        QVERIFY(!badge->isVisible());
        hide({{0, 0}, {0, 1}});
        QVERIFY(badge->isVisible());
        QCOMPARE(badge->text(), QStringLiteral("2 patches hidden"));
        QVERIFY(child<ImageCanvas>("canvas")->rect().contains(badge->geometry()));
        child<QPushButton>("interventionReset")->click();
        QVERIFY(!badge->isVisible());
        QVERIFY(m_session->interventions().empty());
    }
    void predictionsShowWhatTheyWere()
    {
        openPicture();
        auto* list = child<PredictionList>("predictionList");
        hide({{0, 0}, {0, 1}, {0, 2}});
        const QModelIndex cat = list->model()->index(0, 0);
        QCOMPARE(cat.data().toString(), QStringLiteral("cat")); // what led before stays first, so that rows do not jump
        QCOMPARE(cat.data(Qt::AccessibleTextRole).toString(), QStringLiteral("cat, 40.0 percent, before 70.0 percent"));
        QVERIFY(child<QWidget>("changedHint")->isVisible());
        m_session->resetInterventions();
        QCOMPARE(cat.data(Qt::AccessibleTextRole).toString(), QStringLiteral("cat, 70.0 percent"));
        QVERIFY(!child<QWidget>("changedHint")->isVisible());
    }
    void theKeySwitchesTheChosenHeadAndItsBlock()
    {
        openPicture();
        trigger(Command::HeadOff);
        QVERIFY(m_session->interventions().empty()); // the mean of all heads is chosen
        QVERIFY(child<MessageBar>("messageBar")->isVisible());
        m_session->selection().selectHead(LayerIndex{2}, HeadIndex{1});
        trigger(Command::HeadOff);
        QCOMPARE(changeOf(m_session->interventions(), LayerIndex{2}, HeadIndex{1}), std::optional(HeadChange::Off));
        trigger(Command::HeadOff);
        QVERIFY(m_session->interventions().empty());
        trigger(Command::BlockOff);
        QVERIFY(isBlockOff(m_session->interventions(), LayerIndex{2}));
        trigger(Command::Untouched);
        QVERIFY(m_session->interventions().empty());
    }
    void theMenuOfAHeadChangesIt()
    {
        openPicture();
        auto* grid = child<HeadsGrid>("headsGrid");
        menuAt(grid, grid->thumbnailRect({1, 2}).center(), "headUniform");
        QCOMPARE(changeOf(m_session->interventions(), LayerIndex{1}, HeadIndex{2}), std::optional(HeadChange::Uniform));
        menuAt(grid, {grid->thumbnailRect({0, 0}).center().x(), 8}, "blockSwitchOff");
        QVERIFY(isBlockOff(m_session->interventions(), LayerIndex{0}));
        menuAt(grid, grid->thumbnailRect({1, 2}).center(), "resetChanges");
        QVERIFY(m_session->interventions().empty());
    }
    void aHeadThatIsOffLooksOff()
    {
        openPicture();
        QTRY_VERIFY(m_session->heads().complete());
        auto* grid = child<HeadsGrid>("headsGrid");
        const QImage before = grid->viewport()->grab(grid->thumbnailRect({1, 1})).toImage();
        grid->setMarks([](HeadCell cell) { return cell == HeadCell{1, 1} ? HeadMark::Off : HeadMark::None; }, {});
        QVERIFY(grid->viewport()->grab(grid->thumbnailRect({1, 1})).toImage() != before);
        QVERIFY(grid->viewport()->grab(grid->thumbnailRect({2, 1})).toImage()
            == grid->viewport()->grab(grid->thumbnailRect({2, 1})).toImage());
    }
    void theOrderOfTheHeadsStaysUnderABrush()
    {
        openPicture();
        m_session->selection().setHeads({HeadSort::Similarity, false});
        auto* grid = child<HeadsGrid>("headsGrid");
        QTRY_VERIFY(grid->shape().ordered());
        for (int column = 0; column < 4; ++column) {
            m_session->editInterventions([column](Interventions& wish) { hideCells(wish, {{0, column}}, true); });
            QVERIFY(grid->shape().ordered());
            QTRY_COMPARE(m_session->analysis()->interventions, m_session->interventions());
            QVERIFY(grid->shape().ordered());
        }
    }
    void whatCannotBeHiddenSoSaysWhy()
    {
        auto model = std::make_shared<ModelInfo>(*fakeModel("average"));
        model->config.pooling.value = Pooling::AveragePatches;
        const auto analysis = fakeAnalysis("a.png", model);
        QVERIFY(whyNotHidden(*analysis, HideWith::Drop).contains(QStringLiteral("cannot be dropped")));
        QCOMPARE(whyNotHidden(*analysis, HideWith::Zero), QString());
        SegmentedControl choice;
        choice.setOptions({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        choice.setOption(1, false, QStringLiteral("not here"));
        QSignalSpy chosen(&choice, &SegmentedControl::chosen);
        choice.resize(300, 30);
        QTest::mouseClick(&choice, Qt::LeftButton, {}, choice.segmentRect(1).center().toPoint());
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(&choice, Qt::Key_Right);
        QCOMPARE(choice.current(), 2);
    }

private:
    static constexpr qint64 kForever = std::numeric_limits<qint64>::max();

    template <class W> W* child(const char* name) const
    {
        auto* widget = m_window->findChild<W*>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void trigger(Command command) { m_window->commands()[command]->trigger(); }
    void openPicture()
    {
        QSignalSpy mapped(m_session.get(), &Session::mapChanged);
        m_session->openPicture(QStringLiteral("/pictures/a.png"));
        QTRY_VERIFY(mapped.count() > 0);
    }
    void hide(const std::vector<Cell>& cells)
    {
        m_session->editInterventions([&](Interventions& wish) { hideCells(wish, cells, true); });
        QTRY_COMPARE(m_session->analysis()->interventions, m_session->interventions());
    }
    /// One patch after another, as a brush does it.
    void strokes(int count)
    {
        for (int i = 0; i < count; ++i)
            m_session->editInterventions([i](Interventions& wish) { hideCells(wish, {{i / 4, i % 4}}, true); });
    }
    static void drag(ImageCanvas* canvas, QPoint from, QPoint to, Qt::MouseButton button)
    {
        const auto centre = [canvas](QPoint cell) { return canvas->brushRectInView(cell).center().toPoint(); };
        QTest::mousePress(canvas, button, {}, centre(from));
        QMouseEvent move(QEvent::MouseMove, centre(to), canvas->mapToGlobal(centre(to)), Qt::NoButton, button, {});
        QApplication::sendEvent(canvas, &move);
        QTest::mouseRelease(canvas, button, {}, centre(to));
    }
    void menuAt(HeadsGrid* grid, QPoint at, const char* action)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, grid->viewport()->mapToGlobal(at));
        QApplication::sendEvent(grid->viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->findChild<QAction*>(QString::fromLatin1(action))->trigger();
        menu->close();
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }

    class NoDialogs final : public Dialogs
    {
        QString fileToSave(QWidget*, const QString&, const QString&) override { return {}; }
        QString pictureToOpen(QWidget*, const QString&) override { return {}; }
        QString modelToOpen(QWidget*, const QString&) override { return {}; }
    };
    NoDialogs m_dialogs;
    std::shared_ptr<FakeControl> m_control;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::InterventionsTest)
#include "interventions_test.moc"
