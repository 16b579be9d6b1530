// tests/cli/statistics_test.cpp: numbers of heads, features and weights as scripts get them.
#include "tests/cli/command.h"
#include <algorithm>
#include <fstream>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

class Statistics : public WithFolder
{
protected:
    Outcome view(const std::string& net, const std::string& name, const std::vector<std::string>& more)
    {
        std::vector<std::string> all{
            "statistics", golden(net + "/input.npy"), "--model", golden(net), "--view", name, "--quiet"};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }
    NdArray values(const std::string& net, const std::string& name, std::vector<std::string> more = {})
    {
        more.insert(more.end(), {"--out", at("view.npy")});
        const auto outcome = view(net, name, more);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return outcome.status == 0 ? load(at("view.npy")) : NdArray{};
    }
};

using Shape = std::vector<std::int64_t>;

TEST_F(Statistics, JsonKeepsItsKeysAndGainsFeaturesAndWeights)
{
    const auto outcome
        = run({"statistics", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto all = outcome.json();
    EXPECT_EQ(all.at("layers").size(), 3U);
    EXPECT_TRUE(all.at("layers")[0].at("heads")[0].contains("entropy"));
    EXPECT_TRUE(all.at("units").contains("distance"));
    EXPECT_TRUE(all.at("sinks").contains("rule"));
    EXPECT_EQ(all.at("colours").at("variance_shares").size(), 3U);
    EXPECT_EQ(all.at("positions").at("grid"), nlohmann::json({6, 6}));
    EXPECT_TRUE(all.at("filters").contains("variance_shares"));
    EXPECT_FALSE(all.contains("interventions"));
}

TEST_F(Statistics, JsonSaysWhichInterventionsThereWere)
{
    const auto outcome = run({"statistics", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--json",
        "--quiet", "--without-head", "1.0", "--hide", "2,3"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto all = outcome.json();
    EXPECT_EQ(all.at("interventions").at("hide"), nlohmann::json::parse("[[2,3]]"));
    EXPECT_EQ(all.at("interventions").at("heads").size(), 1U);
    EXPECT_FALSE(all.at("change").empty());
}

TEST_F(Statistics, HeadsAreComparedWithAMethodsMap)
{
    const auto of = [](const std::string& net) {
        const auto outcome = run({"statistics", golden(net + "/input.npy"), "--model", golden(net), "--like", "rollout",
            "--json", "--quiet"});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return outcome.json();
    };
    const auto vit = of("timm-vit");
    EXPECT_EQ(vit.at("similarity_to"), "rollout");
    for (const auto& layer : vit.at("layers"))
        for (const auto& head : layer.at("heads"))
            EXPECT_LE(std::abs(head.at("similarity").get<double>()), 1.0);
    const auto swin = of("timm-swin"); // its second stage has a grid of its own, which nothing can be said of
    EXPECT_TRUE(swin.at("layers").back().at("heads")[0].at("similarity").is_null());
}

TEST_F(Statistics, EveryViewHasItsShape)
{
    EXPECT_EQ(values("timm-vit", "positions").shape, (Shape{37, 37}));
    EXPECT_EQ(values("timm-vit", "positions", {"--query", "1,2"}).shape, (Shape{6, 6}));
    EXPECT_EQ(values("timm-vit", "filters").shape, (Shape{28, 8, 8, 3}));
    EXPECT_EQ(values("timm-vit", "colours").shape, (Shape{6, 6, 3}));
    EXPECT_EQ(values("timm-vit", "sinks", {"--layer", "1"}).shape, (Shape{6, 6}));
    EXPECT_EQ(values("timm-swin", "similarity", {"--query", "5,15", "--layer", "3"}).shape, (Shape{8, 8}));
    EXPECT_EQ(values("timm-swin", "position-bias", {"--layer", "1", "--head", "1"}).shape, (Shape{7, 7}));
}

TEST_F(Statistics, SimilarityToAPatchIsOneThere)
{
    const auto map = values("timm-vit", "similarity", {"--query", "2,4"});
    ASSERT_EQ(map.shape, (Shape{6, 6}));
    EXPECT_NEAR(map.values[2 * 6 + 4], 1.0, 1e-5);
}

TEST_F(Statistics, ViewsArePicturesTablesAndJsonToo)
{
    for (const std::string name : {"positions", "filters", "colours", "similarity", "sinks"}) {
        ASSERT_EQ(view("timm-vit", name, {"--out", at(name + ".png")}).status, 0) << name;
        std::string start(4, ' ');
        std::ifstream(at(name + ".png"), std::ios::binary).read(start.data(), 4);
        EXPECT_EQ(start, "\x89PNG") << name;
    }
    ASSERT_EQ(view("timm-vit", "sinks", {"--out", at("sinks.json")}).status, 0);
    const auto all = nlohmann::json::parse(std::ifstream(at("sinks.json")));
    EXPECT_EQ(all.at("view"), "sinks");
    EXPECT_EQ(all.at("values").size(), 36U);
    ASSERT_EQ(view("timm-vit", "colours", {"--out", at("colours.csv")}).status, 0);
    std::ifstream csv(at("colours.csv"));
    EXPECT_EQ(std::count(std::istreambuf_iterator<char>(csv), {}, '\n'), 6);
}

TEST_F(Statistics, WhatANetworkHasNotIsOneErrorLine)
{
    for (const auto& [net, name] : {std::pair{"timm-swin", "positions"}, {"timm-vit", "position-bias"}}) {
        const auto outcome = view(net, name, {});
        EXPECT_EQ(outcome.status, 1) << name;
        EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    }
    EXPECT_EQ(view("timm-vit", "sinks", {"--layer", "9"}).status, 1);
    EXPECT_EQ(view("timm-swin", "position-bias", {"--layer", "0", "--head", "99"}).status, 1);
    EXPECT_EQ(view("timm-vit", "nothing", {}).status, 2);
    EXPECT_EQ(view("timm-vit", "sinks", {"--logit-lens"}).status, 2);
}

TEST_F(Statistics, TheDifferenceOfTwoTokensIsASignedMap)
{
    const auto outcome
        = run({"explain", golden("deit-distilled-pth/input.npy"), "--model", golden("deit-distilled-pth/model.pth"),
            "--method", "rollout", "--query", "cls-dist", "--out", at("d.npy"), "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json().at("query"), "cls-dist");
    EXPECT_TRUE(outcome.json().at("signed"));
    auto expected = load(PATCHLIGHT_FIXTURES "/explanations/deit-distilled-pth/rollout.mean.npy");
    const auto second = load(PATCHLIGHT_FIXTURES "/explanations/deit-distilled-pth/rollout.mean.dist.npy");
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        expected.values[i] -= second.values[i];
    EXPECT_LE(relativeL2(load(at("d.npy")), expected), 1e-3);
}

TEST_F(Statistics, ANameThatIsNoUtf8IsWrittenAllTheSame)
{
    const auto odd = at("caf\xe9.npy");
    std::filesystem::copy_file(golden("timm-vit/input.npy"), odd);
    for (const std::vector<std::string>& kind : {std::vector<std::string>{}, {"--logit-lens"}, {"--view", "sinks"}}) {
        std::vector<std::string> words{
            "statistics", odd, "--model", golden("timm-vit"), "--out", at("o.json"), "--quiet"};
        words.insert(words.end(), kind.begin(), kind.end());
        const auto outcome = run(words);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
    }
}

}
