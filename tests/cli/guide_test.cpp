// tests/cli/guide_test.cpp: what the guide says can be typed, and is about what the program has.
#include "tests/cli/command.h"
#include <fstream>
#include <sstream>

using namespace patchlight::test;

namespace
{
namespace fs = std::filesystem;

const fs::path kGuide = PATCHLIGHT_RESOURCES "/docs/guide";

class Guide : public testing::TestWithParam<std::string>
{
protected:
    fs::path page(const std::string& name) const { return kGuide / GetParam() / (name + ".md"); }
};

std::string text(const fs::path& file)
{
    std::ostringstream all;
    all << std::ifstream(file).rdbuf();
    return all.str();
}

/// The lines within ```sh fences.
std::vector<std::string> commandsIn(const fs::path& file)
{
    std::vector<std::string> commands;
    std::istringstream lines(text(file));
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("```", 0) == 0)
            inside = line == "```sh";
        else if (inside)
            commands.push_back(line);
    }
    return commands;
}

std::string replaced(std::string line, const std::string& word, const std::string& by)
{
    for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + by.size()))
        line.replace(at, word.size(), by);
    return line;
}

class GuideCommands : public WithFolder, public testing::WithParamInterface<std::string>
{
};

TEST_P(GuideCommands, AllRun)
{
    int count = 0;
    for (const auto& entry : fs::directory_iterator(kGuide / GetParam()))
        for (auto line : commandsIn(entry.path())) {
            line = replaced(line, "patchlight-cli", "$P");
            line = replaced(line, "PICTURE", PATCHLIGHT_RESOURCES "/pictures/goldfish.jpg");
            line = replaced(line, "MODEL", PATCHLIGHT_RESOURCES "/models/default");
            const auto outcome = runShell(line, m_folder);
            EXPECT_EQ(outcome.status, 0) << entry.path() << ": " << line << "\n" << outcome.err;
            ++count;
        }
    EXPECT_GE(count, 10);
}

TEST_P(Guide, HasTheSamePagesInEveryLanguage)
{
    for (const auto& entry : fs::directory_iterator(kGuide / "en"))
        EXPECT_TRUE(fs::exists(kGuide / GetParam() / entry.path().filename())) << entry.path().filename();
}

std::vector<std::string> methodNames()
{
    const auto help = run({"explain", "--help"}).out;
    const auto open = help.find('{', help.find("--method"));
    std::istringstream list(help.substr(open + 1, help.find('}', open) - open - 1));
    std::vector<std::string> names;
    for (std::string name; std::getline(list, name, ',');)
        names.push_back(name);
    return names;
}

TEST_P(Guide, NamesEveryMethod)
{
    const auto methods = text(page("methods"));
    const auto names = methodNames();
    EXPECT_GT(names.size(), 20U);
    for (const auto& name : names)
        EXPECT_NE(methods.find("`" + name + "`"), std::string::npos) << name;
}

TEST_P(Guide, ShowsEveryMethodThatTheDefaultModelAnswers)
{
    const auto methods = text(page("methods"));
    for (const auto& method : methodNames())
        if (method != "pooling-attention") { // asks a head that this model has not
            EXPECT_NE(methods.find("pictures/" + method + ".png"), std::string::npos) << method;
        }
}

TEST_P(Guide, LinksOnlyToPagesThatAreThere)
{
    for (const auto& entry : fs::directory_iterator(kGuide / GetParam())) {
        const auto page = text(entry.path());
        for (auto at = page.find("]("); at != std::string::npos; at = page.find("](", at + 2)) {
            const auto target = page.substr(at + 2, page.find(')', at) - at - 2);
            EXPECT_TRUE(target.find("://") != std::string::npos || fs::exists(kGuide / GetParam() / target)) << target;
        }
    }
}

const auto kLanguages = testing::Values("en", "zh_CN");
INSTANTIATE_TEST_SUITE_P(Languages, Guide, kLanguages);
INSTANTIATE_TEST_SUITE_P(Languages, GuideCommands, kLanguages);

}
