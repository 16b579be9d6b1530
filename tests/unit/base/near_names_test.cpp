// tests/unit/base/near_names_test.cpp
#include "core/base/ending.h"
#include "core/base/near_names.h"
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

using Names = std::vector<std::string>;
const Names kColours{"viridis", "magma", "inferno", "cividis", "turbo", "grey", "blue-red"};
const Names kMethods{"attention", "rollout", "gradient-rollout", "relevancy", "attribution", "grad-cam",
    "attention-grad-cam", "rollout-vit-explain"};

TEST(NearNames, AreThoseThatAFewLettersMakeOfIt)
{
    EXPECT_EQ(nearNames("gray", kColours), Names{"grey"});
    EXPECT_EQ(nearNames("Viridris", kColours), Names{"viridis"});
    EXPECT_EQ(nearNames("rolluot", kMethods).front(), "rollout") << "neighbours swapped";
    EXPECT_EQ(nearNames("gradcam", kMethods).front(), "grad-cam");
}

TEST(NearNames, ThatContainItComeAfterThoseThatAreSpeltAlike)
{
    EXPECT_EQ(nearNames("rollou", kMethods), (Names{"rollout", "gradient-rollout", "rollout-vit-explain"}));
}

TEST(NearNames, AreNoneForSomethingElseOrForNothing)
{
    for (const auto& wanted : Names{"jet", "", "x", std::string(5000, 'a')})
        EXPECT_TRUE(nearNames(wanted, kColours).empty()) << wanted;
}

TEST(NearNames, MakeASentence)
{
    EXPECT_EQ(insteadOf("gray", kColours), "; did you mean grey?");
    EXPECT_EQ(insteadOf("jet", {"grey", "turbo", "magma"}), "; there are grey, turbo and magma");
    EXPECT_EQ(insteadOf("ab", {"ac", "ad"}), "; did you mean ac or ad?");
}

TEST(Ending, IsInSmallLetters)
{
    EXPECT_EQ(lowerEnding("a/Cat.PNG"), ".png");
    EXPECT_EQ(lowerEnding("cat.tar.Gz"), ".gz");
    EXPECT_EQ(lowerEnding("cat"), "");
    EXPECT_EQ(lowerEnding(".PNG"), "") << "a hidden file without an ending";
}

}
