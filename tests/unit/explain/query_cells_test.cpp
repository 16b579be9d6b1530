// tests/unit/explain/query_cells_test.cpp: a query names cells of the input grid, whatever grid a layer or map has.
#include "core/explain/from_network.h"
#include "core/explain/from_record.h"
#include "core/explain/query_cells.h"
#include "core/explain/query_weights.h"
#include "tests/unit/explain/nets.h"
#include "tests/unit/explain/support.h"
#include <cmath>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

const std::vector<std::vector<GridSize>> kStages{{{56, 56}, {28, 28}, {14, 14}, {7, 7}},
    {{5, 9}, {3, 5}, {2, 3}, {1, 2}}, {{16, 11}, {8, 6}, {4, 3}}, {{6, 6}, {6, 6}}};

template <class Use> void forCells(GridSize grid, const Use& use)
{
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            use(Cell{row, column});
}

ExplainRequest asking(Method method, Cell cell, bool inverse = false)
{
    ExplainRequest request;
    request.method = method;
    request.query = Query::patch(cell);
    request.query.inverse = inverse;
    return request;
}

/// Equal values; cells that cannot be seen are so in both.
bool same(const Grid<float>& a, const Grid<float>& b)
{
    return a.size() == b.size() && relativeError(a.values(), b.values()) < 1e-6;
}

}

TEST(QueryCells, ReachACoarserStageAsMergingDoes)
{
    for (const auto& stages : kStages)
        forCells(stages.front(), [&](Cell cell) {
            Cell merged = cell;
            for (std::size_t stage = 1; stage < stages.size(); ++stage) {
                if (stages[stage] != stages[stage - 1])
                    merged = {merged.row / 2, merged.column / 2};
                EXPECT_EQ(cellHolding(cell, stages.front(), stages[stage]), merged);
            }
        });
}

TEST(QueryCells, ComeBackFromEveryStage)
{
    for (const auto& stages : kStages)
        for (const GridSize grid : stages)
            forCells(grid, [&](Cell cell) {
                const Cell inside = cellInside(cell, grid, stages.front());
                EXPECT_EQ(cellHolding(inside, stages.front(), grid), cell);
            });
}

TEST(QueryCells, OfARegionCountEachCellOfTheLayerOnce)
{
    Query query = Query::patch({0, 0});
    query.cells = {{0, 0}, {0, 1}, {1, 0}, {5, 5}};
    const auto weights = queryWeights({false, false, 0, {16, 16}}, {8, 8}, query);
    ASSERT_TRUE(weights);
    EXPECT_EQ((*weights)[0], 0.5F);
    EXPECT_EQ((*weights)[2 * 8 + 2], 0.5F);
}

TEST(QueryCells, AreOfTheInputGridInEveryMethodOnSwin)
{
    const Net net = goldenNet("timm-swin"); // 16 × 16 patches, its second stage 8 × 8
    for (const MethodInfo& method : methods()) {
        if (!method.onSwin || !method.reads.has(Parameter::Query))
            continue;
        const auto ask = [&](Cell cell) {
            return explainFromNetwork(*net.network, net.input, nullptr, asking(method.method, cell));
        };
        const auto map = ask({15, 9});
        ASSERT_TRUE(map) << method.name << ": " << map.error().message;
        EXPECT_EQ(map->request.query, Query::patch({15, 9})) << method.name << " keeps the question as it was asked";
        const auto sibling = ask({14, 8});
        ASSERT_TRUE(sibling) << method.name;
        EXPECT_TRUE(same(map->map, sibling->map)) << method.name << ": one cell of the last stage holds both";
        const auto other = ask({7, 4});
        ASSERT_TRUE(other) << method.name;
        EXPECT_FALSE(same(map->map, other->map)) << method.name;
        const auto outside = ask({16, 9});
        ASSERT_FALSE(outside) << method.name;
        EXPECT_NE(outside.error().message.find("16 rows"), std::string::npos) << outside.error().message;
    }
}

TEST(QueryCells, AreOfTheInputGridOnEveryLayer)
{
    const AttentionRecord record = swin();
    for (int layer = 0; layer < record.layerCount(); ++layer)
        for (const bool inverse : {false, true}) {
            auto request = asking(Method::Attention, {15, 9}, inverse);
            request.layer = LayerIndex{layer};
            const auto map = explainFromRecord(record, request);
            ASSERT_TRUE(map) << map.error().message;
            const Cell there = cellHolding({15, 9}, {16, 16}, map->map.size());
            EXPECT_FALSE(std::isnan(map->map.at(there))) << "a cell sees its own window";
            EXPECT_TRUE(std::isnan(map->map.at({0, 0})));
        }
    auto rollout = asking(Method::Rollout, {15, 9});
    for (int end = 0; end < record.layerCount(); ++end) {
        rollout.endLayer = LayerIndex{end};
        EXPECT_TRUE(explainFromRecord(record, rollout)) << end;
    }
}
