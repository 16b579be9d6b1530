// tests/window/selection_test.cpp: choices stay possible, change once, and keep methods' layers apart.
#include "tests/window/support/window_test.h"
#include "ui/adapter/texts.h"
#include "ui/state/moved_query.h"
#include "ui/state/selection.h"
#include <QSignalSpy>

namespace patchlight
{

class SelectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_selection = std::make_unique<Selection>();
        m_selection->setShape(shape(12, 3));
    }

    void aNewNetStartsAtItsLastLayer()
    {
        QCOMPARE(m_selection->map().layer.value, 11);
        QCOMPARE(m_selection->map().endLayer.value, 11);
        QCOMPARE(m_selection->map().startLayer.value, 0);
    }
    void whoHearsOfAnotherNetFindsAChoiceThatFits()
    {
        m_selection->selectHead(LayerIndex{11}, HeadIndex{2});
        m_selection->setQuery(Query::patch({13, 13}));
        int heard = 0;
        connect(m_selection.get(), &Selection::shapeChanged, this, [&] {
            ++heard;
            QVERIFY(m_selection->map().layer.value < 4);
            QCOMPARE(m_selection->map().query, Query{});
        });
        NetShape small = shape(4, 2);
        small.tokens.grid = {3, 4};
        m_selection->setShape(small);
        QCOMPARE(heard, 1);
    }
    void whatIsAskedStaysWhereItIsInThePicture()
    {
        const auto seen = [](int patches, GridSize picture, double scale, double crop) {
            Analysis a;
            a.tokens.grid = {patches, patches};
            a.geometry = InputGeometry(picture, {24, 24}, scale, scale, crop, crop);
            return a;
        };
        const Analysis four = seen(4, {24, 24}, 1, 0), six = seen(6, {24, 24}, 1, 0);
        QCOMPARE(movedQuery(Query::patch({2, 2}), four, six), Query::patch({3, 3})); // pixel 15 of 24
        QCOMPARE(movedQuery(Query::patch({2, 2}), four, four), Query::patch({2, 2}));
        const Query region{Query::Kind::Patches, 0, {{2, 2}, {2, 3}}, false};
        QCOMPARE(movedQuery(region, four, six), (Query{Query::Kind::Patches, 0, {{3, 3}, {3, 4}, {3, 5}}, false}));
        const Analysis middle = seen(6, {24, 24}, 2, 12); // sees pixels 6 to 18
        QCOMPARE(movedQuery(Query::patch({2, 2}), four, middle), Query::patch({4, 4}));
        QCOMPARE(movedQuery(Query::patch({0, 0}), four, middle), Query{});
        QCOMPARE(movedQuery(Query::patch({2, 2}), four, seen(6, {48, 48}, 0.5, 0)), Query::patch({3, 3}));
        m_selection->setQuery(Query::patch({13, 13}));
        NetShape small = shape(4, 2);
        small.tokens.grid = {3, 4};
        m_selection->setShape(small, Query::patch({2, 3}));
        QCOMPARE(m_selection->map().query, Query::patch({2, 3}));
    }
    void aDifferenceOfTokensNeedsBothOfThem()
    {
        Query difference;
        difference.kind = Query::Kind::TokenDifference;
        m_selection->setQuery(difference);
        QCOMPARE(m_selection->map().query, Query{});
        NetShape distilled = shape(12, 3);
        distilled.tokens.distillationToken = true;
        m_selection->setShape(distilled);
        m_selection->setQuery(difference);
        QCOMPARE(m_selection->map().query, difference);
        m_selection->setShape(shape(12, 3));
        QCOMPARE(m_selection->map().query, Query{});
    }
    void aHeadAndAnotherBecomeTheFusedSubsetOfTheirLayer()
    {
        m_selection->selectHead(LayerIndex{4}, HeadIndex{0});
        m_selection->toggleHead(LayerIndex{4}, HeadIndex{2});
        QCOMPARE(m_selection->request().head, HeadChoice{HeadFusion::Mean});
        QCOMPARE(m_selection->request().headWeights, (std::vector<float>{1, 0, 1}));
        QVERIFY(m_selection->fuses(LayerIndex{4}, HeadIndex{0}));
        QVERIFY(!m_selection->fuses(LayerIndex{5}, HeadIndex{0}));
        m_selection->toggleHead(LayerIndex{4}, HeadIndex{0});
        m_selection->toggleHead(LayerIndex{4}, HeadIndex{2});
        QCOMPARE(m_selection->request().headWeights, std::vector<float>()); // nobody is left: all again
        m_selection->toggleHead(LayerIndex{4}, HeadIndex{1});
        QSignalSpy left(m_selection.get(), &Selection::subsetLeft);
        m_selection->toggleHead(LayerIndex{6}, HeadIndex{2}); // another layer begins anew
        QCOMPARE(left.count(), 1); // and says so
        QCOMPARE(left[0][0].value<LayerIndex>(), LayerIndex{4});
        QCOMPARE(m_selection->request().headWeights, (std::vector<float>{0, 0, 1}));
        m_selection->selectHead(LayerIndex{6}, HeadFusion::Mean); // the layer's own fused map
        QCOMPARE(m_selection->request().headWeights, std::vector<float>());
    }
    void oneHeadOfAListIsCalledByItsName()
    {
        QCOMPARE(headLabel(HeadFusion::Mean, {0, 1, 0}), QStringLiteral("head 1"));
        QCOMPARE(headLabel(HeadFusion::Mean, {1, 0, 1}), QStringLiteral("mean of heads 0,2"));
    }
    void aSignedMapSaysBothSidesAndIsNotTurnedRound()
    {
        m_selection->setMethod(Method::Relevancy);
        m_selection->editMap([](MapChoice& c) { c.lowers = true; });
        QVERIFY(m_selection->request().lowers);
        m_selection->setMethod(Method::IntegratedGradients);
        QVERIFY(m_selection->controls().target && !m_selection->controls().sign);
        QVERIFY(!m_selection->request().lowers);
    }
    void aMethodThroughAllLayersFusesTheSubsetInEach()
    {
        m_selection->setMethod(Method::Rollout);
        m_selection->toggleHead(LayerIndex{3}, HeadIndex{1});
        QCOMPARE(m_selection->map().method, Method::Rollout);
        QCOMPARE(m_selection->request().headWeights, (std::vector<float>{0, 1, 0}));
        QVERIFY(m_selection->fuses(LayerIndex{11}, HeadIndex{1}));
        m_selection->setShape(shape(12, 4)); // other heads: those weights say nothing of them
        QCOMPARE(m_selection->request().headWeights, std::vector<float>());
    }
    void weightsStayWhileOneHeadIsLookedAt()
    {
        m_selection->editMap([](MapChoice& c) { c.headWeights = {1, 0.5F, 0}; });
        m_selection->editMap([](MapChoice& c) { c.head = HeadIndex{2}; });
        QCOMPARE(m_selection->request().headWeights, std::vector<float>());
        m_selection->editMap([](MapChoice& c) { c.head = HeadFusion::Max; });
        QCOMPARE(m_selection->request().headWeights, (std::vector<float>{1, 0.5F, 0}));
    }
    void theLayerOfGradCamIsNotThatOfAttention()
    {
        m_selection->selectHead(LayerIndex{3}, HeadFusion::Mean);
        m_selection->setMethod(Method::GradCam);
        QCOMPARE(m_selection->request().layer, std::optional(LayerIndex{11}));
        m_selection->setCurrentLayer(LayerIndex{8});
        QCOMPARE(m_selection->request().layer, std::optional(LayerIndex{8}));
        m_selection->setMethod(Method::Attention);
        QCOMPARE(m_selection->request().layer, std::optional(LayerIndex{3}));
    }
    void positionsAreAskedFromAPatch()
    {
        m_selection->setMethod(Method::PositionSimilarity);
        QCOMPARE(m_selection->map().query.kind, Query::Kind::Patches);
        m_selection->resetQuery(); // the class token, where it has a position, may still be asked
        QCOMPARE(m_selection->request().query, Query{});
        m_selection->setQuery(Query::patch({0, 1}));
        m_selection->setMethod(Method::Attention);
        m_selection->setMethod(Method::PositionSimilarity);
        QCOMPARE(m_selection->map().query, Query::patch({0, 1}));
    }
    void everyMethodHasTheControlsOfWhatItReadsAndNoOther()
    {
        for (const auto& info : methods()) {
            const auto c = controlsOf(info.method);
            const auto reads = [&info](Parameter p) { return info.reads.has(p); };
            QCOMPARE(c.layer, reads(Parameter::Layer));
            QCOMPARE(c.layerIsOptional, info.layerIsOptional);
            QCOMPARE(c.head || c.fusion, reads(Parameter::Head));
            QVERIFY(!(c.head && c.fusion));
            QCOMPARE(c.alpha, reads(Parameter::Alpha));
            QCOMPARE(c.discard, reads(Parameter::Discard));
            QCOMPARE(c.range, reads(Parameter::LayerRange));
            QCOMPARE(c.target, reads(Parameter::Target));
            QCOMPARE(c.query, reads(Parameter::Query));
            QCOMPARE(c.inverse, reads(Parameter::Inverse));
            QCOMPARE(c.steps, reads(Parameter::Steps));
        }
        QVERIFY(controlsOf(Method::Rollout).alpha && controlsOf(Method::Relevancy).fusion);
        QVERIFY(controlsOf(Method::Relevancy).sign && !controlsOf(Method::SmoothGrad).sign); // a size has no direction
        QVERIFY(controlsOf(Method::GradCam).layer && !controlsOf(Method::GradientRollout).alpha);
    }
    void aMethodWhoseLayerIsOptionalStartsAtThePictureAndFollowsTheScrubber()
    {
        m_selection->setMethod(Method::AttnLrp);
        QVERIFY(!m_selection->request().layer);
        m_selection->setCurrentLayer(LayerIndex{1});
        QCOMPARE(m_selection->request().layer, std::optional(LayerIndex{1}));
        m_selection->setMethod(Method::GradCam);
        QCOMPARE(m_selection->request().layer, std::optional(LayerIndex{1}));
        m_selection->setMethod(Method::AttnLrp);
        m_selection->editMap([](MapChoice& c) { c.atPicture = true; });
        QVERIFY(!m_selection->request().layer);
        m_selection->setMethod(Method::GradCam);
        m_selection->setCurrentLayer(LayerIndex{0});
        m_selection->setMethod(Method::AttnLrp);
        QVERIFY(!m_selection->request().layer); // what another method walks through is not where this one was left
    }
    void aQueryIsTurnedRoundOnlyWhereTheMethodCan()
    {
        Query query = Query::patch({0, 1});
        query.inverse = true;
        m_selection->setQuery(query);
        QVERIFY(m_selection->request().query.inverse);
        m_selection->setMethod(Method::Relevancy);
        QCOMPARE(m_selection->request().query, Query::patch({0, 1}));
        m_selection->setMethod(Method::Rollout);
        QVERIFY(m_selection->request().query.inverse);
    }
    void layersStopAtTheEnds()
    {
        m_selection->stepLayer(1);
        QCOMPARE(m_selection->currentLayer().value, 11);
        m_selection->stepLayer(-100);
        QCOMPARE(m_selection->currentLayer().value, 0);
    }
    void headsGoRoundThroughTheirMean()
    {
        QList<int> seen;
        for (int i = 0; i < 4; ++i) {
            m_selection->stepHead(1);
            const auto* head = std::get_if<HeadIndex>(&m_selection->map().head);
            seen << (head ? head->value : -1);
        }
        QCOMPARE(seen, QList<int>({0, 1, 2, -1}));
    }
    void walkingThroughAttentionDoesNotShortenTheRollout()
    {
        m_selection->setCurrentLayer(LayerIndex{3});
        m_selection->setMethod(Method::Rollout);
        QCOMPARE(m_selection->request().endLayer->value, 11);
        QVERIFY(!m_selection->request().layer);
    }
    void theScrubberShortensTheRollout()
    {
        m_selection->setMethod(Method::Rollout);
        m_selection->stepLayer(-2);
        QCOMPARE(m_selection->request().endLayer->value, 9);
    }
    void aClickOnAHeadTurnsToRawAttention()
    {
        m_selection->setMethod(Method::Rollout);
        m_selection->selectHead(LayerIndex{4}, HeadIndex{1});
        QCOMPARE(m_selection->map().method, Method::Attention);
        QCOMPARE(m_selection->request().layer->value, 4);
    }
    void theSameChoiceIsNoNews()
    {
        QSignalSpy changed(m_selection.get(), &Selection::mapChanged);
        m_selection->setCurrentLayer(LayerIndex{11});
        m_selection->resetQuery();
        QCOMPARE(changed.count(), 0);
        m_selection->setCurrentLayer(LayerIndex{5});
        QCOMPARE(changed.count(), 1);
    }
    void theQueryWalksPatchByPatchAndStaysOnTheGrid()
    {
        m_selection->moveQuery(0, 1);
        QCOMPARE(m_selection->map().query, Query::patch({7, 7}));
        m_selection->moveQuery(-1, 0);
        QCOMPARE(m_selection->map().query, Query::patch({6, 7}));
        m_selection->moveQuery(-100, 100);
        QCOMPARE(m_selection->map().query, Query::patch({0, 13}));
        m_selection->resetQuery();
        QCOMPARE(m_selection->map().query, Query{});
    }
    void aSmallerNetKeepsNoLayerItHasNot()
    {
        m_selection->selectHead(LayerIndex{10}, HeadIndex{2});
        m_selection->setShape(shape(4, 2));
        QCOMPARE(m_selection->map().layer.value, 3);
    }
    void methodsThatDoNotFitAreNotChosen()
    {
        NetShape swin = shape(4, 3);
        swin.windowed = true;
        m_selection->setMethod(Method::Attribution);
        m_selection->setShape(swin);
        QCOMPARE(m_selection->map().method, Method::Attention);
        m_selection->setMethod(Method::Attribution);
        QCOMPARE(m_selection->map().method, Method::Attention);
    }
    void withoutClassesThereIsNothingToExplainForOne()
    {
        NetShape headless = shape(12, 3);
        headless.classes = 0;
        m_selection->setShape(headless);
        m_selection->setMethod(Method::Relevancy);
        QCOMPARE(m_selection->map().method, Method::Attention);
    }

private:
    static NetShape shape(int layers, int heads)
    {
        NetShape s;
        s.heads.assign(static_cast<std::size_t>(layers), heads);
        s.tokens.grid = {14, 14};
        s.classes = 1000;
        return s;
    }
    std::unique_ptr<Selection> m_selection;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::SelectionTest)
#include "selection_test.moc"
