// tests/unit/explain/feature_maps_test.cpp: features and positions asked like any other method.
#include "core/explain/features/feature_views.h"
#include "core/explain/features/features.h"
#include "core/explain/features/position_similarity.h"
#include "core/explain/from_network.h"
#include "nets.h"
#include "support.h"

using namespace patchlight;
using namespace patchlight::test;

namespace
{

Result<Explanation> ask(const Net& net, Method method, int layer, const Query& query = {})
{
    ExplainRequest request;
    request.method = method;
    request.layer = LayerIndex{layer};
    request.query = query;
    return explainFromNetwork(*net.network, net.input, nullptr, request);
}

TokenLayout layoutOf(const Net& net)
{
    return net.network->tokenLayout({static_cast<int>(net.input.size(2)), static_cast<int>(net.input.size(3))});
}

}

TEST(FeatureMaps, AreTheViewsOfThatLayer)
{
    for (const char* name : {"timm-vit", "timm-swin", "timm-dinov2-reg"}) {
        const Net net = goldenNet(name);
        const Query query = Query::patch({1, 2});
        const auto features = featuresAfter(*net.network, net.input, LayerIndex{1});
        ASSERT_TRUE(features) << name;
        const auto similarity = ask(net, Method::FeatureSimilarity, 1, query);
        const auto norms = ask(net, Method::FeatureNorm, 1);
        const auto colours = ask(net, Method::FeatureColours, 1);
        ASSERT_TRUE(similarity && norms && colours) << name;
        EXPECT_EQ(similarity->map, *featureSimilarity(*features, layoutOf(net), query)) << name;
        EXPECT_EQ(norms->map, sinkTokens(*features, layoutOf(net)).norms) << name;
        const NdArray rgb = featureColours(*features, layoutOf(net)).colours;
        ASSERT_EQ(colours->colours.size(), 3U) << name;
        for (std::size_t channel = 0; channel < 3; ++channel)
            EXPECT_EQ(
                colours->colours[channel].at({1, 0}), rgb.values[static_cast<std::size_t>(rgb.dim(1)) * 3 + channel])
                << name;
        EXPECT_EQ(colours->map, colours->colours.front());
    }
}

TEST(FeatureMaps, FillInTheLastLayer)
{
    const Net net = goldenNet("timm-vit");
    ExplainRequest request;
    request.method = Method::FeatureNorm;
    const auto map = explainFromNetwork(*net.network, net.input, nullptr, request);
    ASSERT_TRUE(map);
    EXPECT_EQ(map->request.layer, LayerIndex{net.network->blockCount() - 1});
    EXPECT_FALSE(map->request.target) << "no class is asked";
    EXPECT_EQ(ask(net, Method::FeatureNorm, 99).error().code, ErrorCode::InvalidOption);
}

TEST(FeatureMaps, MarkThePatchesThatTowerOverTheOthers)
{
    const Net net = goldenNet("timm-vit");
    const auto norms = ask(net, Method::FeatureNorm, 0);
    ASSERT_TRUE(norms);
    const auto sinks = sinkTokens(*featuresAfter(*net.network, net.input, LayerIndex{0}), layoutOf(net)).sinks;
    ASSERT_EQ(norms->marks.size(), sinks.size());
    for (std::size_t i = 0; i < sinks.size(); ++i)
        EXPECT_EQ(norms->marks[i], sinks[i].cell);
}

TEST(FeatureMaps, OfBothTokensAreSubtracted)
{
    const Net net = goldenNet("deit-distilled-pth");
    const auto ofClass = ask(net, Method::FeatureSimilarity, 1, {Query::Kind::ClassToken, 0, {}, false});
    const auto ofOther = ask(net, Method::FeatureSimilarity, 1, {Query::Kind::Distillation, 0, {}, false});
    const auto difference = ask(net, Method::FeatureSimilarity, 1, {Query::Kind::TokenDifference, 0, {}, false});
    ASSERT_TRUE(ofClass && ofOther && difference);
    EXPECT_TRUE(difference->isSigned);
    EXPECT_FLOAT_EQ(difference->map.at({1, 1}), ofClass->map.at({1, 1}) - ofOther->map.at({1, 1}));
}

TEST(PositionMaps, AreTheRowOfTheQuery)
{
    const Net net = goldenNet("timm-vit");
    const auto positions = positionSimilarity(*net.network, {48, 48});
    const auto one = ask(net, Method::PositionSimilarity, 0, Query::patch({2, 3}));
    Query region = Query::patch({2, 3});
    region.cells.push_back({5, 1});
    const auto two = ask(net, Method::PositionSimilarity, 0, region);
    ASSERT_TRUE(positions && one && two);
    EXPECT_EQ(one->map, positions->of({2, 3}));
    EXPECT_FLOAT_EQ(
        two->map.at({0, 4}), 0.5F * positions->of({2, 3}).at({0, 4}) + 0.5F * positions->of({5, 1}).at({0, 4}));
}

TEST(PositionMaps, OfATokenWithoutAPositionAreRefused)
{
    const Net net = goldenNet("timm-dinov2-reg");
    const auto map = ask(net, Method::PositionSimilarity, 0, {Query::Kind::Register, 0, {}, false});
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(ask(net, Method::PositionSimilarity, 0, Query::patch({0, 0})));
}
