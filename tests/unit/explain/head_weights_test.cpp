// tests/unit/explain/head_weights_test.cpp
#include "core/explain/head_weights.h"
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

std::vector<float> weightsOf(const std::string& text, int heads)
{
    const auto list = parseHeadWeights(text);
    EXPECT_TRUE(list) << list.error().message;
    const auto weights = headWeights(*list, heads);
    EXPECT_TRUE(weights) << weights.error().message;
    return *weights;
}

}

TEST(HeadWeights, NamedHeadsCountOneOrWhatIsSaid)
{
    EXPECT_EQ(weightsOf("0,2", 4), (std::vector<float>{1, 0, 1, 0}));
    EXPECT_EQ(weightsOf("3:0.5, 1:2", 4), (std::vector<float>{0, 2, 0, 0.5F}));
    EXPECT_EQ(headWeights({}, 4), (std::vector<float>{}));
}

TEST(HeadWeights, AreWrittenAsTheyAreRead)
{
    for (const std::string text : {"0,2,5", "1:2,3:0.25", "0"})
        EXPECT_EQ(headWeightsText(weightsOf(text, 6)), text);
    EXPECT_EQ(headWeightsText({}), "");
}

TEST(HeadWeights, WhatIsNoListIsRefusedByName)
{
    for (const std::string text : {"", "a", "0,", ",", "0:0", "0:-1", "0:nan", "0:inf", "1:2:3", "-1", "0,1,0", "0 1"})
        EXPECT_FALSE(parseHeadWeights(text)) << text;
    EXPECT_NE(parseHeadWeights("0,x").error().message.find("\"x\""), std::string::npos);
    const std::vector<WeightedHead> list{{7, 1}};
    EXPECT_EQ(headWeights(list, 4).error().code, ErrorCode::InvalidOption);
}
