// tests/cli/inside_test.cpp: every step that `inside` writes agrees with the reference library's modules, called one by
// one (tests/fixtures/stages).
#include "core/base/npy.h"
#include "tests/cli/command.h"
#include <fstream>

using namespace patchlight;
using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

constexpr double kShares = 1e-5; // the stages' own README
constexpr double kValues = 2e-4;

std::string stages(const std::string& net)
{
    return std::string{PATCHLIGHT_FIXTURES} + "/stages/" + net;
}

class EveryStage : public WithFolder, public testing::WithParamInterface<const char*>
{
};

TEST_P(EveryStage, AgreesWithTheReferenceLibrary)
{
    const std::string net = GetParam();
    const auto outcome = run({"inside", golden(net) + "/input.npy", "--model", golden(net), "--out", at("")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    int compared = 0;
    for (const auto& entry : fs::recursive_directory_iterator(stages(net))) {
        if (entry.path().extension() != ".npy")
            continue;
        const auto name = fs::relative(entry.path(), stages(net)).string();
        ASSERT_TRUE(fs::exists(at(name))) << name << " was not written";
        const auto stem = entry.path().stem();
        const bool share = stem == "weights" || stem == "probabilities";
        auto ours = load(at(name));
        const auto theirs = load(entry.path());
        ASSERT_EQ(ours.values.size(), theirs.values.size()) << name;
        ours.shape = theirs.shape; // a grid's rows and columns may be one axis there
        EXPECT_LE(largestError(ours, theirs), share ? kShares : kValues) << name;
        ++compared;
    }
    EXPECT_GT(compared, 25);
}

INSTANTIATE_TEST_SUITE_P(
    Inside, EveryStage, testing::Values("timm-vit", "deit-distilled-pth", "timm-hybrid", "timm-swin"));

class Inside : public WithFolder
{
};

TEST_F(Inside, OneLayerLeavesTheOtherBlocksOut)
{
    const auto net = golden("timm-vit");
    ASSERT_EQ(run({"inside", net + "/input.npy", "--model", net, "--layer", "1", "--out", at("")}).status, 0);
    EXPECT_TRUE(fs::exists(at("block_01/scores.npy")));
    EXPECT_TRUE(fs::exists(at("norm.npy")));
    EXPECT_FALSE(fs::exists(at("block_00")));
}

TEST_F(Inside, ALayerThatIsNotThereIsOneErrorLine)
{
    const auto net = golden("timm-vit");
    const auto outcome = run({"inside", net + "/input.npy", "--model", net, "--layer", "3"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("blocks 0 to 2"), std::string::npos) << outcome.err;
}

TEST_F(Inside, LengthsAreThoseOfTheArrays)
{
    const auto net = golden("timm-vit");
    const auto outcome = run({"inside", net + "/input.npy", "--model", net, "--json", "--out", at("")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto block = outcome.json().at("blocks").at(2);
    const auto out = load(at("block_02/out.npy"));
    const auto width = static_cast<std::size_t>(out.dim(1));
    for (std::size_t token = 0; token < static_cast<std::size_t>(out.dim(0)); ++token) {
        double square = 0;
        for (std::size_t c = 0; c < width; ++c)
            square += std::pow(out.values[token * width + c], 2);
        EXPECT_NEAR(block.at("after").at(token).get<double>(), std::sqrt(square), 1e-3 * std::sqrt(square));
    }
}

TEST_F(Inside, AHeadThatIsOffReadsNothing)
{
    const auto net = golden("timm-vit");
    const auto outcome = run(
        {"inside", net + "/input.npy", "--model", net, "--without-head", "1.0", "--layer", "1", "--out", at("")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto weights = load(at("block_01/weights.npy"));
    const auto size = weights.values.size() / static_cast<std::size_t>(weights.dim(0));
    for (std::size_t i = 0; i < size; ++i)
        ASSERT_EQ(weights.values[i], 0.0F);
    EXPECT_GT(weights.values[size], 0.0F);
}

TEST_F(Inside, AnUnwritableFolderIsOneErrorLine)
{
    std::ofstream(at("file")) << "in the way";
    const auto net = golden("timm-vit");
    const auto outcome = run({"inside", net + "/input.npy", "--model", net, "--out", at("file/t")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
}

}
