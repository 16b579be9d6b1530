// tests/cli/explain_test.cpp: maps agree with the references; files are what they say; nothing is half overwritten.
#include "tests/cli/command.h"
#include <algorithm>
#include <cmath>
#include <fstream>

using namespace patchlight;
using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

constexpr double kMapTolerance = 1e-3; // relative L2, the references' own README

std::string reference(const std::string& net, const std::string& map)
{
    return PATCHLIGHT_FIXTURES "/explanations/" + net + "/" + map + ".npy";
}

struct MapCase {
    const char* net;
    const char* map;
    std::vector<std::string> options;
};

class EveryReferenceMap : public WithFolder, public testing::WithParamInterface<MapCase>
{
};

TEST_P(EveryReferenceMap, AgreesWithItsFloat64Reference)
{
    const auto& [net, map, options] = GetParam();
    std::vector<std::string> words{
        "explain", golden(net) + std::string{"/input.npy"}, "--model", golden(net), "--out", at("map.npy"), "--quiet"};
    words.insert(words.end(), options.begin(), options.end());
    const auto outcome = run(words);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    auto actual = load(at("map.npy"));
    const auto expected = load(reference(net, map));
    EXPECT_LE(relativeL2(actual, expected), kMapTolerance);
}

INSTANTIATE_TEST_SUITE_P(Explain, EveryReferenceMap,
    testing::Values(MapCase{"timm-vit", "rollout.mean", {"--method", "rollout"}},
        MapCase{"timm-vit", "rollout.max", {"--method", "rollout", "--head", "max"}},
        MapCase{"timm-vit", "rollout.min", {"--method", "rollout", "--head", "min"}},
        MapCase{"timm-vit", "rollout.mean.alpha0.2", {"--method", "rollout", "--alpha", "0.2"}},
        MapCase{"timm-vit", "rollout.mean.discard0.9", {"--method", "rollout", "--discard", "0.9"}},
        MapCase{"timm-vit", "rollout.mean.query-3,2", {"--method", "rollout", "--query", "3,2"}},
        MapCase{"timm-vit", "rollout-vit-explain.max.discard0.9",
            {"--method", "rollout-vit-explain", "--head", "max", "--discard", "0.9"}},
        MapCase{"deit-distilled-pth", "rollout.mean.dist", {"--method", "rollout", "--query", "dist"}},
        MapCase{"timm-swin", "rollout.mean", {"--method", "rollout"}},
        MapCase{"timm-swin", "rollout.mean.alpha0.2", {"--method", "rollout", "--alpha", "0.2"}}));

class Explain : public WithFolder
{
protected:
    Outcome explain(const std::vector<std::string>& more, const std::string& image = picture("rgb.png"))
    {
        std::vector<std::string> words{
            "explain", image, "--model", golden("timm-vit"), "--method", "rollout", "--quiet"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    std::string content(const std::string& name) const
    {
        std::ostringstream all;
        all << std::ifstream(at(name), std::ios::binary).rdbuf();
        return all.str();
    }
};

TEST_F(Explain, JsonAddsGridRangeSumAndPrefixShare)
{
    const auto outcome = explain({"--out", at("m.npy"), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto object = outcome.json();
    EXPECT_EQ(object.at("grid"), (std::vector<int>{6, 6}));
    for (const char* key : {"min", "max", "sum", "prefix_share"})
        EXPECT_TRUE(object.at(key).is_number()) << key;
    EXPECT_NEAR(object.at("sum").get<double>() + object.at("prefix_share").get<double>(), 1.0, 1e-4);
}

TEST_F(Explain, OfANetworkWithoutClassesTheEmbeddingIsExplained)
{
    const auto asked = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"explain", picture("rgb.png"), "--model", golden("timm-dinov2-reg"), "--method",
            "grad-cam", "--quiet", "--json", "--out", at("m.npy")};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    };
    EXPECT_EQ(asked({}).json().at("target").at("embedding"), "norm");
    EXPECT_EQ(asked({"--target", "7"}).json().at("target").at("component"), 7);
    EXPECT_EQ(asked({"--target", "-7"}).json().at("lowers"), true);
    const auto like = asked({"--like", picture("gray.png")});
    ASSERT_EQ(like.status, 0) << like.err;
    EXPECT_EQ(like.json().at("target").at("like"), "gray.png");
    for (const char* wrong : {"48", "cat", "-48"}) {
        const auto refused = asked({"--target", wrong});
        EXPECT_EQ(refused.status, 1) << wrong;
        EXPECT_NE(refused.err.find("embedding"), std::string::npos) << refused.err;
    }
    EXPECT_EQ(asked({"--like", picture("gray.png"), "--target", "7"}).status, 2);
    const auto classes = explain({"--like", picture("gray.png"), "--out", at("m.npy")});
    EXPECT_EQ(classes.status, 1);
    EXPECT_NE(classes.err.find("--target"), std::string::npos) << classes.err;
}

TEST_F(Explain, EveryFileKindIsWhatItSays)
{
    const std::vector<std::pair<std::string, std::string>> starts{
        {"m.png", "\x89PNG"}, {"m.npy", "\x93NUMPY"}, {"m.json", "{"}, {"m.svg", "<"}};
    for (const auto& [name, start] : starts) {
        ASSERT_EQ(explain({"--out", at(name)}).status, 0) << name;
        EXPECT_EQ(content(name).rfind(start, 0), 0U) << name;
    }
    ASSERT_EQ(explain({"--out", at("m.csv")}).status, 0);
    const auto csv = content("m.csv");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 6);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), ','), 30);
}

TEST_F(Explain, EveryStyleIsAPicture)
{
    for (const char* style : {"overlay", "heatmap", "alpha", "sheet"}) {
        ASSERT_EQ(explain({"--out", at("m.png"), "--style", style}).status, 0) << style;
        EXPECT_GT(content("m.png").size(), 100U) << style;
    }
}

TEST_F(Explain, HeadsOverEachOtherAreAPictureOrAFigureWithALegend)
{
    const auto heads = [&](const char* name, const std::vector<std::string>& more) {
        std::vector<std::string> words{"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--method", "attention", "--style",
            "heads", "--out", at(name)};
        words.insert(words.end(), more.begin(), more.end());
        const auto outcome = run(words);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_EQ(outcome.err.find("not used"), std::string::npos) << outcome.err;
        return content(name);
    };
    const auto all = heads("a.png", {});
    EXPECT_EQ(all.rfind("\x89PNG", 0), 0U);
    EXPECT_NE(all, heads("b.png", {"--keep-mass", "0.6"}));
    EXPECT_NE(all, heads("c.png", {"--range", "0,1"}));
    const auto figure = heads("a.svg", {"--layer", "0", "--query", "2,3", "--keep-mass", "0.6"});
    for (const char* words : {"layer 0", "query 2,3", "strongest 60 %", ">head 0", ">head 1"})
        EXPECT_NE(figure.find(words), std::string::npos) << words;
    const auto one = heads("b.svg", {"--head", "1"});
    EXPECT_EQ(one.find(">head 0"), std::string::npos) << "of the heads that were asked";
    EXPECT_NE(one.find(">head 1"), std::string::npos);
    const auto look = nlohmann::json::parse(heads("a.json", {})).at("look");
    EXPECT_EQ(look.at("heads"), true);
    EXPECT_TRUE(look.at("range").is_null()) << "each its own";
}

TEST_F(Explain, HeadsOverEachOtherAreOfRawAttention)
{
    const auto outcome = explain({"--out", at("m.png"), "--style", "heads"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.err.find("--method attention"), std::string::npos) << outcome.err;
    EXPECT_FALSE(fs::exists(at("m.png")));
}

TEST_F(Explain, ASheetLeavesABlockOutThatIsOff)
{
    const auto outcome = run({"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--method", "attention",
        "--out", at("m.png"), "--without-block", "1", "--style", "sheet"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST_F(Explain, SignedMapsAreDrawnInTwoColours)
{
    const auto drawn = [&](const char* name, const std::vector<std::string>& more) {
        std::vector<std::string> words{"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--method",
            "input-gradient", "--out", at(name)};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(run(words).status, 0);
        return content(name);
    };
    const auto byItself = drawn("a.png", {});
    EXPECT_EQ(byItself, drawn("b.png", {"--colormap", "blue-red"}));
    EXPECT_EQ(byItself, drawn("c.png", {"--colormap", "viridis"})) << "one-sided colours would hide the sign";
    EXPECT_NE(byItself, drawn("d.png", {"--range", "-100,100"}));
}

TEST_F(Explain, AFigureSaysWhatWasAskedAndWhatWasLeftOut)
{
    ASSERT_EQ(explain({"--query", "3,4", "--hide", "1,1", "--without-head", "1.0", "--out", at("m.svg")}).status, 0);
    const auto figure = content("m.svg");
    for (const char* words : {"query 3,4", "hidden 1,1", "layer 1, head 0 off"})
        EXPECT_NE(figure.find(words), std::string::npos) << words;
}

TEST_F(Explain, JsonFilesSayHowTheMapIsDrawn)
{
    ASSERT_EQ(explain({"--out", at("m.json"), "--range", "0,0.5", "--keep-mass", "0.75", "--opacity", "0.25", "--frame",
                          "input", "--interpolation", "patch", "--cover", "even"})
                  .status,
        0);
    const auto look = nlohmann::json::parse(content("m.json")).at("look");
    EXPECT_EQ(look.at("colours"), "inferno");
    EXPECT_EQ(look.at("range"), (std::vector<double>{0, 0.5}));
    EXPECT_EQ(look.at("keep_mass"), 0.75);
    EXPECT_EQ(look.at("opacity"), 0.25);
    EXPECT_EQ(look.at("cover"), "even");
    EXPECT_EQ(look.at("frame"), "input");
    EXPECT_EQ(look.at("interpolation"), "patch");
}

TEST_F(Explain, JsonFilesSayThatTheRangeLeavesTheQueryOut)
{
    const auto look = [this](const std::string& method, const std::vector<std::string>& more) {
        std::vector<std::string> words{"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--quiet", "--query",
            "2,3", "--out", at("m.json"), "--method", method};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(run(words).status, 0);
        return nlohmann::json::parse(content("m.json")).at("look");
    };
    const auto own = look("relevancy", {});
    EXPECT_TRUE(own.value("range_without_query", false));
    EXPECT_LT(own.at("range").at(1), 0.5) << "relevance of a patch lies on itself: 1.0";
    EXPECT_FALSE(look("relevancy", {"--range", "0,1"}).contains("range_without_query"));
    EXPECT_FALSE(look("rollout", {}).contains("range_without_query"));
}

TEST_F(Explain, AQueryNamesPatchesOfTheInputOnEveryLayerOfSwin)
{
    for (const char* method : {"attention", "rollout", "relevancy", "gradient-rollout", "feature-similarity"}) {
        const auto outcome = run({"explain", golden("timm-swin/input.npy"), "--model", golden("timm-swin"), "--method",
            method, "--query", "15,9", "--out", at("m.npy"), "--json"});
        ASSERT_EQ(outcome.status, 0) << method << ": " << outcome.err;
        EXPECT_EQ(outcome.json().at("query"), "15,9") << method << " keeps the question as it was asked";
    }
}

TEST_F(Explain, TheSameCommandWritesTheSameBytes)
{
    ASSERT_EQ(explain({"--out", at("a.png")}).status, 0);
    ASSERT_EQ(explain({"--out", at("b.png")}).status, 0);
    EXPECT_EQ(content("a.png"), content("b.png"));
}

TEST_F(Explain, JsonFilesSayWhereTheyComeFrom)
{
    ASSERT_EQ(explain({"--out", at("m.json")}).status, 0);
    const auto object = nlohmann::json::parse(content("m.json"));
    EXPECT_EQ(object.at("picture").at("sha256").get<std::string>().size(), 64U);
    EXPECT_EQ(object.at("model").at("files").at(0).at("sha256").get<std::string>().size(), 64U);
    EXPECT_EQ(object.at("request").at("method"), "rollout");
    EXPECT_EQ(object.at("map").size(), 6U);
}

TEST_F(Explain, ColoursAreWrittenWithAllThreeComponentsWhereTheFormatHasRoom)
{
    const auto write = [&](const char* name) {
        return run({"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--method", "feature-colours",
                       "--quiet", "--out", at(name)})
            .status;
    };
    ASSERT_EQ(write("m.json"), 0);
    const auto object = nlohmann::json::parse(content("m.json"));
    ASSERT_EQ(object.at("components").size(), 3U);
    EXPECT_EQ(object.at("components").at(0), object.at("map"));
    EXPECT_NE(object.at("components").at(1), object.at("map"));
    ASSERT_EQ(write("m.npy"), 0);
    const auto array = load(at("m.npy"));
    ASSERT_EQ(array.values.size(), 3 * 36U);
    EXPECT_FLOAT_EQ(array.values.at(1), object.at("components").at(1).at(0).at(0).get<float>());
    const auto text = run({"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--method", "feature-colours",
        "--out", at("m.csv")});
    EXPECT_NE(text.err.find("first of the three components"), std::string::npos) << text.err;
    ASSERT_EQ(explain({"--out", at("n.json")}).status, 0);
    EXPECT_FALSE(nlohmann::json::parse(content("n.json")).contains("components"));
}

TEST_F(Explain, AFolderTakesSeveralPictures)
{
    const auto outcome = run({"explain", picture("rgb.png"), picture("rgb.jpg"), at("none.png"), picture("gray.png"),
        "--model", golden("timm-vit"), "--method", "attention", "--out-dir", at("maps")});
    EXPECT_EQ(outcome.status, 1) << "one picture is missing";
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    for (const char* name : {"rgb.attention.png", "rgb-2.attention.png", "gray.attention.png"})
        EXPECT_TRUE(fs::exists(at(std::string{"maps/"} + name))) << name;
}

TEST_F(Explain, ThePictureItselfIsNeverOverwritten)
{
    fs::copy_file(picture("rgb.png"), at("mine.png"));
    const auto before = content("mine.png");
    const auto outcome = run({"explain", at("mine.png"), "--model", golden("timm-vit"), "--method", "rollout", "--out",
        (m_folder / "." / "mine.png").string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_EQ(content("mine.png"), before);
}

TEST_F(Explain, SharesArePartsOfAWholeAndAbsentOnesAreNull)
{
    const auto of = [&](const char* method) {
        return run({"explain", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--method", method, "--out",
                       at("m.npy"), "--json"})
            .json();
    };
    const auto relevancy = of("relevancy");
    EXPECT_NEAR(
        relevancy.at("prefix_share").get<double>() + relevancy.at("shares").at("patches").get<double>(), 1, 1e-6);
    EXPECT_TRUE(of("grad-cam").at("prefix_share").is_null());
}

TEST_F(Explain, AnEmptyValueIsWrongUsage)
{
    for (const char* option : {"--target", "--contrast", "--profile", "--class-names"})
        EXPECT_EQ(explain({"--out", at("m.npy"), option, ""}).status, 2) << option;
}

TEST_F(Explain, APatchThatWasDroppedNeitherAsksNorAnswers)
{
    const auto asked = explain({"--out", at("m.npy"), "--hide", "1,1", "--hide-with", "drop", "--query", "1,1"});
    EXPECT_EQ(asked.status, 1);
    EXPECT_NE(asked.err.find("rgb.png"), std::string::npos) << "the picture is named: " << asked.err;
    ASSERT_EQ(explain({"--out", at("m.npy"), "--hide", "1,1", "--hide-with", "drop"}).status, 0);
    const auto map = load(at("m.npy"));
    EXPECT_TRUE(std::isnan(map.values[7]));
    EXPECT_EQ(std::count_if(map.values.begin(), map.values.end(), [](float v) { return std::isnan(v); }), 1);
    EXPECT_EQ(explain({"--out", at("m.npy"), "--hide", "0,0:5,5", "--hide-with", "drop"}).status, 1);
}

TEST_F(Explain, AnUnwritablePathLeavesNothingBehind)
{
    const auto missing = explain({"--out", at("no/such/folder/m.png")});
    EXPECT_EQ(missing.status, 1);
    EXPECT_EQ(errorLines(missing), 1) << missing.err;
    EXPECT_TRUE(fs::is_empty(m_folder));
}

TEST_F(Explain, ALayerThatIsNotThereIsOneErrorLine)
{
    const auto outcome = explain({"--layer", "3", "--method", "attention", "--out", at("m.npy")});
    EXPECT_NE(outcome.status, 0);
    EXPECT_FALSE(fs::exists(at("m.npy")));
}

TEST_F(Explain, CellsThatASwinQueryCannotSeeAreNaN)
{
    const auto outcome = run({"explain", golden("timm-swin/input.npy"), "--model", golden("timm-swin"), "--method",
        "attention", "--layer", "1", "--query", "8,8", "--out", at("m.npy")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto map = load(at("m.npy"));
    auto expected = load(reference("timm-swin", "query.block1.8,8")); // [heads, G, G]
    const auto cells = map.values.size();
    const auto heads = expected.values.size() / cells;
    NdArray mean{map.shape, std::vector<float>(cells)};
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        mean.values[i % cells] += expected.values[i] / static_cast<float>(heads);
    EXPECT_LE(relativeL2(map, mean), kMapTolerance);
}

}
