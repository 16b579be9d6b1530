// tests/window/values_test.cpp: what a map's values are called, and the colours and settings of one with two sides.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/value_texts.h"
#include "ui/view/canvas/map_values.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/value_combo.h"
#include <QLabel>
#include <limits>

namespace patchlight
{

using namespace Qt::StringLiterals;

class ValuesTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void noGapStaysBetweenChineseAndChinese()
    {
        QCOMPARE(withoutGaps(u"灯塔 的概率，ResNet 的"_s), u"灯塔的概率，ResNet 的"_s);
    }
    void everyMapThatIsNoAttentionSaysWhatItsValuesAre()
    {
        for (const MethodInfo& info : methods()) {
            const QString says = valuesText(mapOf(info.method));
            const bool shares = info.values == ValueMeaning::Shares;
            QCOMPARE(says.isEmpty(), shares);
            QVERIFY2(!says.contains(u"%1"_s), qPrintable(says));
        }
        QCOMPARE(valuesText(mapOf(Method::ScoreCam)),
            u"These values say how much each patch raises cat, not where attention goes."_s);
        QVERIFY(valuesText(mapOf(Method::InputGradient)).contains(u"raises (red) or lowers (blue) cat"_s));
        ShownMap lowering = mapOf(Method::GradientRollout);
        lowering.explanation.request.lowers = true;
        QVERIFY(valuesText(lowering).contains(u"it lowers cat,"_s));
    }
    void whereAllAreAlikeNoneHasARank()
    {
        QVERIFY(!MapValues({0, 0, 0, 0}, {2, 2}).readOut({1, 0}).contains(u"rank"_s)); // of a head that is off
        QVERIFY(!MapValues({0, 0, 0, 0}, {2, 2}).spoken({1, 0}).contains(u"rank"_s));
        QVERIFY(MapValues({0, 1, 0, 0}, {2, 2}).readOut({1, 0}).endsWith(u"rank 1 of 4"_s));
    }
    void thePlaceThatIsStrongestIsNamed()
    {
        ShownMap shown = mapOf(Method::GradCam);
        QVERIFY(strongestText(shown).isEmpty()); // all are alike
        shown.explanation.map.at({1, 2}) = 3;
        shown.explanation.map.at({2, 0}) = -4;
        shown.explanation.map.at({0, 0}) = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(strongestText(shown), u"Strongest: row 1, column 2."_s);
        shown.explanation.isSigned = true;
        QCOMPARE(strongestText(shown), u"Strongest in red: row 1, column 2; in blue: row 2, column 0."_s);
        shown.explanation.request.method = Method::Random;
        QVERIFY(strongestText(shown).isEmpty());
        shown = mapOf(Method::AttentionFlow);
        shown.explanation.map.at({1, 2}) = shown.explanation.map.at({2, 0}) = 3; // alike: neither is
        QVERIFY(strongestText(shown).isEmpty());
        shown = mapOf(Method::Relevancy); // of a patch: beside itself, which the scale leaves out
        shown.explanation.request.query = Query::patch({1, 2});
        shown.explanation.map.at({1, 2}) = 9;
        shown.explanation.map.at({2, 0}) = 1;
        QCOMPARE(strongestText(shown), u"Strongest of the others: row 2, column 0."_s);
        shown.explanation.map.at({1, 2}) = 1.5F; // in the scale
        QCOMPARE(strongestText(shown), u"Strongest: row 1, column 2."_s);
        shown = mapOf(Method::GradCam); // of a later stage
        shown.explanation.map = Grid<float>({2, 2}, 0);
        shown.explanation.map.at({1, 1}) = 1;
        QCOMPARE(strongestText(shown), u"Strongest: row 1, column 1 of 2 × 2 places."_s);
    }
    void thePanelSaysItAndWhereAttentionIsToBeSeen()
    {
        openPicture();
        show(Method::GradientRollout);
        const QString says = child<QLabel>("noShares")->text();
        QVERIFY2(
            says.contains(u"attention weighed"_s) && says.contains(u"see Attention or Rollout"_s), qPrintable(says));
    }
    void settingAndColoursOfAMapWithTwoSidesAgree()
    {
        openPicture();
        auto* colours = child<ColourMapPicker>("colourMap");
        const QString chosen = colours->name();
        show(Method::IntegratedGradients);
        QVERIFY(!child<ValueCombo>("signBox")->isVisible()); // both are there
        QVERIFY(colours->name() != chosen);
        QVERIFY(!colours->isEnabled() && colours->toolTip().contains(u"red and blue"_s));
        show(Method::Relevancy);
        QVERIFY(child<ValueCombo>("signBox")->isVisible());
        QCOMPARE(colours->name(), chosen);
        QVERIFY(colours->isEnabled());
    }

private:
    ShownMap mapOf(Method method)
    {
        ShownMap shown{fakeAnalysis("a.png", fakeModel("net")), {}};
        shown.explanation.request.method = method;
        shown.explanation.request.target = ClassIndex{2}; // the cat
        shown.explanation.map = Grid<float>(shown.analysis->tokens.grid, 0);
        return shown;
    }
    void show(Method method)
    {
        m_session->selection().setMethod(method);
        QTRY_VERIFY(!m_session->changing() && m_session->shown()->request().method == method);
        settle();
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ValuesTest)
#include "values_test.moc"
