// tests/window/values_test.cpp: what a map's values are called, and the colours and settings of one with two sides.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/value_texts.h"
#include "ui/view/canvas/map_values.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/value_combo.h"
#include <QLabel>
#include <cmath>
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
            const QString says = valuesText(litMapOf(info.method));
            const bool shares = info.values == ValueMeaning::Shares;
            QCOMPARE(says.isEmpty(), shares);
            QVERIFY2(!says.contains(u"%1"_s), qPrintable(says));
        }
        QCOMPARE(valuesText(litMapOf(Method::ScoreCam)),
            u"These values say how much each patch raises cat, not where attention goes."_s);
        QVERIFY(valuesText(litMapOf(Method::InputGradient)).contains(u"raises (red) or lowers (blue) cat"_s));
        ShownMap lowering = litMapOf(Method::GradientRollout);
        lowering.explanation.request.lowers = true;
        QVERIFY(valuesText(lowering).contains(u"it lowers cat,"_s));
        QVERIFY(valuesText(litMapOf(Method::Attribution)).startsWith(u"These values are relevance of attention weighed"_s));
    }
    void aMapOfZerosSaysSoInWordsAndInItsCaption()
    {
        const ShownMap zeros = mapOf(Method::GradCamPlusPlus);
        QCOMPARE(valuesText(zeros), u"Every value is 0: nothing in this map raises cat. Another layer may say more."_s);
        QVERIFY(mapTitle(zeros).endsWith(u" · every value is 0"_s));
        QVERIFY(!mapTitle(litMapOf(Method::GradCamPlusPlus)).contains(u"every value"_s));
        QCOMPARE(valuesText(mapOf(Method::Attention)), u"Every value is 0: there is nothing to see in this map."_s);
        ShownMap nowhere = mapOf(Method::Attention); // where the query cannot look there is no value
        nowhere.explanation.map.at({0, 0}) = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(mapTitle(nowhere).endsWith(u" · every value is 0"_s));
    }
    void theCaptionNamesEverySettingThatWasChanged()
    {
        ShownMap rollout = litMapOf(Method::Rollout);
        QCOMPARE(mapTitle(rollout), u"Rollout"_s);
        rollout.explanation.request.head = HeadFusion::Max;
        rollout.explanation.request.alpha = 0.8F;
        rollout.explanation.request.discard = 0.27F;
        QCOMPARE(mapTitle(rollout), u"Rollout · maximum of heads · residual weight 0.80 · without the smallest 27 %"_s);
        ShownMap noisy = litMapOf(Method::SmoothGrad);
        noisy.explanation.request.steps = 8;
        QCOMPARE(mapTitle(noisy), u"SmoothGrad · 8 steps · cat"_s);
    }
    void twoMapsAreComparedWithoutThePatchThatWasAsked()
    {
        ShownMap live = litMapOf(Method::Relevancy), held = litMapOf(Method::Attention);
        QVERIFY(!comparedMaps(live, held).withoutQuery);
        live.explanation.request.query = held.explanation.request.query = Query::patch({1, 2});
        live.explanation.map.at({1, 2}) = 50; // its own relevance, which its scale leaves out
        const auto maps = comparedMaps(live, held);
        QVERIFY(maps.withoutQuery);
        QVERIFY(std::isnan(maps.live.at({1, 2})) && std::isnan(maps.held.at({1, 2})));
        QCOMPARE(maps.live.at({0, 0}), 1.0F);
        QVERIFY2(differenceTitle(live, held).contains(u", both scaled to sum 1 first · without the query itself"_s), qPrintable(differenceTitle(live, held)));
        QVERIFY(comparedMaps(held, live).withoutQuery);
        held.explanation.map = Grid<float>({2, 2}, 1); // of another grid there is nothing to compare
        QVERIFY(!comparedMaps(live, held).withoutQuery);
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
        m_session->selection().editMap([](MapChoice& c) { c.target = ClassIndex{2}; }); // whose map here is not of zeros
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
    ShownMap litMapOf(Method method)
    {
        ShownMap shown = mapOf(method);
        shown.explanation.map.at({0, 0}) = 1;
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
