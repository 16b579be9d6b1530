// tests/cli/arguments_test.cpp: what people type and pipe in: pictures from pipes, names spelt otherwise, results that
// would replace what is read.
#include "tests/cli/command.h"
#include <fstream>
#include <sstream>

using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

class Arguments : public WithFolder
{
protected:
    void SetUp() override
    {
        WithFolder::SetUp();
        fs::copy_file(picture("rgb.png"), at("rgb.png"));
    }
    Outcome shell(const std::string& script) { return runShell(script, m_folder); }
    std::string content(const std::string& name) const
    {
        std::ostringstream all;
        all << std::ifstream(at(name), std::ios::binary).rdbuf();
        return all.str();
    }
    /// One error line with `part` in it and this status.
    void expectError(const std::string& script, int status, const std::string& part)
    {
        const auto outcome = shell(script);
        EXPECT_EQ(outcome.status, status) << script << ": " << outcome.err;
        EXPECT_EQ(errorLines(outcome), 1) << script << ": " << outcome.err;
        EXPECT_NE(outcome.err.find(part), std::string::npos) << script << ": " << outcome.err;
    }
};

using Piped = Arguments;

TEST_F(Piped, APictureIsPredictedAsItsFileIs)
{
    const auto file = shell("$P predict rgb.png $M --json").json().at("predictions");
    for (const char* script : {"$P predict - $M --json < rgb.png", "cat rgb.png | $P predict - $M --json",
             "mkfifo pipe; (sleep 0.2; cat rgb.png) > pipe & $P predict pipe $M --json"}) {
        const auto piped = shell(script);
        ASSERT_EQ(piped.status, 0) << script << piped.err;
        EXPECT_EQ(piped.json().at("predictions"), file) << script;
    }
}

TEST_F(Piped, APictureIsExplainedAndCounted)
{
    ASSERT_EQ(shell("$P explain rgb.png $M --method rollout --out file.png").status, 0);
    ASSERT_EQ(shell("cat rgb.png | $P explain - $M --method rollout --out piped.png").status, 0);
    EXPECT_EQ(content("piped.png"), content("file.png"));
    ASSERT_EQ(shell("cat rgb.png | $P explain - rgb.png $M --method rollout --out-dir maps").status, 0);
    EXPECT_EQ(content("maps/stdin.rollout.png"), content("file.png"));
    EXPECT_EQ(shell("cat rgb.png | $P statistics - $M").status, 0);
    EXPECT_EQ(shell("cat rgb.png | $P trace - $M --out traced").status, 0);
}

TEST_F(Piped, WhatIsNoPictureIsOneSentence)
{
    expectError("$P predict - $M < /dev/null", 1, "standard input");
    expectError("$P predict - $M < .", 1, "standard input");
    expectError("$P predict - $M <&-", 1, "standard input");
    expectError("$P predict - $M < '" + golden("timm-vit/input.npy") + "'", 1, "arrays are read from files");
    expectError("$P predict - - $M < rgb.png", 2, "only once");
    expectError("$P predict /dev/zero $M", 1, "device");
    expectError("$P predict rgb.png --model /dev/zero", 1, "device");
}

TEST_F(Arguments, AnEmptyNameIsWrongUsageThatSaysSo)
{
    for (const char* command : {"predict ''", "explain '' --method rollout --out m.png", "statistics ''",
             "predict rgb.png ''", "trace '' --out t"})
        expectError(std::string{"$P "} + command + " $M", 2, "the name of a picture is empty");
}

TEST_F(Arguments, EndingsMayBeCapitals)
{
    for (const char* name : {"m.PNG", "m.Npy", "m.CSV", "m.JSON", "m.SVG"}) {
        const auto small = std::string{"s"} + fs::path{name}.extension().string();
        ASSERT_EQ(shell(std::string{"$P explain rgb.png $M --method rollout --out "} + name).status, 0) << name;
        ASSERT_GT(content(name).size(), 60U) << small;
    }
    ASSERT_EQ(shell("$P explain rgb.png $M --method rollout --out m.npy").status, 0);
    EXPECT_EQ(content("m.Npy"), content("m.npy"));
    ASSERT_EQ(shell("$P statistics rgb.png $M --view sinks --out v.PNG").status, 0);
    EXPECT_EQ(content("v.PNG").substr(1, 3), "PNG");
    ASSERT_EQ(shell("$P statistics rgb.png $M --out v.CSV").status, 0);
    EXPECT_EQ(content("v.CSV").rfind("layer,head", 0), 0U);
    fs::copy_file(golden("timm-vit/input.npy"), at("INPUT.NPY"));
    EXPECT_EQ(shell("$P predict INPUT.NPY $M").status, 0);
}

TEST_F(Arguments, ANameSpeltOtherwiseIsToldTheNearest)
{
    const std::string explain = "$P explain rgb.png $M --out m.png ";
    expectError(explain + "--method rolout", 2, "did you mean rollout");
    expectError(explain + "--method rollout --colormap gray", 2, "did you mean grey?");
    expectError(explain + "--method rollout --colormap jet", 2, "viridis, magma");
    expectError(explain + "--method rollout --style heat", 2, "did you mean heatmap?");
    expectError(explain + "--method rollout --alpah 0.3", 2, "did you mean --alpha?");
    expectError("$P benchmark $M --method grad-cm", 2, "did you mean grad-cam");
    expectError("$P evaluate . $M --method grad-cm", 2, "did you mean grad-cam");
    expectError("$P predcit rgb.png", 2, "did you mean predict?");
}

TEST_F(Arguments, AtOpacityZeroThePictureIsUntouched)
{
    ASSERT_EQ(shell("$P explain rgb.png $M --method feature-norm --opacity 0 --out m.png").status, 0);
    ASSERT_EQ(shell("$P explain m.png $M --method rollout --opacity 0 --out n.png").status, 0);
    EXPECT_EQ(content("m.png"), content("n.png"));
    const auto logits
        = [&](const char* name) { return shell(std::string{"$P predict $M --json "} + name).json().at("predictions"); };
    EXPECT_EQ(logits("m.png"), logits("rgb.png"));
}

TEST_F(Arguments, AResultNeverReplacesWhatIsRead)
{
    const auto before = content("rgb.png");
    const std::string model = golden("timm-vit");
    fs::copy(model, at("model"));
    std::ofstream(at("names.json")) << R"(["a","b","c","d","e","f","g","h","i","j","k"])";
    std::ofstream(at("labels.csv")) << "rgb.png,1\n";
    fs::create_symlink("rgb.png", at("link.png"));
    fs::create_hard_link(at("rgb.png"), at("hard.png"));
    const std::string part = "would replace what the command reads";
    for (const char* out : {"rgb.png", "./rgb.png", "link.png", "hard.png"})
        expectError(std::string{"$P explain rgb.png $M --method rollout --out "} + out, 1, part);
    expectError("$P explain - $M --method rollout --out rgb.png < rgb.png", 1, part);
    expectError("$P statistics rgb.png $M --view sinks --out rgb.png", 1, part);
    expectError("$P explain rgb.png --model model --method rollout --out model/config.json", 1, part);
    expectError("$P explain rgb.png $M --class-names names.json --method rollout --out names.json", 1, part);
    expectError("$P evaluate . --labels labels.csv $M --out labels.csv", 1, part);
    expectError("$P evaluate . --labels labels.csv $M --method rollout --out labels.csv", 1, part);
    EXPECT_EQ(content("rgb.png"), before);
    EXPECT_EQ(content("labels.csv"), "rgb.png,1\n");
    EXPECT_EQ(content("model/config.json"), [&] {
        std::ostringstream all;
        all << std::ifstream(model + "/config.json").rdbuf();
        return all.str();
    }());
}

TEST_F(Arguments, AFolderOfResultsKeepsItsPicturesAndOtherFiles)
{
    const auto before = content("rgb.png");
    fs::copy_file(picture("gray.png"), at("rgb.rollout.png")); // another picture, called as rgb.png's map would be
    const auto other = content("rgb.rollout.png");
    std::ofstream(at("rgb.rollout.txt")) << "notes";
    const auto both = shell("$P explain rgb.png rgb.rollout.png $M --method rollout --out-dir .");
    EXPECT_EQ(both.status, 1) << "the first map would be the second picture";
    EXPECT_EQ(errorLines(both), 1) << both.err;
    EXPECT_EQ(content("rgb.png"), before);
    EXPECT_EQ(content("rgb.rollout.png"), other);
    EXPECT_EQ(content("rgb.rollout.txt"), "notes");
    EXPECT_TRUE(fs::exists(at("rgb.rollout.rollout.png")));
    const auto again = shell("$P explain rgb.png $M --method rollout --out-dir .");
    EXPECT_EQ(again.status, 0) << "what no command reads is replaced: " << again.err;
    EXPECT_NE(content("rgb.rollout.png"), other);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(m_folder))
        files += entry.exists() ? 1 : 0;
    EXPECT_EQ(files, 4U) << "no temporary file is left";
}

TEST_F(Arguments, AMapThatCannotBeWrittenLeavesTheOldOne)
{
    ASSERT_EQ(shell("$P explain rgb.png $M --method rollout --out-dir maps").status, 0);
    const auto before = content("maps/rgb.rollout.png");
    const auto full = shell("ulimit -f 1; trap '' XFSZ; $P explain rgb.png $M --method attention --style heatmap "
                            "--out maps/rgb.rollout.png");
    EXPECT_EQ(full.status, 1) << full.err;
    EXPECT_EQ(errorLines(full), 1) << full.err;
    EXPECT_EQ(content("maps/rgb.rollout.png"), before);
    EXPECT_EQ(std::distance(fs::directory_iterator(at("maps")), fs::directory_iterator{}), 1);
}

TEST_F(Arguments, EvaluateWritesTheTableWhereItIsTold)
{
    std::ofstream(at("labels.csv")) << "rgb.png,1\n";
    const std::string evaluate = "$P evaluate . --labels labels.csv $M --quiet --out ";
    ASSERT_EQ(shell(evaluate + "pp.csv").status, 0);
    EXPECT_EQ(content("pp.csv").rfind("file,class,predicted", 0), 0U);
    ASSERT_EQ(shell(evaluate + "folder").status, 0);
    EXPECT_EQ(content("folder/predictions.csv"), content("pp.csv"));
    fs::create_directory(at("old.csv"));
    ASSERT_EQ(shell(evaluate + "old.csv").status, 0);
    EXPECT_EQ(content("old.csv/predictions.csv"), content("pp.csv"));
    expectError(evaluate + "no/such/pp.csv", 1, "its folder does not exist");
    expectError(evaluate + "old.csv --method rollout", 1, "this is a folder");
}

TEST_F(Arguments, ClassNamesMayBeJson)
{
    std::ofstream(at("index.json")) << R"({"4": ["n01440764", "tench"], "8": ["n01443537", "goldfish"]})";
    const auto named = shell("$P predict rgb.png $M --class-names index.json --json");
    ASSERT_EQ(named.status, 0) << named.err;
    EXPECT_EQ(named.json().at("predictions").at(0).at("name"), "tench");
    std::ofstream(at("bad.json")) << R"({"4": {"name": "tench"}})";
    expectError("$P predict rgb.png $M --class-names bad.json", 1, "bad.json");
}

}
