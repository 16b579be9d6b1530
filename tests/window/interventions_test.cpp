// tests/window/interventions_test.cpp: the run follows what is hidden and switched off, and the map follows the run.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/map_comparison.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/widgets/message_bar.h"
#include <QLabel>
#include <QSignalSpy>
#include <limits>

namespace patchlight
{

class InterventionsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void thePredictionAndTheMapFollow()
    {
        const auto before = m_session->shown()->map();
        m_session->editInterventions([](Interventions& changes) {
            hideCells(changes, {{0, 0}}, true);
            changeHead(changes, LayerIndex{3}, HeadIndex{0}, HeadChange::Uniform);
        });
        QTRY_VERIFY(m_session->analysis()->untouched);
        QVERIFY(m_session->shown()->map() != before);
        QCOMPARE(m_session->analysis()->predictions.front().probability, 0.7F - 0.1F);
    }
    /// Else the picture would move under the pointer with the next click.
    void theCaptionHasRoomForThePatchThatMayBeAskedNext()
    {
        const auto before = captionHeights();
        m_session->selection().setQuery(Query::patch({0, 1}));
        QTRY_VERIFY(!m_session->changing());
        QCOMPARE(captionHeights(), before);
        m_session->selection().setMethod(Method::AttentionFlow); // asked as well; of another length
        QTRY_VERIFY(!m_session->changing());
        QVERIFY(captionHeights() != before);
    }
    /// Its values then run without that patch, and the caption says so.
    void theCaptionHasRoomForWhatAClassMethodSaysOfAPatch()
    {
        m_session->selection().setMethod(Method::GradientRollout);
        QTRY_COMPARE(m_session->shown()->request().method, Method::GradientRollout);
        ShownMap shown = *m_session->shown();
        QVERIFY(longestTitle(shown, false, false).contains(QStringLiteral("scale without the patch itself")));
        shown.explanation.request.method = Method::Attention;
        QVERIFY(!longestTitle(shown, false, false).contains(QStringLiteral("scale without the patch itself")));
    }
    /// Else the picture would move when the first patch is hidden.
    void withTheBrushTheCaptionHasRoomForHiddenPatches()
    {
        const auto without = captionHeights();
        trigger(Command::HidePatches);
        const auto before = captionHeights();
        QVERIFY(before != without);
        hide({{0, 0}});
        QCOMPARE(captionHeights(), before);
    }
    void takingEverythingBackNeedsNoRun()
    {
        const auto untouched = m_session->analysis();
        const auto before = m_session->shown()->map();
        hide({{0, 0}});
        const int runs = m_control->interventions;
        m_session->resetInterventions();
        QCOMPARE(m_session->analysis(), untouched);
        QCOMPARE(m_session->shown()->map(), before);
        QCOMPARE(m_control->interventions.load(), runs);
    }
    void ofManyStrokesTheLastIsShownAndNotEachIsRun()
    {
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
        m_session->setFollowedByEye(0);
        m_control->close();
        QSignalSpy runs(m_session.get(), &Session::runChanged);
        strokes(1);
        QTRY_COMPARE(m_control->interventions.load(), 1);
        strokes(12);
        QTRY_VERIFY(m_control->cancelled.load() > 0);
        QTRY_COMPARE(m_control->interventions.load(), m_control->cancelled.load() + 1);
        QVERIFY(m_control->interventions.load() < 12); // not each was begun
        m_control->open();
        QTRY_COMPARE(m_session->analysis()->interventions.hidden.size(), std::size_t{12});
        QCOMPARE(runs.count(), 1);
    }
    void anotherPictureShowsItsPatchesAndKeepsTheHeads()
    {
        m_session->editInterventions([](Interventions& changes) {
            hideCells(changes, {{0, 0}}, true);
            changeHead(changes, LayerIndex{1}, HeadIndex{0}, HeadChange::Off);
        });
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_VERIFY(m_session->analysis()->name == "b.png" && m_session->analysis()->untouched);
        QVERIFY(m_session->interventions().hidden.empty());
        QCOMPARE(m_session->analysis()->interventions.heads.size(), std::size_t{1});
    }
    void anotherModelKeepsNothing()
    {
        m_session->editInterventions([](Interventions& changes) { changes.hideWith = HideWith::Drop; });
        hide({{0, 0}});
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        QTRY_COMPARE(m_session->analysis()->model->title, std::string("other.safetensors"));
        QCOMPARE(m_session->interventions(), Interventions{}); // not every network can drop patches
        QVERIFY(!m_session->analysis()->untouched);
    }
    void aRunThatFailsTakesItsWishBackAndSaysWhy()
    {
        hide({{0, 0}});
        m_control->failWith({ErrorCode::Unsupported, "patches cannot be dropped; hide them with mean or zero"});
        m_session->editInterventions([](Interventions& changes) { changes.hideWith = HideWith::Drop; });
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QCOMPARE(m_session->interventions(), m_session->analysis()->interventions);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(QStringLiteral("cannot be dropped")));
    }
    void aCancelledRunTakesItsWishBack()
    {
        m_control->close();
        m_session->editInterventions([](Interventions& changes) { hideCells(changes, {{0, 0}}, true); });
        m_session->cancel();
        QVERIFY(m_session->interventions().empty());
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QVERIFY(m_session->shown());
    }
    void aMapOfABlockThatIsOffIsNoErrorButSaysSo()
    {
        m_session->editInterventions([](Interventions& changes) { switchBlock(changes, LayerIndex{3}, true); });
        QTRY_VERIFY(!m_session->whyNoMap().isEmpty());
        QVERIFY(!m_session->shown());
        QCOMPARE(child<MessageBar>("messageBar")->kind(), MessageBar::Kind::Info);
        QTRY_VERIFY(m_session->heads().complete());
        QVERIFY(m_session->heads().layer(3).maps.at(1).empty());
        child<HeadsGrid>("headsGrid")->grab(); // nothing is read beside what is there
        auto* canvas = child<ImageCanvas>("canvas"); // which says where the mouse is, and no number of the map that was
        QTest::mouseMove(canvas, canvas->patchRectInView({1, 1}).center().toPoint());
        QTRY_VERIFY(!canvas->readOut().isEmpty());
        QVERIFY2(!canvas->readOut().contains(QStringLiteral("rank")), qPrintable(canvas->readOut()));
        m_window->setInside(true); // there is no map there that could be missed
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
        m_window->setInside(false);
        QVERIFY(child<MessageBar>("messageBar")->isVisible());
        m_session->selection().setCurrentLayer(LayerIndex{2});
        QVERIFY(m_session->shown());
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
    }
    void aHeadThatIsOffHasNoShares()
    {
        m_session->selection().selectHead(LayerIndex{2}, HeadIndex{1});
        trigger(Command::HeadOff);
        QTRY_VERIFY(child<QLabel>("noShares")->text().contains(QStringLiteral("switched off")));
        QVERIFY(child<QLabel>("noShares")->isVisible());
    }
    void aBrushDuringAMapOfTheNetworkStopsItAndTheMapComesAfter()
    {
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Relevancy);
        const int before = m_control->explanations;
        hide({{0, 0}});
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_control->explanations.load(), before + 1);
    }
    void relevancyFollowsTheBrushWithOneRunAndOneMapAStroke()
    {
        m_session->setFollowedByEye(kForever);
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Relevancy);
        const int runs = m_control->interventions, maps = m_control->explanations;
        for (int stroke = 1; stroke < 4; ++stroke) {
            hide({{0, stroke % 4}, {1, stroke % 4}});
            QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
            QCOMPARE(m_control->interventions.load(), runs + stroke);
            QCOMPARE(m_control->explanations.load(), maps + stroke);
            QCOMPARE(m_session->shown()->analysis, m_session->analysis());
        }
        QCOMPARE(m_control->analyses.load(), 1); // the picture itself is not prepared again
        QCOMPARE(m_control->cancelled.load(), 0);
    }

private:
    static constexpr qint64 kForever = std::numeric_limits<qint64>::max();

    void prepare() override { openPicture(); }
    /// At one width of the canvas after another: the words wrap at some.
    QVector<int> captionHeights() const
    {
        QVector<int> all;
        auto* canvas = child<ImageCanvas>("canvas");
        for (int width = 200; width < 800; width += 20) {
            canvas->resize(width, 400);
            all << canvas->captionHeight();
        }
        return all;
    }
    /// One patch after another, as a brush does it.
    void strokes(int count)
    {
        for (int i = 0; i < count; ++i)
            m_session->editInterventions([i](Interventions& changes) { hideCells(changes, {{i / 4, i % 4}}, true); });
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::InterventionsTest)
#include "interventions_test.moc"
