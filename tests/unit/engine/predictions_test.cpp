// tests/unit/engine/predictions_test.cpp
#include "core/engine/picture/predictions.h"
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

ModelConfig threeClasses()
{
    ModelConfig config;
    config.classes.value = 3;
    config.classNames = {"tench, Tinca tinca", "Goldfish", "school bus"};
    return config;
}

}

TEST(Predictions, ProbabilitiesSumToOneAndFall)
{
    const auto all = predictionsFrom({{1, 4}, {1, 3, -2, 3}}, {});
    ASSERT_EQ(all.size(), 4U);
    float sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        sum += all[i].probability;
        EXPECT_LE(all[i].probability, all[i > 0 ? i - 1 : 0].probability);
    }
    EXPECT_NEAR(sum, 1.0F, 1e-6F);
    EXPECT_EQ(all[0].index.value, 1) << "equal ones keep their order";
    EXPECT_EQ(all[0].name, "1") << "a class without a name is its number";
}

TEST(Predictions, HugeLogitsStayFinite)
{
    const auto all = predictionsFrom({{1, 2}, {1e30F, -1e30F}}, {});
    EXPECT_EQ(all[0].probability, 1.0F);
    EXPECT_EQ(all[1].probability, 0.0F);
}

TEST(FindClass, TakesIndexNameAndSynonymInAnyCase)
{
    const auto config = threeClasses();
    EXPECT_EQ(findClass(config, "2")->value, 2);
    EXPECT_EQ(findClass(config, "goldfish")->value, 1);
    EXPECT_EQ(findClass(config, "Tinca tinca")->value, 0);
    EXPECT_EQ(findClass(config, "School Bus")->value, 2);
}

TEST(FindClass, RefusesOthersWithAHint)
{
    const auto config = threeClasses();
    EXPECT_EQ(findClass(config, "3").error().code, ErrorCode::InvalidOption);
    EXPECT_EQ(findClass(config, "-1").error().code, ErrorCode::InvalidOption);
    const auto error = findClass(config, "bus").error();
    EXPECT_NE(error.message.find("school bus"), std::string::npos) << error.message;
    EXPECT_FALSE(findClass(ModelConfig{}, "0"));
}
