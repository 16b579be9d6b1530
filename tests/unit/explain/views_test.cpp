// tests/unit/explain/views_test.cpp: features, filters and positions looked at, by what must hold for them.
#include "core/explain/features/feature_views.h"
#include "core/explain/features/features.h"
#include "core/explain/features/patch_filters.h"
#include "core/explain/features/position_similarity.h"
#include "core/explain/features/principal_components.h"
#include "core/explain/from_network.h"
#include "core/explain/tensor_values.h"
#include "nets.h"
#include "support.h"
#include <algorithm>
#include <cmath>
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr TokenLayout kLayout{true, false, 0, {3, 4}};

/// One class token, then 12 patches of 5 numbers.
NdArray someFeatures()
{
    NdArray features{{1, 13, 5}, std::vector<float>(65)};
    for (std::size_t i = 0; i < features.values.size(); ++i)
        features.values[i] = std::sin(static_cast<float>(i * i));
    return features;
}

float cosine(const std::vector<float>& all, std::size_t a, std::size_t b, std::size_t width)
{
    double both = 0, ofA = 0, ofB = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const double x = all[a * width + i], y = all[b * width + i];
        both += x * y;
        ofA += x * x;
        ofB += y * y;
    }
    return static_cast<float>(both / std::sqrt(ofA * ofB));
}

void expectDifference(const Net& net, Method method)
{
    ExplainRequest request;
    request.method = method;
    request.target = ClassIndex{2};
    const auto asked = [&](Query::Kind kind) {
        request.query.kind = kind;
        return explainFromNetwork(*net.network, net.input, nullptr, request);
    };
    const auto first = asked(Query::Kind::ClassToken), second = asked(Query::Kind::Distillation);
    const auto difference = asked(Query::Kind::TokenDifference);
    ASSERT_TRUE(first && second && difference) << methodInfo(method).name;
    EXPECT_TRUE(difference->isSigned);
    EXPECT_FALSE(difference->shares) << "parts of a difference are no parts of a whole";
    std::vector<float> expected;
    for (std::size_t i = 0; i < first->map.values().size(); ++i)
        expected.push_back(first->map.values()[i] - second->map.values()[i]);
    EXPECT_LE(relativeError(difference->map.values(), expected), 1e-4) << methodInfo(method).name;
}

}

TEST(PrincipalComponents, FindTheLineThatRowsLieOn)
{
    const auto along = at::tensor({-3.0F, 1.0F, 2.0F, 5.0F}).unsqueeze(1);
    const auto rows = along * at::tensor({-2.0F, -6.0F, 3.0F}) + 7;
    const auto found = principalComponents(rows, 2);
    EXPECT_NEAR(found.shares[0], 1.0, 1e-6);
    const auto direction = toValues(found.directions[0]);
    EXPECT_NEAR(direction[0], 2.0 / 7, 1e-6);
    EXPECT_NEAR(direction[1], 6.0 / 7, 1e-6) << "the entry that is largest in size is positive";
    EXPECT_NEAR(direction[2], -3.0 / 7, 1e-6);
}

TEST(PrincipalComponents, AreTheSameFromFewWideRowsAsFromManyNarrowOnes)
{
    const auto rows = toTensor(someFeatures())[0]; // [13, 5]
    const auto tall = principalComponents(rows, 3);
    const auto wide = principalComponents(at::cat({rows, at::zeros({13, 20})}, 1), 3); // [13, 25]
    EXPECT_LE(relativeError(toValues(wide.values), toValues(tall.values)), 1e-6);
    EXPECT_LE(relativeError(wide.shares, tall.shares), 1e-6);
}

TEST(FeatureColours, FillTheRangeAndGroupWhatIsAlike)
{
    NdArray features = someFeatures();
    std::copy_n(features.values.begin() + 5, 5, features.values.begin() + 60); // the last patch is the first again
    const auto found = featureColours(features, kLayout);
    EXPECT_EQ(found.colours.shape, (std::vector<std::int64_t>{3, 4, 3}));
    const auto [low, high] = std::minmax_element(found.colours.values.begin(), found.colours.values.end());
    EXPECT_EQ(*low, 0.0F);
    EXPECT_EQ(*high, 1.0F);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(found.colours.values[i], found.colours.values[33 + i], 1e-6);
    EXPECT_GE(found.shares[0], found.shares[1]);
    EXPECT_EQ(featureColours(features, kLayout).colours, found.colours);
}

TEST(FeatureSimilarity, IsTheCosineWithTheQuery)
{
    const NdArray features = someFeatures();
    const auto toClass = featureSimilarity(features, kLayout, {});
    const auto toPatch = featureSimilarity(features, kLayout, Query::patch({1, 2}));
    ASSERT_TRUE(toClass && toPatch);
    EXPECT_NEAR(toPatch->at({1, 2}), 1.0, 1e-6);
    EXPECT_NEAR(toClass->at({2, 3}), cosine(features.values, 0, 12, 5), 1e-5);
    EXPECT_NEAR(toPatch->at({0, 1}), cosine(features.values, 7, 2, 5), 1e-5);
    EXPECT_FALSE(featureSimilarity(features, kLayout, Query::patch({3, 0})));
}

TEST(FeatureSimilarity, OnSwinAsksTheCellThatHoldsThePatch)
{
    const Net net = goldenNet("timm-swin");
    const auto layout = net.network->tokenLayout({64, 64});
    const auto features = featuresAfter(*net.network, net.input, LayerIndex{3});
    ASSERT_TRUE(features);
    const auto map = featureSimilarity(*features, layout, Query::patch({5, 15}));
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_EQ(map->size(), (GridSize{8, 8}));
    EXPECT_NEAR(map->at({2, 7}), 1.0, 1e-5);
}

TEST(SinkTokens, AreThePatchesOfMoreThanTwiceTheMedianNorm)
{
    NdArray features{{1, 13, 5}, std::vector<float>(65, 1.0F)};
    std::fill_n(features.values.begin(), 5, 100.0F); // the class token is not a patch
    std::fill_n(features.values.begin() + 5 * 4, 5, 2.5F);
    std::fill_n(features.values.begin() + 5 * 7, 5, 9.0F);
    std::fill_n(features.values.begin() + 5 * 8, 5, 1.9F);
    const SinkTokens found = sinkTokens(features, kLayout);
    ASSERT_EQ(found.sinks.size(), 2U);
    EXPECT_EQ(found.sinks[0].cell, (Cell{1, 2}));
    EXPECT_EQ(found.sinks[1].cell, (Cell{0, 3}));
    EXPECT_NEAR(found.sinks[0].norm, 9 * std::sqrt(5.0), 1e-4);
    EXPECT_NEAR(found.limit, 2 * std::sqrt(5.0), 1e-4);
    ASSERT_EQ(found.prefixNorms.size(), 1U);
    EXPECT_NEAR(found.prefixNorms[0], 100 * std::sqrt(5.0), 1e-2);
}

TEST(Features, AfterTheLastBlockAreWhatTheFinalNormReads)
{
    for (const char* name : {"timm-vit", "timm-swin", "timm-dinov2-reg"}) {
        const torch::NoGradGuard noGraph;
        const Net net = goldenNet(name);
        const auto last = featuresAfter(*net.network, net.input, LayerIndex{net.network->blockCount() - 1});
        const auto whole = net.network->forward(net.input, nullptr, {});
        ASSERT_TRUE(last && whole) << name;
        EXPECT_LE(relativeError(toValues(net.network->finish(toTensor(*last)).tokens), toValues(whole->tokens)), 1e-6)
            << name;
        EXPECT_FALSE(featuresAfter(*net.network, net.input, LayerIndex{99}));
    }
}

TEST(PositionSimilarity, IsTheCosineOfEveryTwoPositions)
{
    const Net net = goldenNet("timm-vit");
    const auto found = positionSimilarity(*net.network, {48, 48});
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->grid, (GridSize{6, 6}));
    EXPECT_EQ(found->prefix, 1);
    const auto positions = toValues(net.network->named_parameters()["pos_embed"]);
    const std::size_t width = positions.size() / 37;
    EXPECT_NEAR(found->of({0, 0}).at({0, 0}), 1.0, 1e-6);
    EXPECT_NEAR(found->of({2, 3}).at({5, 1}), cosine(positions, 16, 32, width), 1e-5);
    EXPECT_EQ(found->of({2, 3}).at({5, 1}), found->of({5, 1}).at({2, 3}));
    EXPECT_EQ(positionSimilarity(*net.network, {64, 48})->grid, (GridSize{8, 6})) << "resampled as the network does";
}

TEST(PositionSimilarity, OfSwinIsRefused)
{
    const Net net = goldenNet("timm-swin");
    EXPECT_EQ(positionSimilarity(*net.network, {64, 64}).error().code, ErrorCode::Unsupported);
}

TEST(PatchFilters, OfCopiesOfOnePatternAreThatPattern)
{
    const torch::NoGradGuard noGraph;
    const Net net = goldenNet("timm-vit");
    auto weight = net.network->named_parameters()["patch_embed.proj.weight"]; // [D, 3, P, P]
    const auto pattern = at::sin(at::arange(weight[0].numel(), at::kFloat)).view(weight[0].sizes());
    weight.set_data(at::arange(weight.size(0), at::kFloat).view({-1, 1, 1, 1}) * pattern);
    const auto found = patchFilters(*net.network, 2);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_NEAR(found->shares[0], 1.0, 1e-5);
    const auto side = weight.size(2);
    EXPECT_EQ(found->filters.shape, (std::vector<std::int64_t>{2, side, side, 3}));
    const auto fixed = pattern * pattern.flatten()[pattern.abs().argmax()].sign();
    const auto expected = (fixed / (2 * pattern.abs().max()) + 0.5).permute({1, 2, 0});
    EXPECT_LE(relativeError(toValues(toTensor(found->filters)[0]), toValues(expected)), 1e-4);
}

TEST(PatchFilters, OfAHybridAreRefused)
{
    const Net net = goldenNet("timm-hybrid");
    EXPECT_EQ(patchFilters(*net.network).error().code, ErrorCode::Unsupported);
}

TEST(TokenDifference, IsTheClassMapMinusTheDistillationMap)
{
    const Net net = goldenNet("deit-distilled-pth");
    for (const Method method :
        {Method::Attention, Method::Rollout, Method::GradientRollout, Method::Relevancy, Method::Attribution})
        expectDifference(net, method);
}

TEST(TokenDifference, NeedsBothTokensAndAMapThatKeepsItsSign)
{
    ExplainRequest request;
    request.query.kind = Query::Kind::TokenDifference;
    request.method = Method::Rollout;
    const Net plain = goldenNet("timm-vit"), distilled = goldenNet("deit-distilled-pth");
    EXPECT_EQ(explainFromNetwork(*plain.network, plain.input, nullptr, request).error().code, ErrorCode::InvalidOption);
    request.method = Method::AttentionGradCam;
    EXPECT_EQ(explainFromNetwork(*distilled.network, distilled.input, nullptr, request).error().code,
        ErrorCode::InvalidOption);
}
