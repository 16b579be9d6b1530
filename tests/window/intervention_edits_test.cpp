// tests/window/intervention_edits_test.cpp: what is hidden and switched off, as a value and in words.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/theme/number_text.h"

namespace patchlight
{

class InterventionEditsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cellsAreKeptOnceAndInOrder()
    {
        Interventions changes;
        hideCells(changes, {{2, 1}, {0, 3}, {2, 1}}, true);
        QCOMPARE(changes.hidden, (std::vector<Cell>{{0, 3}, {2, 1}}));
        QVERIFY(isHidden(changes, {2, 1}));
        hideCells(changes, {{0, 3}, {1, 1}}, false);
        QCOMPARE(changes.hidden, (std::vector<Cell>{{2, 1}}));
    }
    void aHeadHasOneChangeAtMost()
    {
        Interventions changes;
        changeHead(changes, LayerIndex{2}, HeadIndex{1}, HeadChange::Off);
        changeHead(changes, LayerIndex{2}, HeadIndex{1}, HeadChange::Mean);
        changeHead(changes, LayerIndex{1}, HeadIndex{2}, HeadChange::Uniform);
        QCOMPARE(changes.heads.size(), std::size_t{2});
        QCOMPARE(changes.heads.front().layer, LayerIndex{1});
        QCOMPARE(changeOf(changes, LayerIndex{2}, HeadIndex{1}), std::optional(HeadChange::Mean));
        changeHead(changes, LayerIndex{2}, HeadIndex{1}, {});
        QVERIFY(!changeOf(changes, LayerIndex{2}, HeadIndex{1}));
    }
    void theWordsNameWhatIsFewAndCountWhatIsMany()
    {
        Interventions changes;
        QCOMPARE(interventionsText(changes), QString());
        hideCells(changes, {{0, 0}, {0, 1}, {0, 2}}, true);
        changeHead(changes, LayerIndex{4}, HeadIndex{2}, HeadChange::Off);
        QCOMPARE(interventionsText(changes), QStringLiteral("3 patches hidden · layer 4, head 2 off"));
        changeHead(changes, LayerIndex{5}, HeadIndex{0}, HeadChange::Uniform);
        changeHead(changes, LayerIndex{6}, HeadIndex{0}, HeadChange::Mean);
        switchBlock(changes, LayerIndex{7}, true);
        QCOMPARE(interventionsText(changes), QStringLiteral("3 patches hidden · 3 heads changed · block 7 off"));
    }
    void changesCarryTheirSign()
    {
        QCOMPARE(changeText(0.123), QStringLiteral("+12.3"));
        QCOMPARE(changeText(-0.487), QStringLiteral("\u221248.7"));
        QCOMPARE(changeText(-0.0001), QStringLiteral("\u22120.01"));
        QCOMPARE(changeText(-0.00001), QStringLiteral("0"));
    }
    void whatCannotBeHiddenSoSaysWhy()
    {
        auto model = std::make_shared<ModelInfo>(*fakeModel("average"));
        model->config.pooling.value = Pooling::AveragePatches;
        const auto analysis = fakeAnalysis("a.png", model);
        QVERIFY(whyNotHidden(*analysis, HideWith::Drop).contains(QStringLiteral("cannot be dropped")));
        QCOMPARE(whyNotHidden(*analysis, HideWith::Zero), QString());
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::InterventionEditsTest)
#include "intervention_edits_test.moc"
