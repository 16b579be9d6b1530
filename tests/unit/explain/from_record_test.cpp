// tests/unit/explain/from_record_test.cpp: maps that need only the record, against references and their own laws.
#include "core/explain/attention/head_maps.h"
#include "core/explain/attention/layer_flow.h"
#include "core/explain/attention/raw_attention.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include "core/explain/query_cells.h"
#include "support.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr double kTolerance = 1e-3;

void expectMap(const AttentionRecord& record, const std::string& file, const ExplainRequest& request)
{
    const auto map = explainFromRecord(record, request);
    ASSERT_TRUE(map) << file << ": " << map.error().message;
    const NdArray expected = array(fixture("explanations/" + file + ".npy"));
    ASSERT_EQ(expected.shape.size(), 2U);
    EXPECT_EQ(map->map.rows(), expected.dim(0)) << file;
    EXPECT_EQ(map->map.columns(), expected.dim(1)) << file;
    EXPECT_LE(relativeError(map->map.values(), expected.values), kTolerance) << file;
}

ExplainRequest request(Method method, HeadFusion fusion = HeadFusion::Mean, float alpha = 0.5F, float discard = 0)
{
    ExplainRequest r;
    r.method = method;
    r.head = fusion;
    r.alpha = alpha;
    r.discard = discard;
    return r;
}

ExplainRequest asking(ExplainRequest r, Query query)
{
    r.query = std::move(query);
    return r;
}

const Query kDistillation{Query::Kind::Distillation, 0, {}, false};

double sum(const Grid<float>& map)
{
    return std::accumulate(map.values().begin(), map.values().end(), 0.0);
}

/// Ã_l of randomRecord as plain matrices, the slow way.
std::vector<std::vector<double>> slowRollout(const AttentionRecord& record, double alpha)
{
    const auto tokens = static_cast<std::size_t>(record.layout().count());
    std::vector<std::vector<double>> product(tokens, std::vector<double>(tokens, 0.0));
    for (std::size_t i = 0; i < tokens; ++i)
        product[i][i] = 1;
    for (int l = 0; l < record.layerCount(); ++l) {
        std::vector<std::vector<double>> next(tokens, std::vector<double>(tokens, 0.0));
        for (int h = 0; h < record.headCount(LayerIndex{l}); ++h) {
            const auto matrix = record.matrix(LayerIndex{l}, HeadIndex{h});
            for (std::size_t i = 0; i < tokens; ++i)
                for (std::size_t k = 0; k < tokens; ++k)
                    for (std::size_t j = 0; j < tokens; ++j)
                        next[i][j]
                            += (1 - alpha) * matrix[i * tokens + k] / record.headCount(LayerIndex{l}) * product[k][j];
        }
        for (std::size_t i = 0; i < tokens; ++i)
            for (std::size_t j = 0; j < tokens; ++j)
                next[i][j] += alpha * product[i][j];
        product = std::move(next);
    }
    return product;
}

}

TEST(FromRecord, AgreesWithTheReferencesOfAPlainVit)
{
    const AttentionRecord record = timmVit();
    const Method rollout = Method::Rollout;
    expectMap(record, "timm-vit/rollout.mean", request(rollout));
    expectMap(record, "timm-vit/rollout.max", request(rollout, HeadFusion::Max));
    expectMap(record, "timm-vit/rollout.min", request(rollout, HeadFusion::Min));
    expectMap(record, "timm-vit/rollout.mean.alpha0.2", request(rollout, HeadFusion::Mean, 0.2F));
    expectMap(record, "timm-vit/rollout.mean.discard0.9", request(rollout, HeadFusion::Mean, 0.5F, 0.9F));
    expectMap(record, "timm-vit/rollout.mean.query-3,2", asking(request(rollout), Query::patch({3, 2})));
    const Method published = Method::RolloutVitExplain;
    expectMap(record, "timm-vit/rollout-vit-explain.mean.discard0.9", request(published, HeadFusion::Mean, 0.5F, 0.9F));
    expectMap(record, "timm-vit/rollout-vit-explain.max.discard0.9", request(published, HeadFusion::Max, 0.5F, 0.9F));
    expectMap(record, "timm-vit/rollout-vit-explain.min.discard0.9", request(published, HeadFusion::Min, 0.5F, 0.9F));
}

TEST(FromRecord, AgreesWithTheReferencesOfADistilledNet)
{
    const AttentionRecord record = distilled();
    const std::vector<std::pair<std::string, ExplainRequest>> cases{
        {"rollout.mean", request(Method::Rollout)},
        {"rollout.max", request(Method::Rollout, HeadFusion::Max)},
        {"rollout.min", request(Method::Rollout, HeadFusion::Min)},
        {"rollout.mean.alpha0.2", request(Method::Rollout, HeadFusion::Mean, 0.2F)},
        {"rollout.mean.discard0.9", request(Method::Rollout, HeadFusion::Mean, 0.5F, 0.9F)},
    };
    for (const auto& [name, asked] : cases) {
        expectMap(record, "deit-distilled-pth/" + name, asked);
        expectMap(record, "deit-distilled-pth/" + name + ".dist", asking(asked, kDistillation));
    }
    expectMap(record, "deit-distilled-pth/rollout.mean.query-2,1", asking(request(Method::Rollout), Query::patch({2, 1})));
}

TEST(FromRecord, AgreesWithTheReferencesOfSwin)
{
    const AttentionRecord record = swin();
    expectMap(record, "timm-swin/rollout.mean", request(Method::Rollout));
    expectMap(record, "timm-swin/rollout.mean.alpha0.2", request(Method::Rollout, HeadFusion::Mean, 0.2F));
    const std::vector<std::vector<Cell>> cells{{{0, 0}, {15, 1}, {8, 8}}, {{0, 0}, {4, 4}, {7, 1}}};
    for (int block = 0; block < 4; ++block) {
        const auto onInputGrid = [&](Cell cell) {
            return cellInside(cell, record.layer(LayerIndex{block}).grid, {16, 16});
        };
        for (const Cell cell : cells[static_cast<std::size_t>(block / 2)]) {
            const std::string file = "timm-swin/query.block" + std::to_string(block) + "." + std::to_string(cell.row)
                + "," + std::to_string(cell.column);
            const NdArray expected = array(fixture("explanations/" + file + ".npy"));
            std::vector<float> all;
            for (int h = 0; h < record.headCount(LayerIndex{block}); ++h) {
                auto asked = asking(request(Method::Attention), Query::patch(onInputGrid(cell)));
                asked.layer = LayerIndex{block};
                asked.head = HeadIndex{h};
                const auto map = explainFromRecord(record, asked);
                ASSERT_TRUE(map) << map.error().message;
                all.insert(all.end(), map->map.values().begin(), map->map.values().end());
            }
            EXPECT_LE(relativeError(all, expected.values), kTolerance) << file;
        }
    }
}

TEST(Rollout, IsTheRowOfTheProductOfMatrices)
{
    const AttentionRecord record = randomRecord({true, true, 2, {4, 5}}, 4, 3);
    const auto product = slowRollout(record, 0.3);
    const auto token = static_cast<std::size_t>(record.layout().patch({2, 3}).value);
    auto asked = asking(request(Method::Rollout, HeadFusion::Mean, 0.3F), Query::patch({2, 3}));
    const auto row = explainFromRecord(record, asked);
    asked.query.inverse = true;
    const auto column = explainFromRecord(record, asked);
    ASSERT_TRUE(row && column);
    for (int i = 0; i < 20; ++i) {
        const auto patch = static_cast<std::size_t>(record.layout().prefix() + i);
        EXPECT_NEAR(row->map.values()[static_cast<std::size_t>(i)], product[token][patch], 1e-6);
        EXPECT_NEAR(column->map.values()[static_cast<std::size_t>(i)], product[patch][token], 1e-6);
    }
}

TEST(Rollout, ConservesItsMassOverPatchesAndPrefix)
{
    const AttentionRecord record = randomRecord({true, true, 3, {5, 4}}, 5, 2);
    for (const HeadFusion fusion : {HeadFusion::Mean, HeadFusion::Max, HeadFusion::Min}) {
        for (const float discard : {0.0F, 0.5F, 0.95F}) {
            const auto map = explainFromRecord(record, request(Method::Rollout, fusion, 0.4F, discard));
            ASSERT_TRUE(map);
            const TokenShares& s = *map->shares;
            EXPECT_NEAR(s.patches + s.classToken + s.distillation + s.registers, 1.0, 1e-5);
            EXPECT_NEAR(s.patches, sum(map->map), 1e-6);
        }
    }
}

TEST(Rollout, StaysWhereItStartsAsTheResidualTakesAll)
{
    const AttentionRecord record = randomRecord({true, false, 0, {3, 3}}, 4, 2);
    const auto map
        = explainFromRecord(record, asking(request(Method::Rollout, HeadFusion::Mean, 0.99999F), Query::patch({1, 2})));
    ASSERT_TRUE(map);
    EXPECT_NEAR(map->map.at({1, 2}), 1.0, 1e-4);
}

TEST(Rollout, OfOneLayerWithoutResidualIsRawAttention)
{
    const AttentionRecord record = randomRecord({true, false, 0, {4, 4}}, 3, 3);
    auto one = request(Method::Rollout, HeadFusion::Mean, 0.0F);
    one.startLayer = one.endLayer = LayerIndex{1};
    auto raw = request(Method::Attention);
    raw.layer = LayerIndex{1};
    EXPECT_LE(relativeError(explainFromRecord(record, one)->map.values(), explainFromRecord(record, raw)->map.values()),
        1e-6);
}

TEST(Rollout, OfSwinSumsToOneFromEveryLevel)
{
    const AttentionRecord record = swin();
    for (int end = 0; end < 4; ++end) {
        for (int start = 0; start <= end; ++start) {
            auto asked = request(Method::Rollout, HeadFusion::Max, 0.3F);
            asked.startLayer = LayerIndex{start};
            asked.endLayer = LayerIndex{end};
            const auto map = explainFromRecord(record, asked);
            ASSERT_TRUE(map);
            EXPECT_EQ(map->map.rows(), start < 2 ? 16 : 8);
            EXPECT_NEAR(sum(map->map), 1.0, 1e-5);
        }
    }
}

TEST(Rollout, OfSwinWithPaddedWindowsStillSumsToOne)
{
    std::vector<LayerAttention> layers;
    for (int l = 0; l < 2; ++l) {
        NdArray attention{{4, 2, 16, 16}, std::vector<float>(4 * 2 * 256)};
        for (std::size_t i = 0; i < attention.values.size(); ++i)
            attention.values[i] = static_cast<float>(i % 17 + 1);
        layers.push_back(layerOf(attention, {7, 5}, 4, l * 2));
    }
    const AttentionRecord record({false, false, 0, {7, 5}}, layers);
    const auto map = explainFromRecord(record, request(Method::Rollout));
    ASSERT_TRUE(map);
    EXPECT_EQ(map->map.size(), (GridSize{7, 5}));
    EXPECT_NEAR(sum(map->map), 1.0, 1e-5);
}

TEST(RawAttention, OfARegionIsTheMeanOfItsRows)
{
    const AttentionRecord record = timmVit();
    const auto one = explainFromRecord(record, asking(request(Method::Attention), Query::patch({0, 1})));
    const auto two = explainFromRecord(record, asking(request(Method::Attention), Query::patch({4, 4})));
    Query both = Query::patch({0, 1});
    both.cells.push_back({4, 4});
    const auto region = explainFromRecord(record, asking(request(Method::Attention), both));
    ASSERT_TRUE(one && two && region);
    for (std::size_t i = 0; i < 36; ++i)
        EXPECT_NEAR(region->map.values()[i], (one->map.values()[i] + two->map.values()[i]) / 2, 1e-6);
}

TEST(RawAttention, InverseIsTheColumn)
{
    const AttentionRecord record = timmVit();
    auto asked = asking(request(Method::Attention), Query::patch({2, 5}));
    asked.layer = LayerIndex{1};
    asked.head = HeadIndex{2};
    asked.query.inverse = true;
    const auto map = explainFromRecord(record, asked);
    ASSERT_TRUE(map);
    const auto matrix = record.matrix(LayerIndex{1}, HeadIndex{2});
    for (int i = 0; i < 36; ++i)
        EXPECT_NEAR(map->map.values()[static_cast<std::size_t>(i)],
            matrix[static_cast<std::size_t>((1 + i) * 37 + 1 + 2 * 6 + 5)], 1e-6);
}

// As CaiT has them: among patches alone first, then of the class token alone.
TEST(RawAttention, IsRefusedWhereNobodyAttendsAsAsked)
{
    const AttentionRecord full = randomRecord({true, false, 0, {2, 2}}, 2, 1);
    std::vector<LayerAttention> layers{full.layer(LayerIndex{0}), full.layer(LayerIndex{1})};
    layers[0].asking = {1, 4};
    layers[0].firstKey = 1;
    layers[1].asking = {0, 1};
    const AttentionRecord record({true, false, 0, {2, 2}}, layers);
    const auto answer = [&](int layer, Query query, bool inverse) {
        ExplainRequest request;
        request.layer = LayerIndex{layer};
        request.query = std::move(query);
        request.query.inverse = inverse;
        const auto maps = headMaps(record, request.query);
        const auto map = rawAttention(record, request);
        EXPECT_TRUE(maps);
        EXPECT_EQ(maps->at(static_cast<std::size_t>(layer)).heads.empty(), !map);
        return map ? std::string() : map.error().message;
    };
    EXPECT_EQ(answer(0, Query::patch({1, 0}), false), "");
    EXPECT_EQ(answer(0, Query::patch({1, 0}), true), "");
    EXPECT_EQ(answer(1, Query{}, false), "");
    EXPECT_NE(answer(0, Query{}, false).find("the patches alone attend"), std::string::npos);
    EXPECT_NE(answer(0, Query{}, true).find("the patches alone are attended to"), std::string::npos);
    EXPECT_NE(answer(1, Query::patch({1, 0}), false).find("the class token alone attends"), std::string::npos);
    EXPECT_NE(answer(1, Query::patch({1, 0}), true).find("the class token alone attends"), std::string::npos);
}

TEST(RawAttention, HeadWeightsChooseHeads)
{
    const AttentionRecord record = timmVit();
    auto weighted = request(Method::Attention);
    weighted.headWeights = {0, 2, 0};
    auto one = request(Method::Attention);
    one.head = HeadIndex{1};
    EXPECT_EQ(explainFromRecord(record, weighted)->map, explainFromRecord(record, one)->map);
}

TEST(RawAttention, OfSwinWithoutAQueryIsTheMeanOverAllCells)
{
    const auto map = explainFromRecord(swin(), request(Method::Attention));
    ASSERT_TRUE(map);
    EXPECT_EQ(map->map.rows(), 8);
    EXPECT_NEAR(sum(map->map), 1.0, 1e-5);
}

TEST(RawAttention, FillsTheDefaultsItUsed)
{
    const auto map = explainFromRecord(timmVit(), request(Method::Attention));
    ASSERT_TRUE(map);
    EXPECT_EQ(map->request.layer, LayerIndex{2});
    EXPECT_EQ(map->request.query.kind, Query::Kind::ClassToken);
    const TokenShares& s = *map->shares;
    EXPECT_NEAR(s.patches + s.classToken, 1.0, 1e-5);
}

TEST(FromRecord, RefusesWhatIsNotThere)
{
    const AttentionRecord record = timmVit();
    auto layer = request(Method::Attention);
    layer.layer = LayerIndex{3};
    auto head = request(Method::Attention);
    head.head = HeadIndex{3};
    auto weights = request(Method::Rollout);
    weights.headWeights = {1, 1};
    auto backwards = request(Method::Rollout);
    backwards.startLayer = LayerIndex{2};
    backwards.endLayer = LayerIndex{1};
    for (const auto& wrong : {layer, head, weights, backwards, request(Method::Rollout, HeadFusion::Mean, 1.0F),
             request(Method::Rollout, HeadFusion::Mean, 0.5F, 1.0F), request(Method::Rollout, HeadFusion::Mean, NAN),
             asking(request(Method::Attention), Query::patch({6, 0})), asking(request(Method::Rollout), kDistillation)}) {
        const auto map = explainFromRecord(record, wrong);
        ASSERT_FALSE(map);
        EXPECT_EQ(map.error().code, ErrorCode::InvalidOption);
    }
    EXPECT_EQ(explainFromRecord(record, request(Method::Relevancy)).error().code, ErrorCode::Unsupported);
}

TEST(FromRecord, StopsWhenAsked)
{
    CancelSource source;
    source.request();
    RunContext run;
    run.cancel = source.token();
    EXPECT_EQ(explainFromRecord(timmVit(), request(Method::Rollout), run).error().code, ErrorCode::Cancelled);
}

TEST(Discard, CountsAsThePublishedDecimalWould)
{
    EXPECT_EQ(shareOf(0.9F, 10), 9);
    EXPECT_EQ(shareOf(0.9F, 37), 33);
    EXPECT_EQ(shareOf(0.7F, 10), 7);
    std::vector<float> row{0.1F, 0.1F, 0.1F, 0.0F, 0.7F};
    discardSmallest(row.data(), 5, 3, 0.4F);
    EXPECT_EQ(row, (std::vector<float>{0, 0, 0.1F, 0.0F, 0.7F}));
}

TEST(HeadMaps, AreTheRawAttentionOfEveryHead)
{
    for (const bool inverse : {false, true}) {
        Query query = Query::patch({1, 1});
        query.inverse = inverse;
        const AttentionRecord record = timmVit();
        const auto maps = headMaps(record, query);
        ASSERT_TRUE(maps);
        ASSERT_EQ(maps->size(), 3U);
        auto asked = asking(request(Method::Attention), query);
        asked.layer = LayerIndex{1};
        EXPECT_LE(relativeError((*maps)[1].fused.values(), explainFromRecord(record, asked)->map.values()), 1e-6);
        asked.head = HeadIndex{2};
        EXPECT_EQ((*maps)[1].heads[2], explainFromRecord(record, asked)->map);
    }
}

TEST(HeadMaps, OfSwinFollowTheCellThroughTheStages)
{
    const auto maps = headMaps(swin(), Query::patch({15, 9}));
    ASSERT_TRUE(maps);
    EXPECT_EQ((*maps)[3].fused.rows(), 8);
    EXPECT_FALSE(std::isnan((*maps)[3].fused.at({7, 4})));
    EXPECT_TRUE(std::isnan((*maps)[2].fused.at({0, 0})));
}

TEST(Methods, HaveUniqueNamesThatLeadBack)
{
    std::set<std::string_view> names;
    std::size_t last = 0;
    for (const MethodInfo& info : methods()) {
        last = std::max(last, static_cast<std::size_t>(info.method));
        EXPECT_TRUE(names.insert(info.name).second) << info.name;
        EXPECT_EQ(methodByName(info.name), info.method);
        EXPECT_EQ(methodInfo(info.method).name, info.name);
    }
    EXPECT_EQ(names.size(), last + 1) << "an enumerator has no row";
    EXPECT_FALSE(methodByName("no-such-method"));
}

TEST(Methods, AreAnsweredInOneWayEach)
{
    std::set<int> keys;
    std::size_t grouped = 0;
    for (const MethodInfo& info : methods()) {
        EXPECT_NE(info.record == nullptr, info.network == nullptr) << info.name;
        EXPECT_FALSE(info.label.empty() || info.source.empty() || info.reading.empty()) << info.name;
        if (info.key != 0) {
            EXPECT_TRUE(keys.insert(info.key).second) << info.name;
        }
        EXPECT_TRUE(info.key >= 0 && info.key <= 9) << info.name;
    }
    for (const auto group : {MethodGroup::Main, MethodGroup::More, MethodGroup::Baseline, MethodGroup::Features})
        grouped += methodsOf(group).size();
    EXPECT_EQ(grouped, methods().size()) << "each is listed once";
}

TEST(FromRecord, PassesThroughALayerThatWasLeftOut)
{
    const AttentionRecord whole = randomRecord({true, false, 0, {3, 3}}, 2, 2);
    std::vector<LayerAttention> layers{whole.layer(LayerIndex{0}), whole.layer(LayerIndex{1})};
    layers[1].q = layers[1].k = nullptr;
    const AttentionRecord cut(whole.layout(), layers);
    const AttentionRecord first(whole.layout(), {layers[0]});
    EXPECT_EQ(
        explainFromRecord(cut, request(Method::Rollout))->map, explainFromRecord(first, request(Method::Rollout))->map);
    EXPECT_EQ(explainFromRecord(cut, request(Method::Attention)).error().code, ErrorCode::InvalidOption);
    EXPECT_TRUE(headMaps(cut, {})->at(1).heads.empty());
}
