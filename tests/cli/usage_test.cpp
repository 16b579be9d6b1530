// tests/cli/usage_test.cpp: exit statuses, help, and wrong usage, which a script must be able to tell from failure.
#include "tests/cli/command.h"

using namespace patchlight::test;

namespace
{

class WrongUsage : public testing::TestWithParam<std::vector<std::string>>
{
};

TEST_P(WrongUsage, IsStatusTwoAndOneErrorLine)
{
    const auto outcome = run(GetParam());
    EXPECT_EQ(outcome.status, 2) << outcome.err;
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
}

INSTANTIATE_TEST_SUITE_P(CommandLine, WrongUsage,
    testing::Values(std::vector<std::string>{}, std::vector<std::string>{"paint"}, std::vector<std::string>{"predict"},
        std::vector<std::string>{"predict", "a.png", "--top", "many"},
        std::vector<std::string>{"predict", "a.png", "--device", "abacus"},
        std::vector<std::string>{"predict", "a.png", "--no-such-option"},
        std::vector<std::string>{"explain", "a.png", "--out", "m.npy"},
        std::vector<std::string>{"explain", "a.png", "--method", "guess", "--out", "m.npy"},
        std::vector<std::string>{"explain", "a.png", "--method", "rollout"},
        std::vector<std::string>{"explain", "a.png", "--method", "rollout", "--out", "m.gif"},
        std::vector<std::string>{"explain", "a.png", "b.png", "--method", "rollout", "--out", "m.npy"},
        std::vector<std::string>{"explain", "a.png", "--method", "rollout", "--query", "everyone", "--out", "m.npy"},
        std::vector<std::string>{"explain", "a.png", "--method", "rollout", "--head", "-1", "--out", "m.npy"},
        std::vector<std::string>{"trace", "a.png"}, std::vector<std::string>{"inspect"}));

TEST(Help, IsStatusZeroOnStdout)
{
    const auto outcome = run({"--help"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
    for (const char* command : {"predict", "explain", "trace", "inspect", "benchmark"})
        EXPECT_NE(outcome.out.find(command), std::string::npos) << command;
}

TEST(Help, EveryCommandHasItsOwn)
{
    const auto outcome = run({"explain", "--help"});
    EXPECT_EQ(outcome.status, 0);
    for (const char* option :
        {"--method", "--layer", "--head", "--query", "--target", "--alpha", "--discard", "--start-layer", "--end-layer",
            "--out", "--out-dir", "--style", "--colormap", "--opacity", "--interpolation", "--frame", "--model",
            "--device", "--precision", "--threads", "--profile", "--json", "--quiet"})
        EXPECT_NE(outcome.out.find(option), std::string::npos) << option;
}

TEST(Version, NamesTheProgramAndItsLibraries)
{
    const auto outcome = run({"--version"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.out.rfind("patchlight-cli ", 0), 0U);
    EXPECT_NE(outcome.out.find("torch"), std::string::npos);
}

TEST(Output, AFullDiskIsAFailure)
{
    const auto outcome
        = run({"predict", golden("timm-vit/input.npy"), "--model", golden("timm-vit"), "--json"}, "/dev/full");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
}

}
