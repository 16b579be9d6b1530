// tests/window/faithfulness_test.cpp: curves come on request, with their baselines, and say when they are of something
// else.
#include "tests/window/support/window_fixture.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/widgets/charts/curve_chart.h"
#include "ui/view/widgets/charts/score_table.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/status_strip.h"
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace patchlight
{

using namespace Qt::StringLiterals;

class FaithfulnessTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyAsksBeforeSomebodyClicks()
    {
        m_session->selection().setCurrentLayer(LayerIndex{1});
        showAnotherMap();
        QCOMPARE(m_session->busy(), Session::Busy::Nothing); // nothing is on its way either
        QCOMPARE(m_control->tests.load(), 0);
    }
    void theMapComesFirstThenWhatItIsComparedWith()
    {
        run(Command::TestMap);
        QCOMPARE(m_control->tests.load(), 3);
        QVERIFY(child<QWidget>("faithfulnessPage")->isVisible());
        const auto rows = scores()->rows();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].name, u"Attention"_s);
        const double first = m_session->shown()->map().values().front();
        QVERIFY(std::abs(rows[0].values[0].toDouble() - first) < 0.01 * first + 1e-4);
        QVERIFY(rows[1].values != rows[2].values);
        QCOMPARE(deletion()->curves().size(), 3);
        QCOMPARE(deletion()->curves()[0].values.front(), 3.0F); // the cat is class 2
        QVERIFY(scores()->spokenValue().contains(u"Attention: deletion "_s));
    }
    void bothCurvesHaveOneScaleWhoseTopIsLabelled()
    {
        run(Command::TestMap);
        CurveChart* insertion = m_window->findChildren<CurveChart*>()[1];
        QCOMPARE(insertion->accessibleName(), u"Insertion"_s);
        QCOMPARE(deletion()->top(), insertion->top());
        deletion()->setReach(0.756);
        deletion()->setCurves({{LineKind::Subject, u"Attention"_s, {0.5, 0.2}}});
        QCOMPARE(deletion()->top(), 1.05); // above the tick of 1.0
        child<QLabel>("testInvitation")->setText(u"x"_s);
        QVERIFY(child<QLabel>("testInvitation")->contentsMargins().right() > 0);
    }
    void thePercentagesBelowACurveAreNotCut()
    {
        CurveChart chart(u"Deletion"_s, {}, u"probability"_s);
        chart.setCurves({{LineKind::Subject, u"Attention"_s, {1, 0.5, 0}}});
        chart.show();
        const auto* view = chart.findChild<QGraphicsView*>();
        for (int width = 150; width < 600; width += 15) {
            chart.resize(width, 130);
            settle();
            for (const auto* item : view->items())
                if (const auto* label = qgraphicsitem_cast<const QGraphicsTextItem*>(item))
                    QVERIFY2(!label->toPlainText().contains(u"..."_s), qPrintable(u"%1: %2"_s.arg(width).arg(label->toPlainText())));
        }
    }
    void theStepsOfACurveHaveNumbersAndAName()
    {
        CurveChart chart(u"Deletion"_s, {}, u"probability"_s);
        chart.setStepWord(u"patches hidden"_s);
        chart.setCurves({{LineKind::Subject, u"Attention"_s, {1, 0.5, 0}}});
        chart.resize(320, 260);
        chart.show();
        settle();
        QStringList texts;
        for (const auto* item : chart.findChild<QGraphicsView*>()->items())
            if (const auto* label = qgraphicsitem_cast<const QGraphicsTextItem*>(item))
                texts << label->toPlainText();
        for (const QString& text : {u"0 %"_s, u"50 %"_s, u"100 %"_s, u"patches hidden"_s})
            QVERIFY2(texts.contains(text), qPrintable(texts.join(u'|')));
    }
    void belowZeroStandsATrueMinus()
    {
        CurveChart chart(u"Randomised weights"_s, {}, u"correlation"_s);
        chart.setSteps({u"a"_s, u"b"_s});
        chart.setCurves({{LineKind::Subject, u"Attention"_s, {1, -0.4F}}});
        chart.resize(400, 300);
        chart.show();
        settle();
        QStringList labels;
        for (const auto* item : chart.findChild<QGraphicsView*>()->items())
            if (const auto* label = qgraphicsitem_cast<const QGraphicsTextItem*>(item))
                labels << label->toPlainText();
        QVERIFY2(labels.contains(u"−0.5"_s) && labels.contains(u"0.5"_s), qPrintable(labels.join(u' ')));
    }
    void theKeyShowsWhatIsFinishedAndTheButtonRepeatsIt()
    {
        run(Command::TestMap);
        trigger(Command::Statistics);
        run(Command::TestMap);
        QVERIFY(child<QWidget>("faithfulnessPage")->isVisible());
        QVERIFY(scores()->isVisible());
        QCOMPARE(m_control->tests.load(), 3);
        QTRY_VERIFY(!m_session->lens().layers().empty()); // the numbers asked it; behind a closed gate it keeps the engine
        m_control->close();
        child<QPushButton>("testMap")->click();
        QTRY_COMPARE(m_control->tests.load(), 4);
        trigger(Command::TestMap); // that is under way for this map
        m_control->open();
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_control->tests.load(), 4);
        run(Command::TestWeights);
        run(Command::TestWeights);
        QCOMPARE(m_control->tests.load(), 5);
    }
    void anotherMapKeepsTheBaselines()
    {
        run(Command::TestMap);
        m_session->selection().setCurrentLayer(LayerIndex{1});
        run(Command::TestMap);
        QCOMPARE(m_control->tests.load(), 4);
    }
    void anotherClassAsksAllAgain()
    {
        run(Command::TestMap);
        m_session->selection().editMap([](MapChoice& c) { c.target = ClassIndex{0}; });
        QVERIFY(note().contains(u"class"_s));
        run(Command::TestMap);
        QCOMPARE(m_control->tests.load(), 6);
        QCOMPARE(deletion()->curves()[0].values.front(), 1.0F);
    }
    void whatIsNoLongerOnScreenSaysSo()
    {
        run(Command::TestMap);
        const QString fresh = note();
        QVERIFY(fresh.contains(u"cat"_s));
        m_session->selection().setCurrentLayer(LayerIndex{1});
        QVERIFY(note() != fresh);
        m_session->selection().setCurrentLayer(LayerIndex{3});
        QCOMPARE(note(), fresh); // back at what was tested
        m_session->editInterventions([](Interventions& changes) { hideCells(changes, {{0, 0}}, true); });
        QTRY_VERIFY(note().contains(u"the run without changes"_s));
    }
    void resultsOfAChangedRunSaySoOnceTheChangeIsTakenBack()
    {
        hide({{0, 0}});
        run(Command::TestMap);
        QVERIFY(!note().contains(u"run"_s));
        hide({{0, 0}, {0, 1}});
        QVERIFY2(note().contains(u"the run with other changes"_s), qPrintable(note()));
        hide({});
        QVERIFY2(note().contains(u"the run with changes; without them nothing"_s), qPrintable(note()));
        showAnotherMap();
        QVERIFY2(note().contains(u"the run with changes; without them nothing"_s), qPrintable(note()));
    }
    void whatIsOfAnotherMapBesideWhatIsNotSaysSo()
    {
        run(Command::TestWeights);
        showAnotherMap();
        QVERIFY2(note().startsWith(u"These results are of the previous map"_s), qPrintable(note()));
        run(Command::TestMap);
        QVERIFY2(note().startsWith(u"Randomised weights: These results are of the previous map"_s), qPrintable(note()));
        QVERIFY2(note().contains(u"Probability of cat"_s), qPrintable(note()));
        QVERIFY(m_window->findChildren<CurveChart*>().last()->toolTip().contains(u"the map that was tested"_s));
        m_session->selection().setMethod(Method::Attention);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Attention);
        QVERIFY2(note().startsWith(u"Deletion and insertion: These results are of the previous map"_s), qPrintable(note()));
        QVERIFY2(!note().contains(u"Randomised weights"_s), qPrintable(note()));
    }
    void anotherPictureClearsThem()
    {
        run(Command::TestMap);
        openPicture(u"/pictures/b.png"_s);
        QVERIFY(!scores()->isVisible());
        QVERIFY(child<QLabel>("testInvitation")->isVisible());
    }
    void anotherMapStopsTheTestUnderWay()
    {
        m_control->close();
        trigger(Command::TestMap);
        QTRY_COMPARE(m_control->tests.load(), 1);
        QCOMPARE(m_session->busy(), Session::Busy::Testing);
        m_session->selection().setCurrentLayer(LayerIndex{1});
        QTRY_COMPARE(m_control->cancelled.load(), 1);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QVERIFY(!scores()->isVisible());
        m_control->open();
        showAnotherMap(); // comes after whatever the stopped test still says
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_control->tests.load(), 1); // the baselines were not asked
    }
    /// Else the next layer would stop the test at once, without a word.
    void aTestEndsThePlaying()
    {
        auto* scrubber = child<LayerScrubber>("layerScrubber");
        run(Command::TestMap);
        m_session->selection().setCurrentLayer(LayerIndex{0});
        for (const Command command : {Command::TestMap, Command::TestWeights}) {
            trigger(Command::Play);
            QVERIFY(scrubber->playing());
            trigger(command);
            QVERIFY(!scrubber->playing());
            QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        }
        QCOMPARE(m_session->check().curvesOf()->request.layer, m_session->shown()->request().layer);
        QVERIFY(m_session->check().hasCurves() && m_session->check().hasSteps());
    }
    void whoStopsAWaitingTestIsNotToldThatItWaits()
    {
        m_control->close();
        trigger(Command::TestMap);
        QTRY_COMPARE(m_control->tests.load(), 1);
        trigger(Command::TestWeights);
        auto* bar = m_window->findChild<MessageBar*>();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"begins when"_s));
        Q_EMIT m_window->findChild<StatusStrip*>()->cancelRequested(); // as Esc does
        QVERIFY(!bar->isVisible());
        QVERIFY(!m_session->testWaits());
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
    }
    void insideSaysWhatItWaitsFor()
    {
        m_control->close();
        trigger(Command::TestMap);
        QTRY_COMPARE(m_control->tests.load(), 1);
        trigger(Command::OtherWay);
        QTRY_VERIFY(child<QLabel>("insideWaiting")->isVisible());
        const QString says = child<QLabel>("insideWaiting")->text();
        QVERIFY2(says.contains(u"Deleting and inserting patches"_s), qPrintable(says));
        m_control->open();
    }
    void aMapOfTheNetworkDoesNotWaitForATest()
    {
        m_control->close();
        trigger(Command::TestMap);
        QTRY_COMPARE(m_control->tests.load(), 1);
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_control->explanations.load(), 1);
        QCOMPARE(m_session->busy(), Session::Busy::Explaining);
    }
    void aCancelledTestLeavesNoHalfResult()
    {
        QSignalSpy failed(m_session.get(), &Session::failed);
        run(Command::TestMap);
        m_session->check().setPatchesPerStep(2);
        m_control->close();
        trigger(Command::TestMap);
        QTRY_COMPARE(m_control->tests.load(), 4);
        m_session->cancel();
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QVERIFY(!scores()->isVisible()); // other steps: the old ones went
        QCOMPARE(failed.count(), 0);
    }
    void aPictureKnownEvenBlurredSaysThatInsertionTellsLittle()
    {
        run(Command::TestMap);
        QVERIFY(!note().contains(u"Blurred"_s));
        m_control->blurred = 0.9F;
        m_session->testMap(); // the key would show what is finished
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QVERIFY(note().contains(u"Blurred"_s));
    }
    void aTestThatFailsSaysWhy()
    {
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::OutOfMemory, "no room for the pictures"});
        trigger(Command::TestMap);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
    }
    void progressGoesOverAllQuestions()
    {
        QVector<double> parts;
        connect(m_session.get(), &Session::progressed, this,
            [&parts](const QString&, int done, int total) { parts << double(done) / total; });
        run(Command::TestMap);
        QVERIFY(!parts.isEmpty());
        QVERIFY(std::is_sorted(parts.begin(), parts.end()));
        QVERIFY(parts.back() > 2.0 / 3 && parts.back() <= 1);
    }
    void manyPatchesChangeTogether()
    {
        QSignalSpy changed(&m_session->check(), &FaithfulnessCheck::changed);
        m_session->check().testCurves(subject(), Grid<float>({37, 37}, 1));
        QTRY_COMPARE(m_session->check().running(), FaithfulnessCheck::Running::Nothing);
        QCOMPARE(m_session->check().patchesPerStep(), 32); // 1369 patches: 43 steps
        QCOMPARE(m_control->testedCells.load(), 37 * 37); // the baselines have the map's grid, not the net's
        QVERIFY(changed.count() > 0);
    }
    void aMapWithoutAnOrderIsNotTested()
    {
        m_session->selection().setMethod(Method::FeatureColours);
        QTRY_COMPARE(m_session->shown()->request().method, Method::FeatureColours);
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        for (const Command command : {Command::TestMap, Command::TestWeights}) {
            run(command);
            QVERIFY(child<MessageBar>("messageBar")->text().contains(u"no order to test"_s));
            QCOMPARE(m_control->tests.load(), 0);
            QVERIFY(m_session->check().steps().empty());
        }
        QVERIFY(child<QLabel>("testInvitation")->text().contains(u"no order to test"_s));
        QVERIFY(!child<QPushButton>("testMap")->isEnabled() && !child<QPushButton>("testWeights")->isEnabled());
        m_session->selection().setMethod(Method::Attention);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Attention);
        QTRY_VERIFY(child<QPushButton>("testMap")->isEnabled());
    }
    void newWeightsHaveAChartOfTheirOwn()
    {
        run(Command::TestWeights);
        const auto* chart = m_window->findChildren<CurveChart*>().last();
        QVERIFY(chart->isVisible());
        QVERIFY(!deletion()->isVisible());
        QCOMPARE(chart->curves()[0].values, (QVector<float>{0.9F, 0.5F, -0.1F}));
        QVERIFY(chart->tip(0).contains(u"head"_s));
        QVERIFY(chart->tip(0.5).contains(u"block 0"_s));
        QVERIFY(chart->tip(1).contains(u"everything"_s));
    }

    void withoutAHeadWhatFollowsTheBlocksIsRandomisedFirst()
    {
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-dinov2-reg"));
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-dinov2-reg/input.npy"));
        run(Command::TestWeights);
        const auto* chart = m_window->findChildren<CurveChart*>().last();
        QTRY_VERIFY(chart->isVisible());
        QVERIFY2(chart->tip(0).contains(u"what follows the last block"_s), qPrintable(chart->tip(0)));
    }

private:
    void prepare() override { openPicture(); }
    CurveChart* deletion() const { return m_window->findChildren<CurveChart*>().first(); }
    ScoreTable* scores() const { return m_window->findChild<ScoreTable*>(); }
    QString note() const { return child<QLabel>("testNote")->text(); }
    CheckSubject subject() const { return {m_session->analysis(), m_session->selection().request(), ClassIndex{2}}; }
    void hide(const std::vector<Cell>& cells)
    {
        m_session->editInterventions([&cells](Interventions& changes) { changes.hidden = cells; });
        QTRY_COMPARE(m_session->analysis()->interventions, m_session->interventions());
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
    }
    /// One that the network is asked for.
    void showAnotherMap()
    {
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Relevancy);
    }
    void run(Command command)
    {
        trigger(command);
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::FaithfulnessTest)
#include "faithfulness_test.moc"
