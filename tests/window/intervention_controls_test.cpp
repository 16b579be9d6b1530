// tests/window/intervention_controls_test.cpp: brush, keys, menu and badge change the run, and show that it is changed.
#include "tests/window/support/window_fixture.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/motion.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/window/intervention_badge.h"
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>

namespace patchlight
{

class InterventionControlsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theBrushHidesAndShowsAgain()
    {
        trigger(Command::HidePatches);
        QVERIFY(child<QPushButton>("hideButton")->isChecked());
        QVERIFY(child<QWidget>("hideStrip")->isVisible());
        auto* canvas = child<ImageCanvas>("canvas");
        settle();
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
        auto* canvas = child<ImageCanvas>("canvas");
        canvas->zoomToActualPixels();
        QTRY_COMPARE(canvas->zoom(), 1 / canvas->devicePixelRatioF());
        hide({{0, 0}});
        QCOMPARE(canvas->zoom(), 1 / canvas->devicePixelRatioF());
    }
    void theBadgeSaysWhatIsChangedAndResetsIt()
    {
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
        m_session->selection().setHeads({HeadSort::Similarity, false});
        auto* grid = child<HeadsGrid>("headsGrid");
        QTRY_VERIFY(grid->shape().ordered());
        for (int column = 0; column < 4; ++column) {
            m_session->editInterventions([column](Interventions& changes) { hideCells(changes, {{0, column}}, true); });
            QVERIFY(grid->shape().ordered());
            QTRY_COMPARE(m_session->analysis()->interventions, m_session->interventions());
            QVERIFY(grid->shape().ordered());
        }
    }

private:
    void prepare() override { openPicture(); }
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
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::InterventionControlsTest)
#include "intervention_controls_test.moc"
