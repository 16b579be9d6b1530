// tests/unit/explain/statistics_test.cpp: numbers of heads, against references and their own laws.
#include "core/explain/measures/similarity.h"
#include "core/explain/measures/statistics.h"
#include "support.h"
#include <cmath>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

void expectReferences(const AttentionRecord& record, const std::string& folder)
{
    const auto layers = attentionStatistics(record, {8, 8});
    ASSERT_TRUE(layers);
    std::vector<float> distances, entropies;
    for (const auto& layer : *layers)
        for (const auto& head : layer.heads) {
            distances.push_back(head.distance);
            entropies.push_back(head.entropy);
        }
    const auto at = [&](const char* name) { return array(fixture("explanations/" + folder + "/" + name)).values; };
    EXPECT_LE(relativeError(distances, at("attention_distance.npy")), 1e-3);
    EXPECT_LE(relativeError(entropies, at("attention_entropy.npy")), 1e-3);
}

}

TEST(Statistics, AgreeWithTheReferences)
{
    expectReferences(timmVit(), "timm-vit");
    expectReferences(distilled(), "deit-distilled-pth");
}

TEST(Statistics, OfUniformAttentionAreTheReferenceLines)
{
    NdArray uniform{{1, 198, 198}, std::vector<float>(198 * 198, 1.0F)};
    const TokenLayout layout{true, true, 0, {14, 14}};
    const auto layers = attentionStatistics({layout, {layerOf(uniform, layout.grid)}}, {16, 16});
    ASSERT_TRUE(layers);
    const LayerNumbers& layer = layers->front();
    EXPECT_NEAR(layer.uniformDistance, 116.5, 0.1);
    EXPECT_NEAR(layer.heads[0].distance, layer.uniformDistance, 0.01);
    EXPECT_NEAR(layer.heads[0].entropy, std::log(198.0), 1e-4);
    EXPECT_NEAR(layer.heads[0].prefixShare, 2.0 / 198, 1e-6);
}

TEST(Statistics, OfSwinStayInsideTheWindow)
{
    const auto layers = attentionStatistics(swin(), {4, 4});
    ASSERT_TRUE(layers);
    for (std::size_t l = 0; l < 4; ++l)
        for (const auto& head : (*layers)[l].heads) {
            EXPECT_LE(head.entropy, std::log(16.0) + 1e-4);
            EXPECT_GT(head.distance, 0);
            EXPECT_LE(head.distance, std::hypot(3, 3) * (l < 2 ? 4 : 8));
            EXPECT_EQ(head.prefixShare, 0);
        }
}

TEST(Similarity, IsOneWithItselfAndIgnoresAbsentCells)
{
    const Grid<float> a({1, 4}, std::vector<float>{1, 2, 3, NAN});
    const Grid<float> b({1, 4}, std::vector<float>{2, 4, 9, 100});
    EXPECT_NEAR(similarity(a, a), 1.0, 1e-6);
    EXPECT_LT(similarity(a, b), 0.999);
    EXPECT_NEAR(rankSimilarity(a, b), 1.0, 1e-6);
    EXPECT_EQ(similarity(a, Grid<float>(GridSize{1, 4}, 3.0F)), 0.0F);
    EXPECT_EQ(similarity(a, Grid<float>(GridSize{2, 2}, 3.0F)), 0.0F);
    const auto heads = headSimilarities({{{b, a}, b}, {{Grid<float>(GridSize{2, 2}, 3.0F)}, b}}, a);
    EXPECT_NEAR(heads[0][1], 1.0, 1e-6);
    EXPECT_LT(heads[0][0], 0.999F);
    EXPECT_TRUE(std::isnan(heads[1][0]));
}
