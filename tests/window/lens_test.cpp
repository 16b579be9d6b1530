// tests/window/lens_test.cpp: the logit lens is asked when somebody looks, once, and the chart shows its numbers.
#include "tests/window/support/window_fixture.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/widgets/charts/lens_chart.h"
#include <QAbstractScrollArea>
#include <QLabel>
#include <QSignalSpy>
#include <cmath>
#include <limits>

namespace patchlight
{

class LensTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyAsksBeforeSomebodyLooks()
    {
        m_session->selection().setCurrentLayer(LayerIndex{1});
        m_session->filters().follow(m_session->model());
        QTRY_COMPARE(m_control->filters.load(), 1); // answered after every lens that was asked before
        QCOMPARE(m_control->lenses.load(), 0);
        showNumbers();
        QCOMPARE(m_control->lenses.load(), 1);
    }
    void theChartShowsTheTargetAndWhoLeads()
    {
        showNumbers();
        const double cat = std::exp(3.0) / (std::exp(3.0) + 2);
        QVERIFY(std::abs(chart()->points().at(3).target - cat) < 1e-6);
        QCOMPARE(chart()->points().at(3).topName, QStringLiteral("cat"));
        m_session->selection().editMap([](MapChoice& c) { c.target = ClassIndex{0}; });
        QVERIFY(std::abs(chart()->points().at(3).target - 1 / (std::exp(3.0) + 2)) < 1e-6);
        QVERIFY(chart()->tip(3).contains(QStringLiteral("dog")));
        QCOMPARE(m_control->lenses.load(), 1); // another class is known already
    }
    void aLongClassNameIsNotCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 260;
        QTest::newRow("wide") << 600;
    }
    void aLongClassNameIsNotCut()
    {
        QFETCH(const int, width);
        LensChart lens;
        lens.setPoints(
            {LensPoint{true, 0.2F, 0.5F, QStringLiteral("cat")}, LensPoint{true, 0.4F, 0.5F, QStringLiteral("cat")}},
            QStringLiteral("European fire salamander"));
        lens.resize(width, 130);
        lens.show();
        settle();
        const auto* legend = lens.findChild<QLabel*>(QStringLiteral("lensLegend"));
        QVERIFY2(legend->text().contains(QStringLiteral("European fire salamander")), qPrintable(legend->text()));
        QVERIFY(legend->fontMetrics().horizontalAdvance(legend->text()) <= legend->width());
    }
    void anotherTokenAndAnotherRunAreAskedAgain()
    {
        showNumbers();
        m_session->selection().setQuery(Query::patch({1, 1}));
        QTRY_COMPARE(m_control->lenses.load(), 2);
        m_session->editInterventions([](Interventions& changes) { hideCells(changes, {{0, 0}}, true); });
        QTRY_COMPARE(m_control->lenses.load(), 3);
    }
    void theChartAndTheLineAtTheLeftNameItsToken()
    {
        showNumbers();
        const auto* title = chart()->findChild<QLabel*>(QStringLiteral("lensTitle"));
        const auto* left = child<QLabel>("lensToken");
        QVERIFY2(title->text().contains(QStringLiteral("class token")), qPrintable(title->text()));
        m_session->selection().setQuery(Query::patch({1, 2}));
        QTRY_VERIFY2(title->text().contains(QStringLiteral("row 1, column 2")), qPrintable(title->text()));
        QVERIFY(left->isVisible());
        QCOMPARE(left->accessibleName(), QStringLiteral("row 1, column 2"));
        trigger(Command::Statistics);
        QVERIFY(!left->isVisible()); // the maps' own line says it
    }
    void anotherModelForgetsWhatTheOldOneSaid()
    {
        showNumbers();
        QVERIFY(!m_session->lens().layers().empty());
        trigger(Command::Statistics); // back to the maps: nobody asks again
        QSignalSpy loaded(m_session.get(), &Session::modelChanged);
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(m_session->lens().layers().empty());
    }
    void aClassThatTheLensDoesNotKnowIsUnknown()
    {
        showNumbers();
        m_session->selection().editMap([](MapChoice& c) { c.target = ClassIndex{1000}; });
        QCOMPARE(chart()->points().size(), 4);
        QVERIFY(!chart()->points().at(3).known);
    }
    void aClickOnTheChartChoosesTheLayer()
    {
        showNumbers();
        auto* paper = chart()->findChild<QAbstractScrollArea*>(QStringLiteral("chart"));
        QTRY_VERIFY(chart()->layerInChart(1) != chart()->layerInChart(2));
        QTest::mouseClick(paper->viewport(), Qt::LeftButton, {}, chart()->layerInChart(1));
        QCOMPARE(m_session->selection().currentLayer().value, 1);
    }
    void aLensThatWasCancelledLeavesNoNumbersOfTheTokenBeforeAndIsAskedAgain()
    {
        showNumbers();
        m_control->close();
        m_session->selection().setQuery(Query::patch({0, 1}));
        QTRY_COMPARE(m_control->lenses.load(), 2);
        m_session->cancel();
        QVERIFY(m_session->lens().layers().empty());
        QVERIFY(!chart()->isVisible());
        m_control->open();
        trigger(Command::Statistics);
        showNumbers();
        QCOMPARE(m_control->lenses.load(), 3);
    }
    void aPictureThatFailsGivesTheLensBackThatWasOnItsWay()
    {
        showNumbers();
        m_control->close();
        m_session->selection().setQuery(Query::patch({0, 1}));
        QTRY_COMPARE(m_control->lenses.load(), 2);
        m_session->openPicture(QStringLiteral("/pictures/broken.png"));
        QTRY_COMPARE(m_control->analyses.load(), 2);
        m_control->failWith({ErrorCode::Malformed, "broken.png: cut off"});
        m_control->open();
        QTRY_VERIFY(chart()->isVisible());
    }
    void aLensThatFailsLeavesNoChartAndNoError()
    {
        QSignalSpy failed(m_session.get(), &Session::failed);
        showNumbers();
        m_control->failWith({ErrorCode::Unsupported, "no lens"});
        m_session->selection().setQuery(Query::patch({0, 1}));
        QTRY_VERIFY(!chart()->isVisible());
        QCOMPARE(failed.count(), 0);
    }

private:
    void prepare() override { openPicture(); }
    LensChart* chart() const { return m_window->findChild<LensChart*>(); }
    void showNumbers()
    {
        trigger(Command::Statistics);
        QTRY_VERIFY(chart()->isVisible());
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::LensTest)
#include "lens_test.moc"
