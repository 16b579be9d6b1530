// tests/cli/idle_options_test.cpp: an option that a method does not use is noted, by name; one that it uses is not.
#include "tests/cli/command.h"
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace patchlight::test;

namespace
{

using Words = std::vector<std::string>;
using Names = std::set<std::string>;

/// Every option that describes a map, with a value that every network of the tests can answer.
const std::map<std::string, Words> kValues{{"--layer", {"1"}}, {"--head", {"max"}}, {"--query", {"1,1"}},
    {"--inverse", {}}, {"--target", {"1"}}, {"--contrast", {"2"}}, {"--alpha", {"0.3"}}, {"--discard", {"0.2"}},
    {"--start-layer", {"0"}}, {"--end-layer", {"1"}}, {"--steps", {"2"}}, {"--seed", {"5"}}};

const Names kWalk{"--head", "--query", "--target", "--contrast", "--start-layer", "--end-layer"};
const std::map<std::string, Names> kUsed{{"attention", {"--layer", "--head", "--query", "--inverse"}},
    {"rollout", {"--head", "--query", "--inverse", "--alpha", "--discard", "--start-layer", "--end-layer"}},
    {"gradient-rollout", kWalk}, {"relevancy", kWalk}, {"attribution", kWalk},
    {"grad-cam", {"--layer", "--target", "--contrast"}},
    {"attention-grad-cam", {"--layer", "--query", "--target", "--contrast"}},
    {"rollout-vit-explain", {"--head", "--discard"}},
    {"gradient-rollout-vit-explain", {"--target", "--contrast", "--discard"}},
    {"input-gradient", {"--target", "--contrast"}}, {"integrated-gradients", {"--target", "--contrast", "--steps"}},
    {"smooth-grad", {"--target", "--contrast", "--steps", "--seed"}}, {"occlusion", {"--target", "--contrast"}},
    {"random", {"--seed"}}, {"centre-prior", {}}, {"feature-similarity", {"--layer", "--query"}},
    {"feature-colours", {"--layer"}}, {"feature-norm", {"--layer"}}, {"position-similarity", {"--query"}}};

/// The words behind "note: " that are options.
Names noted(const std::string& messages)
{
    Names names;
    std::istringstream lines(messages);
    for (std::string line, note, option; std::getline(lines, line);) {
        std::istringstream words(line);
        words >> note >> option;
        EXPECT_EQ(note, "note:") << line;
        EXPECT_TRUE(names.insert(option).second) << "noted twice: " << line;
    }
    return names;
}

class IdleOptions : public WithFolder
{
protected:
    Outcome explain(const std::string& method, const std::string& out, const Words& more)
    {
        Words words{"explain", picture("rgb.png"), "--model", golden("timm-vit"), "--method", method, "--out", at(out)};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

TEST_F(IdleOptions, AreNotedForEveryMethodAndNoOther)
{
    for (const auto& [method, used] : kUsed) {
        Words all;
        Names idle;
        for (const auto& [option, value] : kValues) {
            all.push_back(option);
            all.insert(all.end(), value.begin(), value.end());
            if (!used.contains(option))
                idle.insert(option);
        }
        const auto outcome = explain(method, "m.npy", all);
        EXPECT_EQ(outcome.status, 0) << method << ": " << outcome.err;
        EXPECT_EQ(noted(outcome.err), idle) << method;
    }
}

TEST_F(IdleOptions, LeftAtTheirDefaultsAreNotNoted)
{
    EXPECT_EQ(explain("rollout", "m.npy", {}).err, "");
    EXPECT_EQ(explain("grad-cam", "m.png", {}).err, "");
}

TEST_F(IdleOptions, AreNotNotedWhereQuietIsAsked)
{
    EXPECT_EQ(explain("grad-cam", "m.npy", {"--alpha", "0.5", "--quiet"}).err, "");
}

TEST_F(IdleOptions, OfDrawingAreNotedByTheKindOfFile)
{
    const Words all{"--style", "heatmap", "--colourmap", "viridis", "--opacity", "0.4", "--cover", "even", "--interpolation", "patch",
        "--frame", "input", "--range", "-1,2.5", "--keep-mass", "0.5", "--patch-grid"};
    const Names everything{
        "--style", "--colormap", "--opacity", "--cover", "--interpolation", "--frame", "--range", "--keep-mass", "--patch-grid"};
    for (const char* out : {"m.npy", "m.csv"})
        EXPECT_EQ(noted(explain("rollout", out, all).err), everything) << out;
    for (const char* out : {"m.svg", "m.json"}) // whose text says how the map is to be drawn
        EXPECT_EQ(noted(explain("rollout", out, all).err), Names{"--style"}) << out;
    EXPECT_EQ(noted(explain("rollout", "m.png", all).err), (Names{"--opacity", "--cover", "--frame", "--patch-grid"}));
    EXPECT_EQ(noted(explain("rollout", "m.png", {"--opacity", "0.4", "--frame", "input"}).err), Names{});
    EXPECT_EQ(noted(explain("rollout", "m.png", {"--style", "alpha", "--opacity", "0.4"}).err), Names{});
    EXPECT_EQ(noted(explain("attention", "m.png", {"--style", "sheet", "--opacity", "0.4"}).err), Names{"--opacity"});
    EXPECT_EQ(noted(explain("feature-colours", "m.png", {"--colormap", "viridis", "--keep-mass", "0.5"}).err),
        (Names{"--colormap", "--keep-mass"}));
    EXPECT_EQ(noted(explain("input-gradient", "m.png", {"--colormap", "viridis"}).err), Names{"--colormap"})
        << "the map is signed";
    EXPECT_EQ(explain("input-gradient", "m.png", {"--colormap", "blue-red"}).err, "");
    EXPECT_EQ(noted(explain("rollout", "m.png", {"--format", "npy"}).err), Names{"--format"});
}

TEST_F(IdleOptions, AreNoPartOfTheProvenance)
{
    const auto outcome = explain("attention-grad-cam", "m.npy",
        {"--layer", "0", "--alpha", "0.3", "--inverse", "--head", "max", "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto said = outcome.json();
    EXPECT_EQ(said.at("layer"), 0);
    for (const char* key : {"alpha", "inverse", "head", "start_layer"})
        EXPECT_FALSE(said.contains(key)) << key;
    EXPECT_NEAR(explain("gradient-rollout-vit-explain", "m.npy", {"--discard", "0.25", "--json"}).json().at("discard"),
        0.25, 1e-6);
}

}
