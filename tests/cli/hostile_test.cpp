// tests/cli/hostile_test.cpp: wrong types, full disks, odd names, labels as spreadsheets write them, Ctrl-C: always one
// clear sentence and the right exit status, and nothing half done.
#include "tests/cli/command.h"
#include <fstream>
#include <sstream>

using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

class Hostile : public WithFolder
{
protected:
    void SetUp() override
    {
        WithFolder::SetUp();
        fs::copy_file(picture("rgb.png"), at("rgb.png"));
    }
    Outcome shell(const std::string& script) { return runShell(script, m_folder); }
    void write(const std::string& name, const std::string& text) { std::ofstream(at(name), std::ios::binary) << text; }
    /// One error line with `part` in it and this status.
    void expectError(const std::string& script, int status, const std::string& part)
    {
        const auto outcome = shell(script);
        EXPECT_EQ(outcome.status, status) << script << ": " << outcome.err;
        EXPECT_EQ(errorLines(outcome), 1) << script << ": " << outcome.err;
        EXPECT_NE(outcome.err.find(part), std::string::npos) << script << ": " << outcome.err;
    }
    void expectDone(const std::string& script)
    {
        const auto outcome = shell(script);
        EXPECT_EQ(outcome.status, 0) << script << ": " << outcome.err;
    }
};

using Labels = Hostile;
using OddNames = Hostile;
using Interrupted = Hostile;

TEST_F(Labels, AreReadAsSpreadsheetsWriteThem)
{
    fs::copy_file(at("rgb.png"), at("a, b.png"));
    fs::copy_file(at("rgb.png"), at("a \"c\".png"));
    write("l.csv",
        "\xEF\xBB\xBF\"file\",\"class\"\r\n\"a, b.png\",1\r\n\"a \"\"c\"\".png\",\"2\"\r\n\r\nrgb.png, 3\r\n"
        "\"a, b.png\",4,1,1,9,9\r\n");
    const auto outcome = shell("$P evaluate . --labels l.csv $M --json");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json().at("pictures"), 4);
    const auto piped = shell("cat l.csv | $P evaluate . --labels /dev/stdin $M --json");
    ASSERT_EQ(piped.status, 0) << piped.err;
    EXPECT_EQ(piped.json().at("top5"), outcome.json().at("top5"));
}

TEST_F(Labels, OfAnEarlierEvaluationAreLabels)
{
    fs::copy_file(at("rgb.png"), at("x,\"y\".png"));
    write("l.csv", "\"x,\"\"y\"\".png\",1\n");
    ASSERT_EQ(shell("$P evaluate . --labels l.csv $M --out answers.csv").status, 0);
    ASSERT_EQ(shell("cut -d, -f1-3 answers.csv > again.csv").status, 0);
    expectDone("$P evaluate . --labels again.csv $M");
}

TEST_F(Labels, ThatAreNoneAreOneSentence)
{
    write("open.csv", "\"rgb.png,1\n");
    write("after.csv", "\"rgb\".png,1\n");
    for (const char* labels : {"open.csv", "after.csv", "rgb.png"})
        expectError(std::string{"$P evaluate . $M --labels "} + labels, 1, "file,class");
    expectError("$P evaluate . $M --labels /dev/zero", 1, "it is a device");
    expectError("$P evaluate . $M --labels .", 1, "Is a directory");
    expectError("$P evaluate . $M --labels none.csv", 1, "none.csv");
    expectError("$P evaluate . $M --labels ''", 2, "--labels");
    expectError("$P evaluate '' $M", 2, "DIR");
}

TEST_F(OddNames, AreOneLineOnTheScreenAndThemselvesInJson)
{
    const std::string name = "two\nlines\x1b[2J é.png";
    fs::copy_file(at("rgb.png"), at(name));
    const std::string typed = "\"$(printf 'two\\nlines\\033[2J é.png')\"";
    const auto plain = shell("$P predict " + typed + " $M --top 1");
    ASSERT_EQ(plain.status, 0) << plain.err;
    EXPECT_EQ(plain.out.substr(0, plain.out.find('\n')), "two lines [2J é.png");
    EXPECT_EQ(shell("$P predict " + typed + " $M --json").json().at("image"), name);
    const auto map = shell("$P explain " + typed + " $M --method rollout --out-dir maps");
    ASSERT_EQ(map.status, 0) << map.err;
    EXPECT_EQ(std::count(map.out.begin(), map.out.end(), '\n'), 1);
    EXPECT_EQ(map.out.find('\x1b'), std::string::npos);
    EXPECT_TRUE(fs::exists(at("maps/two\nlines\x1b[2J é.rollout.png")));
    expectError("$P predict \"$(printf 'no\\nsuch.png')\" $M", 1, "cannot read no such.png");
}

TEST_F(OddNames, OfClassesGiveTheTerminalNoCommands)
{
    write("names.json", R"({"4": "cat\u001b[2J\ndog"})");
    const auto outcome = shell("$P predict rgb.png $M --class-names names.json --top 1");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 2) << outcome.out;
}

TEST_F(Hostile, NumbersThatAreNoneAreWrongUsage)
{
    for (const char* wrong : {"predict rgb.png --eps nan", "predict rgb.png --eps 2", "predict rgb.png --top 0",
             "predict rgb.png --threads -1", "explain rgb.png --method rollout --out m.png --opacity nan",
             "explain rgb.png --method rollout --out m.png --opacity 1.1",
             "explain rgb.png --method rollout --out m.png --alpha nan",
             "explain rgb.png --method random --out m.png --seed -1", "evaluate . --tolerance nan",
             "evaluate . --method random --cells-per-step 0", "benchmark --runs 3", "predict rgb.png --image-size 0"})
        expectError(std::string{"$P "} + wrong + " $M", 2, "--");
}

TEST_F(Hostile, NumbersThatCannotTrainAreToldBeforeAnythingIsRead)
{
    for (const char* wrong : {"--device abacus", "--validation nan", "--dropout 7", "--dropout nan", "--aspect 0",
             "--mlp-ratio -4", "--beta1 1", "--beta2 nan", "--warm-up-lr nan", "--final-lr -1", "--lr-batch 0",
             "--checkpoint-minutes -3", "--data-size -3", "--data-size 100000", "--drop-path 2", "--rand-spread nan",
             "--teacher-batch 0", "--mix-switch 9"})
        expectError(std::string{"$P train nowhere --out model "} + wrong, 2, std::string{wrong}.substr(0, 5));
    expectError("$P train '' --out model", 2, "DIR");
    expectError("$P train . --out rgb.png", 1, "a file is in the way");
    expectError("$P train . --out rgb.png/model", 1, "a file is in the way");
    expectError("$P train . --out model --class-names none.txt", 1, "none.txt");
    expectError("$P train . --out model --classes /dev/zero", 1, "it is a device");
    EXPECT_FALSE(fs::exists(at("model")));
}

TEST_F(Hostile, EmptyNamesOfFilesAreWrongUsage)
{
    for (const char* wrong : {"explain rgb.png --method rollout --out ''",
             "explain rgb.png --method rollout --out-dir ''", "statistics rgb.png --out ''", "trace rgb.png --out ''",
             "evaluate . --out ''", "inspect ''", "predict rgb.png --profile ''"})
        expectError(std::string{"$P "} + wrong + " $M", 2, "needs a value");
}

TEST_F(Hostile, AnOptionGivenTwiceIsToldPlainly)
{
    expectError("$P predict rgb.png --top 2 --top 3 $M", 2, "--top can be given only once");
}

TEST_F(Hostile, AVeryLongValueIsCutWhereAMessageRepeatsIt)
{
    const std::string longest(5000, '7');
    for (const char* option : {"--memory", "--activation", "--device", "--hide", "--top"}) {
        const auto outcome = shell(std::string{"$P predict rgb.png "} + option + " x" + longest + " $M");
        EXPECT_NE(outcome.status, 0) << option;
        EXPECT_LT(outcome.err.size(), 1000U) << option;
    }
}

TEST_F(Hostile, OptionsThatChangeNothingAreNoted)
{
    const auto noted = [&](const std::string& script, const std::string& part) {
        const auto outcome = shell("$P " + script + " $M");
        EXPECT_EQ(outcome.status, 0) << script << ": " << outcome.err;
        EXPECT_NE(outcome.err.find("note: " + part), std::string::npos) << script << ": " << outcome.err;
        EXPECT_EQ(shell("$P " + script + " --quiet $M").err, "") << script;
    };
    write("l.csv", "rgb.png,1\n");
    noted("evaluate . --labels l.csv --no-curves", "--no-curves is not used without --method");
    noted("evaluate . --labels l.csv --tolerance 3", "--tolerance is not used without --method");
    noted("predict rgb.png --hide-with drop", "--hide-with is not used without --hide");
    noted("explain rgb.png --method rollout --out m.npy --hide-with drop", "--hide-with is not used");
    noted("statistics rgb.png --query 1,1", "--query is not used by the numbers of every head");
    noted("statistics rgb.png --view filters --layer 1", "--layer is not used by --view filters");
    EXPECT_EQ(shell("$P statistics rgb.png --view similarity --layer 1 --query 1,1 $M").err, "");
    EXPECT_EQ(shell("$P statistics rgb.png --logit-lens --query 1,1 $M").err, "");
}

TEST_F(Hostile, AFullDiskIsToldAndAClosedPipeIsNot)
{
    for (const char* command : {"--help", "--version", "explain --help", "inspect $M", "predict rgb.png $M"})
        expectError(std::string{"$P "} + command + " > /dev/full", 1, "could not be written to standard output");
    for (const char* command : {"--help", "inspect --tensors $M", "predict rgb.png rgb.png rgb.png $M"}) {
        const auto outcome = shell(std::string{"{ $P "} + command + "; echo $? >&2; } | head -1 > /dev/null");
        EXPECT_EQ(outcome.err, "0\n") << command;
    }
    expectError("ln -s /dev/full full.npy; $P explain rgb.png $M --method rollout --out full.npy", 1, "No space left");
}

TEST_F(Hostile, PicturesOfOnePixelAndOfOneRowAreExplained)
{
    const auto paint = [&](const std::string& name, int width, int height) {
        // an uncompressed BMP of one colour
        const std::size_t row = (static_cast<std::size_t>(width) * 3 + 3) / 4 * 4;
        std::string file(54, '\0');
        file[0] = 'B', file[1] = 'M', file[10] = 54, file[14] = 40, file[26] = 1, file[28] = 24;
        for (int i = 0; i < 4; ++i) {
            file[static_cast<std::size_t>(18 + i)] = static_cast<char>(width >> (8 * i));
            file[static_cast<std::size_t>(22 + i)] = static_cast<char>(height >> (8 * i));
        }
        write(name, file + std::string(row * static_cast<std::size_t>(height), '\x7f'));
    };
    paint("dot.bmp", 1, 1);
    paint("tall.bmp", 1, 10000);
    paint("wide.bmp", 10000, 1);
    for (const char* name : {"dot", "tall", "wide"})
        for (const char* style : {"overlay", "heatmap", "alpha"})
            expectDone(
                std::string{"$P explain "} + name + ".bmp $M --method rollout --style " + style + " --out m.png");
}

/// Waits until the program at $!, no longer the shell or the small one before it, catches SIGINT (bit 1 of its mask).
const std::string kWhenItListens = "n=0; until grep -qx patchlight-cli- /proc/$!/comm && grep -q 'SigCgt:.*[2367abef]$' /proc/$!/status || [ $n -gt 300 ]; do sleep 0.1; n=$((n + 1)); "
                                  "done; ";

TEST_F(Interrupted, ACommandSaysSoOnceAndLeavesNothing)
{
    std::string rows;
    for (int i = 0; i < 20000; ++i)
        rows += "rgb.png,1\n";
    write("l.csv", rows);
    std::string pictures;
    for (int i = 0; i < 2000; ++i)
        pictures += " rgb.png";
    const std::string explain = "explain" + pictures + " $M --quiet --method ";
    for (const auto& command :
        {explain + "occlusion --out-dir maps", explain + "relevancy --out-dir maps", "statistics" + pictures + " $M",
            "predict" + pictures + " $M", std::string{"evaluate . --labels l.csv $M --out a.csv"},
            std::string{"evaluate . --labels l.csv $M --method rollout --method relevancy --out a.csv"},
            std::string{"explain rgb.png $M --method smooth-grad --steps 10000 --out m.png"}}) {
        const auto outcome = shell("$P " + command + " > out & " + kWhenItListens + "sleep 1; kill -INT $!; wait $!");
        EXPECT_EQ(outcome.status, 1) << command.substr(0, 30) << outcome.err;
        EXPECT_LE(errorLines(outcome), 1) << command.substr(0, 30) << outcome.err;
        EXPECT_NE(outcome.err.find("error: interrupted"), std::string::npos) << command.substr(0, 30) << outcome.err;
        EXPECT_EQ(outcome.err.find("20000/20000"), std::string::npos) << "it was not done";
    }
    EXPECT_FALSE(fs::exists(at("m.png")));
    std::ifstream kept(at("a.csv"));
    const std::string known(std::istreambuf_iterator<char>(kept), {});
    EXPECT_TRUE(known.starts_with("file,method,") && known.ends_with("\n")) << "tests of methods keep whole rows";
    for (const auto& entry : fs::directory_iterator(at("maps")))
        EXPECT_EQ(entry.path().extension(), ".png") << entry.path();
}

TEST_F(Interrupted, WaitingForAPipeEnds)
{
    const auto outcome = shell("mkfifo p; $P predict p $M & " + kWhenItListens + "kill -INT $!; wait $!");
    EXPECT_EQ(outcome.status, 1) << outcome.err;
    EXPECT_EQ(outcome.err, "error: interrupted\n");
}

TEST_F(Interrupted, ALongProductEndsAndIsSaidOnce)
{
    // 16 384 tokens: a block takes seconds.
    const auto outcome = shell("$P predict rgb.png $M --image-size 1024 --quiet > out & " + kWhenItListens + "sleep 1; kill -INT $!; "
                               "wait $!");
    if (outcome.status == 0)
        GTEST_SKIP() << "this machine had it done before it could be stopped";
    EXPECT_EQ(outcome.status, 1) << outcome.err;
    EXPECT_EQ(outcome.err, "error: interrupted\n");
}

TEST_F(Hostile, TooLittleMemoryIsOneSentenceOrAnAnswer)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "sanitizers map terabytes";
#endif
    const auto at = [&](int megabytes, const std::string& command) {
        const auto outcome = shell("ulimit -c 0; ulimit -v " + std::to_string(megabytes * 1000) + "; timeout -k 1 60 $P " + command + " $M --quiet");
        const auto what = std::to_string(megabytes) + " " + command + ": " + std::to_string(outcome.status) + outcome.err;
        EXPECT_TRUE(outcome.status == 0 || outcome.status == 1) << what;
        EXPECT_EQ(outcome.err.empty() ? 0 : errorLines(outcome), outcome.status) << what;
        EXPECT_TRUE(outcome.status == 0 || outcome.err.find("memory") != std::string::npos) << what;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), outcome.status) << what << "no library says a word";
    };
    for (int megabytes = 575; megabytes <= 1000; megabytes += 25)
        at(megabytes, "predict rgb.png");
    for (const int megabytes : {870, 880, 900, 950}) {
        at(megabytes, "predict rgb.png --threads 64");
        at(megabytes, "explain rgb.png --method relevancy --out m.png");
    }
}

TEST_F(Hostile, WhatNeedsMoreThanTheBoundIsRefusedWithBothNumbers)
{
    expectError("$P predict rgb.png $M --memory 1 --image-size 480", 1, "and a run may take 1 MB");
    expectError("$P explain rgb.png $M --memory 60 --image-size 960 --method relevancy --out m.png", 1, "needs about");
    expectDone("$P predict rgb.png $M --memory 500");
    EXPECT_FALSE(fs::exists(at("m.png")));
}

TEST_F(Hostile, EmptyValuesAreWrongUsage)
{
    for (const char* wrong : {"explain rgb.png --method random --out m.png --seed ''", "predict rgb.png --without-block ''",
             "predict rgb.png --top ''", "predict rgb.png --hide ''", "predict rgb.png --threads ''"})
        expectError(std::string{"$P "} + wrong + " $M", 2, "needs a value");
}

TEST_F(OddNames, OfClassesTurnNothingAround)
{
    write("names.json", "{\"4\": \"\\u009b31mRED \\u202egpj.exe\"}");
    const auto plain = shell("$P predict rgb.png $M --class-names names.json --top 1");
    ASSERT_EQ(plain.status, 0) << plain.err;
    const auto json = shell("$P predict rgb.png $M --class-names names.json --top 1 --json");
    for (const char* trick : {"\xC2\x9B", "\xE2\x80\xAE"}) {
        EXPECT_EQ(plain.out.find(trick), std::string::npos);
        EXPECT_EQ(json.out.find(trick), std::string::npos);
    }
    EXPECT_NE(json.json().dump().find("\xE2\x80\xAEgpj"), std::string::npos) << "the name itself";
    const auto figure = shell("$P explain rgb.png $M --class-names names.json --method relevancy --target 4 --out m.svg");
    ASSERT_EQ(figure.status, 0) << figure.err;
    EXPECT_EQ(figure.out.find("\xC2\x9B"), std::string::npos);
    std::ostringstream svg;
    svg << std::ifstream(at("m.svg")).rdbuf();
    EXPECT_EQ(svg.str().find("\xE2\x80\xAE"), std::string::npos);
}

}
