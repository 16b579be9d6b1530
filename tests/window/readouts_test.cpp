// tests/window/readouts_test.cpp: what shows an answer: predictions, bars, facts, charts, and what assistive tools hear
// of them.
#include "tests/window/support/chinese.h"
#include "tests/window/support/spoken_value.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/texts.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/charts/statistics_chart.h"
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/widgets/fact_list.h"
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/widgets/thin_progress.h"
#include <QAbstractScrollArea>
#include <QScopeGuard>
#include <QSignalSpy>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

/// The first column within `part` that is not all of one colour.
int leftmostInk(const QImage& image, const QRect& part)
{
    const QRgb ground = image.pixel(part.bottomLeft());
    for (int x = part.left(); x <= part.right(); ++x)
        for (int y = part.top(); y <= part.bottom(); ++y)
            if (image.pixel(x, y) != ground)
                return x;
    return part.right() + 1;
}

QVector<PredictionRow> classes(int count)
{
    QVector<PredictionRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append({1000 + i, u"class %1"_s.arg(i), 1.0 / (i + 2), -double(i)});
    return rows;
}

}

class ReadoutsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void predictionsTellTheClassClicked();
    void predictionsFilterByNameAndNumber();
    void thousandsOfPredictionsAreNoTrouble();
    void colourBarReadsItsValuesBack();
    void sharesFillTheBarInOrder();
    void factsSayHowTheyAreKnown();
    void aFactThatIsAssumedForGoodSaysWhy();
    void aColonIsThatOfTheLanguage();
    void aFactWithoutRoomBesideItsNameStandsBelowIt();
    void aDotOfAChartChoosesItsHead();
    void aHeadingInCapitalsKeepsItsUnit();
    void progressSpeaks();
};

void ReadoutsTest::initTestCase()
{
    setReducedMotion(true);
    applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ThemeKind::Dark);
}

void ReadoutsTest::predictionsTellTheClassClicked()
{
    PredictionList list;
    list.resize(240, 220);
    list.setPredictions(classes(5));
    list.show();
    QSignalSpy chosen(&list, &PredictionList::targetChosen);
    const QRect second = list.visualRect(list.model()->index(1, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(chosen.value(0).value(0).toInt(), 1001);
    QCOMPARE(list.target(), 1001);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(list.target(), 1002);
    const auto select = QItemSelectionModel::ClearAndSelect; // as the action of assistive tools does
    list.selectionModel()->select(list.model()->index(3, 0), select);
    QTRY_COMPARE(list.target(), 1003);
    QTest::keyClick(&list, Qt::Key_Down); // looks at a row without choosing it
    QCoreApplication::processEvents();
    QCOMPARE(list.target(), 1003);
}

void ReadoutsTest::predictionsFilterByNameAndNumber()
{
    PredictionList list;
    list.setPredictions(classes(100));
    list.setFilter(u"class 9"_s);
    QCOMPARE(list.model()->rowCount(), 11); // 9 and 90 … 99
    list.setFilter(u"1042"_s);
    QCOMPARE(list.model()->rowCount(), 1);
    list.setFilter({});
    QCOMPARE(list.model()->rowCount(), 100);
}

void ReadoutsTest::thousandsOfPredictionsAreNoTrouble()
{
    PredictionList list;
    list.resize(240, 220);
    list.show();
    list.setPredictions(classes(21843));
    list.grab();
    list.setTarget(1000 + 21000);
    list.grab();
    QCOMPARE(list.findChildren<QWidget*>().size() < 100, true); // rows are painted, not widgets
}

void ReadoutsTest::colourBarReadsItsValuesBack()
{
    ColourBarWidget bar;
    bar.resize(80, 220);
    bar.setRange(-0.4, 0.4);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().top()) - 0.4) < 1e-9);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().bottom()) + 0.4) < 1e-9);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().center().y())) < 1e-9);
    QCOMPARE(spokenValue(bar), u"from \u22120.40 to 0.40"_s);
    bar.setLying(true);
    bar.resize(220, 40);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().left()) + 0.4) < 1e-9);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().right()) - 0.4) < 1e-9);
    QVERIFY(bar.middleFits());
    bar.setRange(0.00023, 0.033);
    bar.resize(110, 40);
    QVERIFY(!bar.middleFits());
    bar.resize(220, 40); // one value alone stands in the middle, once
    bar.setColours(QVector<QRgb>(256, qRgb(9, 9, 9)));
    bar.setRange(0, 0);
    const QImage alone = bar.grab().toImage();
    const QRect below(0, alone.height() / 2, alone.width(), alone.height() / 2);
    QVERIFY(leftmostInk(alone, below) > alone.width() / 3);
}

void ReadoutsTest::sharesFillTheBarInOrder()
{
    SharesBar bar;
    bar.resize(200, 100);
    bar.setParts({{u"patches"_s, 0.85}, {u"class token itself"_s, 0.15}});
    QCOMPARE(bar.partRect(0), QRectF(0, 0, 170, 8));
    QCOMPARE(bar.partRect(1), QRectF(170, 0, 30, 8));
    QCOMPARE(spokenValue(bar), u"patches 85 %, class token itself 15 %"_s);
    bar.setParts({{u"patches"_s, 0.998}, {u"class token itself"_s, 0.002}});
    QCOMPARE(spokenValue(bar), u"patches 99.8 %, class token itself 0.2 %"_s);
}

void ReadoutsTest::factsSayHowTheyAreKnown()
{
    FactList facts;
    facts.setRows({{u"norm ε"_s, u"1e-6"_s, FactRow::Origin::Assumed, {}},
        {u"classes"_s, u"1,000"_s, FactRow::Origin::Read, {}}});
    QCOMPARE(spokenValue(facts), u"norm ε 1e-6 assumed, classes 1,000 read"_s);
}

void ReadoutsTest::aFactThatIsAssumedForGoodSaysWhy()
{
    ModelInfo model;
    model.config.classes.value = 10;
    model.config.outputs = {Outputs::Classes, Origin::Assumed};
    int outputs = 0;
    for (const ModelFact& fact : modelFacts(model))
        if (fact.label == u"predicts"_s) {
            ++outputs;
            QVERIFY2(fact.id != FactId::None || fact.toolTip.contains(u"cannot be changed here"_s),
                qPrintable(fact.toolTip));
        }
    QCOMPARE(outputs, 1);
}

void ReadoutsTest::aColonIsThatOfTheLanguage()
{
    QCOMPARE(withLabel(u"patch"_s, u"16 px"_s), u"patch: 16 px"_s);
    Chinese chinese;
    QCoreApplication::installTranslator(&chinese);
    const auto back = qScopeGuard([&] { QCoreApplication::removeTranslator(&chinese); });
    QCOMPARE(withLabel(u"patch"_s, u"16 px"_s), u"patch：16 px"_s);
}

void ReadoutsTest::aFactWithoutRoomBesideItsNameStandsBelowIt()
{
    FactList facts;
    facts.setRows({{u"prediction from"_s, u"class token and mean of patches"_s, FactRow::Origin::Inferred, {}},
        {u"norm ε"_s, u"1e-6"_s, FactRow::Origin::None, {}}});
    const int wide = scaled(500), narrow = scaled(200);
    QVERIFY(!facts.hasOwnLine(0, wide));
    QVERIFY(facts.hasOwnLine(0, narrow));
    QVERIFY(!facts.hasOwnLine(1, narrow));
    QVERIFY(facts.heightForWidth(narrow) > facts.heightForWidth(wide));
    facts.resize(narrow, facts.heightForWidth(narrow));
    QCOMPARE(facts.rowRect(1).top(), facts.rowRect(0).bottom() + 1);
    QCOMPARE(facts.rowRect(1).bottom() + 1, facts.height());
}

void ReadoutsTest::aDotOfAChartChoosesItsHead()
{
    StatisticsPanel panel;
    HeadStatistics statistics;
    statistics.entropy = {{1, 2, 3}, {2, 2.5, 4}};
    statistics.uniformEntropy = 5;
    panel.setStatistics(statistics);
    panel.resize(900, 260);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy chosen(&panel, &StatisticsPanel::headChosen);
    auto* chart = panel.findChild<StatisticsChart*>();
    QWidget* paper = chart->findChild<QAbstractScrollArea*>(u"chart"_s)->viewport();
    QTRY_VERIFY(chart->dotInView(0, 0) != chart->dotInView(1, 2));
    QTest::mouseClick(paper, Qt::LeftButton, {}, paper->mapFrom(chart, chart->dotInView(1, 2)));
    QCOMPARE(chosen.value(0), (QList<QVariant>{1, 2}));
}

void ReadoutsTest::aHeadingInCapitalsKeepsItsUnit()
{
    StatisticsPanel panel;
    HeadStatistics statistics;
    statistics.entropy = {{1, 2}};
    panel.setStatistics(statistics);
    panel.resize(900, 260);
    panel.show();
    const auto* heading = panel.findChild<StatisticsChart*>()->findChild<QLabel*>();
    QCOMPARE(heading->text(), u"ENTROPY, nats"_s);
    QCOMPARE(heading->font().capitalization(), QFont::MixedCase);
}

void ReadoutsTest::progressSpeaks()
{
    ThinProgress progress;
    progress.setFraction(0.42);
    QCOMPARE(spokenValue(progress), u"42 percent"_s);
    progress.setFraction(7);
    QCOMPARE(progress.fraction(), 1.0);
    progress.setUnknown();
    QCOMPARE(spokenValue(progress), u"running"_s);
}

PATCHLIGHT_WINDOW_TEST(ReadoutsTest)
#include "readouts_test.moc"
