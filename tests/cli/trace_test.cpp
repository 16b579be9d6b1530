// tests/cli/trace_test.cpp: every golden checkpoint, traced, agrees with its reference library.
#include "tests/cli/command.h"
#include <fstream>

using namespace patchlight;
using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

constexpr double kAttentionTolerance = 1e-5; // the goldens' own README
constexpr double kValueTolerance = 2e-4;

class EveryGolden : public WithFolder, public testing::WithParamInterface<const char*>
{
protected:
    /// Every reference array of the folder was written and agrees.
    void compare(const std::string& folder) const
    {
        int compared = 0;
        for (const auto& entry : fs::directory_iterator(golden(folder))) {
            if (entry.path().extension() != ".npy")
                continue;
            const auto name = entry.path().filename().string();
            ASSERT_TRUE(fs::exists(at(name))) << name << " was not written";
            const bool attention = name.rfind("attention", 0) == 0;
            EXPECT_LE(
                largestError(load(at(name)), load(entry.path())), attention ? kAttentionTolerance : kValueTolerance)
                << name;
            ++compared;
        }
        EXPECT_GE(compared, 2); // the sharded net has input and logits only
    }
};

TEST_P(EveryGolden, AgreesWithItsReferenceLibrary)
{
    const std::string folder = GetParam();
    const auto outcome = run({"trace", golden(folder) + "/input.npy", "--model", golden(folder), "--out", at("")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    compare(folder);
    const auto meta = nlohmann::json::parse(std::ifstream(at("meta.json")));
    EXPECT_TRUE(meta.at("preprocess").at("skipped").get<bool>());
    EXPECT_TRUE(meta.at("model").contains("origin"));
}

INSTANTIATE_TEST_SUITE_P(Trace, EveryGolden,
    testing::Values("timm-vit", "hf-vit", "hf-vit-sharded", "google-npz-vit", "timm-vit-legacy-pth", "timm-vit-bf16",
        "deit-distilled-pth", "hf-deit-distilled", "timm-hybrid", "timm-swin", "swin-official-pth", "hf-swin",
        "torchvision-vit", "torchvision-swin", "timm-dinov2-reg", "timm-vit-gap"));

class Trace : public WithFolder
{
};

TEST_F(Trace, TakesTheFileItselfToo)
{
    const auto model = golden("timm-vit/model.safetensors");
    ASSERT_EQ(run({"trace", golden("timm-vit/input.npy"), "--model", model, "--out", at("")}).status, 0);
    EXPECT_LE(largestError(load(at("logits.npy")), load(golden("timm-vit/logits.npy"))), kValueTolerance);
}

TEST_F(Trace, WritesTheInputOfAPicture)
{
    const auto outcome = run({"trace", picture("rgb.png"), "--model", golden("timm-vit"), "--out", at("t"), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto input = load(at("t/input.npy"));
    EXPECT_EQ(input.shape, (std::vector<std::int64_t>{1, 3, 48, 48}));
    EXPECT_EQ(outcome.json().at("arrays").front(), "input");
}

TEST_F(Trace, AnUnwritableFolderIsOneErrorLine)
{
    std::ofstream(at("file")) << "in the way";
    const auto outcome
        = run({"trace", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--out", at("file/t")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
}

}
