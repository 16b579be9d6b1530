// tests/cli/predict_test.cpp: predictions, several inputs, bad inputs, inspect and benchmark.
#include "core/base/npy.h"
#include "tests/cli/command.h"
#include <algorithm>
#include <fstream>
#include <sstream>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

class Predict : public WithFolder
{
};

TEST_F(Predict, JsonIsOneObjectPerInputLine)
{
    const auto input = golden("timm-vit/input.npy");
    const auto outcome
        = run({"predict", input, picture("rgb.png"), "--model", golden("timm-vit"), "--json", "--top", "3"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::istringstream lines(outcome.out);
    std::string first, second, third;
    std::getline(lines, first);
    std::getline(lines, second);
    EXPECT_FALSE(std::getline(lines, third));
    const auto object = nlohmann::json::parse(first);
    EXPECT_EQ(object.at("image"), input);
    EXPECT_EQ(object.at("predictions").size(), 3U);
    EXPECT_EQ(nlohmann::json::parse(second).at("image"), picture("rgb.png"));
}

TEST_F(Predict, AFolderIsItsPicturesInTheOrderOfTheirNumbers)
{
    std::filesystem::create_directory(at("shots"));
    for (const char* name : {"img10.png", "img2.png", "img1.png", "notes.txt"})
        std::filesystem::copy(picture("rgb.png"), at(std::string{"shots/"} + name));
    const auto outcome = run({"predict", at("shots"), "--model", golden("timm-vit"), "--json", "--top", "1"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::istringstream lines(outcome.out);
    std::vector<std::string> seen;
    for (std::string line; std::getline(lines, line);)
        seen.push_back(std::filesystem::path(nlohmann::json::parse(line).at("image").get<std::string>()).filename());
    EXPECT_EQ(seen, (std::vector<std::string>{"img1.png", "img2.png", "img10.png"}));
    std::filesystem::create_directory(at("none"));
    const auto none = run({"predict", at("none"), "--model", golden("timm-vit")});
    EXPECT_EQ(none.status, 2);
    EXPECT_NE(none.err.find("holds no pictures"), std::string::npos) << none.err;
}

TEST_F(Predict, ColoursAreConvertedFromTheProfileUnlessAskedNotTo)
{
    const auto input = [&](const std::string& image, std::vector<std::string> more) {
        std::vector<std::string> words{"trace", image, "--model", golden("timm-vit"), "--out", at("t"), "--quiet"};
        words.insert(words.end(), more.begin(), more.end());
        std::filesystem::remove_all(at("t"));
        const auto outcome = run(words);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return load(at("t/input.npy"));
    };
    const std::string pictures = PATCHLIGHT_FIXTURES "/pictures/";
    const auto same = input(pictures + "profile-same.png", {});
    EXPECT_GT(largestError(input(pictures + "profile.png", {}), same), 0.05);
    EXPECT_EQ(largestError(input(pictures + "profile.png", {"--no-icc"}), same), 0);
    const auto told = run({"predict", pictures + "profile.png", "--model", golden("timm-vit")});
    EXPECT_NE(told.err.find("'Wide'"), std::string::npos) << told.err;
    const auto piped = runShell("$P predict - $M < " + pictures + "profile.png", m_folder);
    EXPECT_NE(piped.err.find("'Wide'"), std::string::npos) << piped.err;
}

TEST_F(Predict, SaysThatTheModelIsUnsureWhereTheModelTellsWhen)
{
    const auto asked = [&](const nlohmann::json& below) {
        std::filesystem::remove_all(at("net"));
        std::filesystem::copy(golden("timm-vit"), at("net"));
        auto config = nlohmann::json::parse(std::ifstream(golden("timm-vit/config.json")));
        if (!below.is_null())
            config["unsure_below"] = below;
        std::ofstream(at("net/config.json")) << config;
        return run({"predict", golden("timm-vit/input.npy"), "--model", at("net"), "--json"});
    };
    EXPECT_FALSE(asked(nullptr).json().contains("unsure"));
    EXPECT_EQ(asked(0.0).json().at("unsure"), false);
    EXPECT_EQ(asked(1.0).json().at("unsure"), true);
    const auto told = run({"predict", golden("timm-vit/input.npy"), "--model", at("net")});
    EXPECT_NE(told.out.find("unsure: this model knows 11 things"), std::string::npos) << told.out;
}

TEST_F(Predict, InterventionsSayTheChangeAgainstTheUntouchedRun)
{
    const auto plain = run({"predict", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--json"}).json();
    const auto outcome = run({"predict", golden("timm-vit/input.npy"), "--hide", "1,1", "1,2", "--hide", "3,3:4,4",
        "--without-head", "0.1,1.0", "--uniform-head", "2.1", "--model", golden("timm-vit"), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto object = outcome.json();
    EXPECT_EQ(object.at("interventions").at("hide").size(), 6U);
    EXPECT_EQ(object.at("interventions").at("heads").size(), 3U);
    const auto first = object.at("change").at(0);
    EXPECT_EQ(first.at("class"), plain.at("predictions").at(0).at("class"));
    EXPECT_EQ(first.at("before"), plain.at("predictions").at(0).at("probability"));
    EXPECT_NE(first.at("before"), first.at("after"));
    EXPECT_FALSE(plain.contains("change"));
}

TEST_F(Predict, InterventionsThatCannotBeAreOneErrorLine)
{
    const auto with = [](const char* net, std::vector<std::string> words) {
        words.insert(words.begin(), {"predict", golden(std::string{net} + "/input.npy"), "--model", golden(net)});
        return run(words);
    };
    const auto dropped = with("timm-swin", {"--hide", "0,0", "--hide-with", "drop"});
    EXPECT_EQ(dropped.status, 1);
    EXPECT_EQ(errorLines(dropped), 1) << dropped.err;
    EXPECT_EQ(with("timm-vit", {"--hide", "9,9"}).status, 1);
    EXPECT_EQ(with("timm-vit", {"--without-head", "3"}).status, 2);
    EXPECT_EQ(with("timm-vit", {"--without-block", "7"}).status, 1);
}

TEST_F(Predict, TheLogitLensAgreesWithItsFloat64Reference)
{
    for (const std::string net : {"timm-vit", "deit-distilled-pth"}) {
        const auto outcome = run({"statistics", golden(net + "/input.npy"), "--model", golden(net), "--logit-lens",
            "--out", at("lens.npy"), "--quiet"});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_LE(
            relativeL2(load(at("lens.npy")), load(PATCHLIGHT_FIXTURES "/explanations/" + net + "/logit_lens.npy")),
            1e-3)
            << net;
    }
}

TEST_F(Predict, AgreesWithTheReferenceLogits)
{
    const auto outcome = run({"predict", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto logits = load(golden("timm-vit/logits.npy")).values;
    const auto best = std::max_element(logits.begin(), logits.end());
    const auto top = outcome.json().at("predictions").at(0);
    EXPECT_EQ(top.at("class"), best - logits.begin());
    EXPECT_NEAR(top.at("logit").get<double>(), *best, 2e-4);
    EXPECT_GT(top.at("probability").get<double>(), 0.0);
    EXPECT_TRUE(outcome.json().at("ms").contains("forward"));
}

TEST_F(Predict, ABadInputIsReportedAndTheRestGoOn)
{
    std::ofstream(at("empty.png"));
    std::ofstream(at("text.png")) << "this is not a picture";
    const auto outcome = run({"predict", at("missing.png"), at("empty.png"), at("text.png"),
        golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--json"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 3) << outcome.err;
    for (const char* name : {"missing.png", "empty.png", "text.png"})
        EXPECT_NE(outcome.err.find(name), std::string::npos) << name;
    EXPECT_EQ(outcome.json().at("image"), golden("timm-vit/input.npy"));
}

TEST_F(Predict, AnInputOfTheWrongShapeIsOneErrorLine)
{
    const auto outcome = run({"predict", golden("timm-vit/logits.npy"), "--model", golden("timm-vit")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
}

TEST_F(Predict, AnAnswerThatIsNotANumberIsOneErrorLine)
{
    auto huge = load(golden("timm-vit/input.npy"));
    std::fill(huge.values.begin(), huge.values.end(), 3e38F);
    ASSERT_TRUE(writeNpy(at("huge.npy"), huge));
    const auto outcome = run({"predict", at("huge.npy"), "--model", golden("timm-vit")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("huge.npy"), std::string::npos);
}

TEST_F(Predict, WholeNumbersAreNoPreprocessedInput)
{
    std::ostringstream bytes;
    bytes << std::ifstream(golden("timm-vit/input.npy"), std::ios::binary).rdbuf();
    auto raw = bytes.str();
    raw.replace(raw.find("<f4"), 3, "|u1");
    std::ofstream(at("raw.npy"), std::ios::binary) << raw;
    const auto outcome = run({"predict", at("raw.npy"), "--model", golden("timm-vit")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_NE(outcome.err.find("preprocessed"), std::string::npos) << outcome.err;
}

TEST_F(Predict, ARegionLargerThanAnyGridIsWrongUsage)
{
    for (const char* region : {"0,0:2147483647,0", "0,0:2147483647,2147483647", "5,2147483647:0,0"})
        EXPECT_EQ(
            run({"predict", golden("timm-vit/input.npy"), "--hide", region, "--model", golden("timm-vit")}).status, 2)
            << region;
}

TEST_F(Predict, AModelThatIsNotThereIsOneErrorLine)
{
    const auto outcome = run({"predict", picture("rgb.png"), "--model", at("no-such-model")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("no-such-model"), std::string::npos);
}

TEST_F(Predict, ATruncatedCheckpointIsOneErrorLine)
{
    std::ifstream from(golden("timm-vit/model.safetensors"), std::ios::binary);
    std::string bytes(20000, '\0');
    from.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::ofstream(at("cut.safetensors"), std::ios::binary) << bytes;
    const auto outcome = run({"predict", picture("rgb.png"), "--model", at("cut.safetensors")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("cut.safetensors"), std::string::npos);
}

TEST_F(Predict, ANetWithoutAHeadSaysSo)
{
    const auto outcome = run({"predict", golden("timm-dinov2-reg/input.npy"), "--model", golden("timm-dinov2-reg")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
}

TEST(Inspect, NamesSizesAndTheirOrigin)
{
    const auto outcome = run({"inspect", golden("timm-vit"), "--json", "--tensors"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = outcome.json();
    EXPECT_EQ(facts.at("family"), "vit");
    EXPECT_EQ(facts.at("layout"), "timm");
    EXPECT_EQ(facts.at("depth"), 3);
    EXPECT_EQ(facts.at("heads"), 3);
    EXPECT_EQ(facts.at("patch"), 8);
    EXPECT_EQ(facts.at("parameters"), 96539);
    EXPECT_EQ(facts.at("image_size"), (std::vector<int>{48, 48}));
    for (const char* fact : {"depth", "heads", "patch", "image_size", "layer_norm_eps", "activation", "profile"})
        EXPECT_TRUE(facts.at("origin").contains(fact)) << fact;
    EXPECT_FALSE(facts.at("tensors").empty());
}

TEST(Inspect, AnOverrideIsMarkedAsGiven)
{
    const auto outcome = run({"inspect", golden("timm-vit"), "--json", "--eps", "1e-5", "--activation", "gelu_tanh"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = outcome.json();
    EXPECT_EQ(facts.at("origin").at("layer_norm_eps"), "given");
    EXPECT_EQ(facts.at("activation"), "gelu_tanh");
    EXPECT_EQ(facts.at("origin").at("activation"), "given");
}

TEST(Inspect, SwinHasItsHeadsPerStage)
{
    const auto outcome = run({"inspect", golden("timm-swin"), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json().at("heads"), (std::vector<int>{2, 4}));
    EXPECT_EQ(outcome.json().at("window"), 4);
}

TEST(Benchmark, PrintsTheAgreedFigures)
{
    const auto outcome = run({"benchmark", "--model", golden("timm-vit"), "--threads", "1", "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const auto figures = outcome.json();
    for (const char* figure : {"forward_ms", "forward_plain_ms", "load_ms", "peak_rss_mb", "browse_ms"})
        EXPECT_GT(figures.at(figure).get<double>(), 0.0) << figure;
    EXPECT_EQ(figures.at("threads"), 1);
    EXPECT_EQ(figures.at("device"), "cpu");
}

}
