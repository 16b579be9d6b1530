// tests/cli/default_model_test.cpp: the model that ships: what it says of the pictures that ship, and what its card
// says.
#include "core/base/sha256.h"
#include "tests/cli/command.h"
#include <fstream>
#include <sstream>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

const std::string kModel = PATCHLIGHT_RESOURCES "/models/default";

struct Sample {
    const char *file, *name;
};
constexpr Sample kSamples[] = {{"beacon", "lighthouse"}, {"bell-pepper", "bell pepper"}, {"birdhouse", "birdhouse"},
    {"espresso", "espresso"}, {"goldfish", "goldfish"}, {"jellyfish", "jellyfish"}, {"king-penguin", "king penguin"},
    {"ladybug", "ladybug"}, {"lemon", "lemon"}, {"monarch", "monarch"}, {"mushroom", "mushroom"},
    {"school-bus", "school bus"}, {"suspension-bridge", "suspension bridge"}, {"teapot", "teapot"}};

class SamplePicture : public testing::TestWithParam<Sample>
{
};

TEST_P(SamplePicture, IsNamedByTheDefaultModel)
{
    const auto file = std::string{PATCHLIGHT_RESOURCES "/pictures/"} + GetParam().file + ".jpg";
    const auto outcome = run({"predict", file, "--json", "--top", "1"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json().at("predictions").at(0).at("name"), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(All, SamplePicture, testing::ValuesIn(kSamples), [](const auto& sample) {
    std::string name = sample.param.file;
    std::erase(name, '-');
    return name;
});

TEST(DefaultModel, HasAGridOfSixteenAndFitsInFourteenMegabytes)
{
    const auto outcome = run({"inspect", "--model", kModel, "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = outcome.json();
    EXPECT_EQ(facts.at("grid"), nlohmann::json({16, 16}));
    EXPECT_LT(std::filesystem::file_size(kModel + "/model.safetensors"), 14'000'000U);
}

TEST(DefaultModel, CardHasTheFilesFingerprint)
{
    std::ostringstream card;
    card << std::ifstream(kModel + "/README.md").rdbuf();
    EXPECT_NE(card.str().find(*sha256OfFile(kModel + "/model.safetensors")), std::string::npos);
}

}
