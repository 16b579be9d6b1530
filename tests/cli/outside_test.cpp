// tests/cli/outside_test.cpp: the manual page and the completions hold what --help holds.
#include "tests/cli/command.h"
#include <regex>
#include <set>

using namespace patchlight::test;

namespace
{

const std::vector<std::string> kCommands{"predict", "explain", "trace", "inside", "inspect", "evaluate", "statistics", "train", "benchmark",
    "models"};

std::set<std::string> optionsIn(const std::string& text)
{
    static const std::regex option{"--[a-z][a-z0-9-]*"};
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at)
        found.insert(at->str());
    return found;
}

/// Options as they are listed in a command's help: the first word of a line.
std::set<std::string> listedOptions(const std::string& help)
{
    static const std::regex line{"(?:^|\n) +(?:-[a-zA-Z],)?(--[a-z][a-z0-9-]*)"};
    std::set<std::string> found;
    for (std::sregex_iterator at(help.begin(), help.end(), line), end; at != end; ++at)
        found.insert((*at)[1]);
    return found;
}

std::string unescaped(std::string page)
{
    for (auto at = page.find("\\-"); at != std::string::npos; at = page.find("\\-"))
        page.erase(at, 1);
    return page;
}

TEST(ManualPage, HoldsEveryOptionOfEveryCommand)
{
    const auto page = run({"--manual"});
    ASSERT_EQ(page.status, 0) << page.err;
    const auto inPage = optionsIn(unescaped(page.out));
    for (const auto& command : kCommands)
        for (const auto& option : listedOptions(run({command, "--help"}).out))
            EXPECT_TRUE(inPage.contains(option)) << command << " " << option;
}

class Pages : public WithFolder
{
};

TEST(ManualPage, HoldsTheCommandsWithinCommands)
{
    const auto page = unescaped(run({"--manual"}).out);
    for (const char* inner : {"get", "remove", "verify"})
        EXPECT_NE(page.find(std::string{"\n.SS models "} + inner + "\n"), std::string::npos) << inner;
}

TEST_F(Pages, AreFormattedWithoutAWarning)
{
    if (runShell("command -v groff && command -v man", m_folder).status != 0)
        GTEST_SKIP() << "no man here";
    const auto outcome = runShell("$P --manual > p.1 && man --warnings -l p.1 > page.txt 2> warnings; cat warnings", m_folder);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.status, 0);
}

TEST(ManualPage, BeginsAsManPagesDo)
{
    const auto page = run({"--manual"}).out;
    EXPECT_EQ(page.rfind(".TH PATCHLIGHT\\-CLI 1", 0), 0U);
    for (const char* section : {".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH COMMANDS", ".SH EXIT STATUS"})
        EXPECT_NE(page.find(section), std::string::npos) << section;
}

TEST(Completion, KnowsEveryOptionInEveryShell)
{
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const auto script = run({"--completion", shell}).out;
        for (const auto& command : kCommands) {
            EXPECT_NE(script.find(command), std::string::npos) << shell << " " << command;
            for (const auto& option : listedOptions(run({command, "--help"}).out))
                EXPECT_NE(script.find(option.substr(2)), std::string::npos) << shell << " " << command << " " << option;
        }
    }
    EXPECT_EQ(run({"--completion", "tcsh"}).status, 2);
}

class Bash : public WithFolder
{
};

TEST_F(Bash, CompletesCommandsOptionsAndTheWordsAnOptionAllows)
{
    const std::string ask = R"(
offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _patchlight_cli; echo "${COMPREPLY[*]}"; }
offer patchlight-cli exp
offer patchlight-cli explain --meth
offer patchlight-cli explain --method rel
offer patchlight-cli explain --method = rel
offer patchlight-cli explain --precision =
offer patchlight-cli models re
offer patchlight-cli models get --q
)";
    const auto outcome = runShell("$P --completion bash > c.sh && bash -c '. ./c.sh\n" + ask + "'", m_folder);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "explain\n--method\nrelevancy\nrelevancy\nfp32 bf16 fp16\nremove\n--quiet\n");
}

/// In the shells themselves, with the key that people press: what a line becomes.
class TabKey : public WithFolder, public testing::WithParamInterface<const char*>
{
};

TEST_P(TabKey, CompletesACommandAnOptionAMethodAndAFile)
{
    const std::string shell = GetParam();
    if (runShell("command -v python3 && command -v " + shell, m_folder).status != 0)
        GTEST_SKIP() << "no " << shell << " here";
    const auto script = shell == "bash" ? "patchlight-cli" : shell == "zsh" ? "_patchlight-cli" : "patchlight-cli.fish";
    const auto outcome = runShell("PATH=$(dirname \"$P\"):$PATH\nmkdir s pictures && touch 'pictures/my cat.jpg'\n"
                                  "patchlight-cli --completion " + shell + " > s/" + script + "\n"
            "cd pictures && " PATCHLIGHT_PRESS_TAB " " + shell + " ../s/" + script
            + " 'patchlight-cli expl' 'patchlight-cli explain --meth' 'patchlight-cli explain --method relev'"
              " 'patchlight-cli explain --method=relev' 'patchlight-cli predict my' 'patchlight-cli models rem'"
              " 'patchlight-cli models remove --ye'",
        m_folder);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, shell == "fish" ? "<explain>\n<--method>\n<relevancy>\n<--method=relevancy>\n<my cat.jpg>\n<remove>\n<--yes>\n"
        : "<patchlight-cli><explain>\n<patchlight-cli><explain><--method>\n<patchlight-cli><explain><--method><relevancy>\n"
          "<patchlight-cli><explain><--method=relevancy>\n<patchlight-cli><predict><my cat.jpg>\n"
          "<patchlight-cli><models><remove>\n<patchlight-cli><models><remove><--yes>\n");
}

INSTANTIATE_TEST_SUITE_P(Shells, TabKey, testing::Values("bash", "zsh", "fish"), [](const auto& shell) { return std::string{shell.param}; });

}
