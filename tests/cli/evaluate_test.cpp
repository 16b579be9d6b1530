// tests/cli/evaluate_test.cpp: accuracy and how faithful methods are, over labelled pictures.
#include "core/base/npy.h"
#include "tests/cli/command.h"
#include <algorithm>
#include <fstream>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

class Evaluate : public WithFolder
{
protected:
    Outcome evaluate(std::vector<std::string> words)
    {
        words.insert(words.begin(),
            {"evaluate", m_folder.string(), "--labels", at("labels.csv"), "--model", golden("timm-vit"), "--json",
                "--quiet"});
        return run(words);
    }
};

TEST_F(Evaluate, MethodsAreEvaluatedBesideRandomAndTheCentre)
{
    std::ofstream(at("labels.csv")) << "file,class\n" << golden("timm-vit/input.npy") << ",1,0,0,48,48\n";
    const auto outcome = run({"evaluate", m_folder.string(), "--labels", at("labels.csv"), "--model",
        golden("timm-vit"), "--method", "rollout", "--method", "relevancy", "--cells-per-step", "6", "--out",
        at("scores.csv"), "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto methods = outcome.json().at("methods");
    ASSERT_EQ(methods.size(), 4U);
    EXPECT_EQ(methods[2].at("method"), "random");
    EXPECT_EQ(methods[3].at("method"), "centre-prior");
    for (const auto& row : methods) {
        EXPECT_GT(row.at("deletion"), 0);
        EXPECT_LT(row.at("insertion"), 1);
        EXPECT_EQ(row.at("pointing"), 1) << "the box is the whole picture";
        EXPECT_NEAR(row.at("energy").get<double>(), 1, 1e-6);
    }
    std::ifstream csv(at("scores.csv"));
    EXPECT_EQ(std::count(std::istreambuf_iterator<char>(csv), {}, '\n'), 5);
    std::string start(4, ' ');
    std::ifstream(at("scores.svg")).read(start.data(), 4);
    EXPECT_EQ(start, "<svg");
}

TEST_F(Evaluate, AMapWithoutAnOrderIsRefusedBeforeAnythingIsDone)
{
    std::ofstream(at("labels.csv")) << "file,class\n" << golden("timm-vit/input.npy") << ",1,0,0,48,48\n";
    const auto outcome = evaluate({"--method", "rollout", "--method", "feature-colours", "--out", at("s.csv")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_NE(outcome.err.find("feature-colours: A map of colours"), std::string::npos) << outcome.err;
    EXPECT_FALSE(std::filesystem::exists(at("s.csv")));
}

TEST_F(Evaluate, AnEvaluationThatWasEndedGoesOn)
{
    const auto row = [](const std::string& file) { return file + ",1,0,0,48,48\n"; };
    const auto first = golden("timm-vit/input.npy"), second = at("second.npy");
    std::filesystem::copy_file(first, second);
    const std::vector<std::string> asked{"--method", "rollout", "--cells-per-step", "12", "--out", at("s.csv")};
    const auto again = [&](std::vector<std::string> more) {
        auto words = asked;
        words.insert(words.end(), more.begin(), more.end());
        return evaluate(words);
    };
    std::ofstream(at("labels.csv")) << row(first) << row(second);
    const auto whole = again({});
    ASSERT_EQ(whole.status, 0) << whole.err;
    const auto read = [&](const std::string& name) {
        std::ifstream file(at(name));
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const auto rows = read("s.csv"), lines = read("s.jsonl");
    ASSERT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3) << "the question, and a line for each picture";
    std::filesystem::remove(second); // it is not asked again
    std::ofstream(at("s.jsonl")) << lines << "{\"file\": \"cut sh";
    std::ofstream(at("s.csv")) << "";
    const auto resumed = again({"--resume"});
    EXPECT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_EQ(resumed.out, whole.out);
    EXPECT_EQ(read("s.csv"), rows);
    EXPECT_EQ(read("s.jsonl"), lines) << "the line that was cut short is gone";
    const auto other = evaluate(
        {"--method", "relevancy", "--cells-per-step", "12", "--out", at("s.csv"), "--resume"});
    EXPECT_EQ(other.status, 1);
    EXPECT_NE(other.err.find("s.jsonl"), std::string::npos) << other.err;
    EXPECT_EQ(read("s.jsonl"), lines) << "nothing is lost";
}

TEST_F(Evaluate, BaselinesHaveTheGridsOfTheMapsTheyStandBeside)
{
    std::ofstream(at("labels.csv")) << "file,class\n" << golden("timm-swin/input.npy") << ",1\n";
    const auto outcome
        = run({"evaluate", m_folder.string(), "--labels", at("labels.csv"), "--model", golden("timm-swin"), "--method",
            "attention", "--method", "rollout", "--cells-per-step", "16", "--out", at("s.csv"), "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto methods = outcome.json().at("methods");
    ASSERT_EQ(methods.size(), 6U) << "two methods, and two baselines on each of their grids";
    EXPECT_FALSE(methods[0].contains("grid"));
    EXPECT_EQ(methods[2].at("method"), "random");
    EXPECT_EQ(methods[4].at("method"), "random");
    EXPECT_EQ(methods[2].at("grid"), methods[3].at("grid"));
    const auto last = methods[2].at("grid")[0].get<int>(), patches = methods[4].at("grid")[0].get<int>();
    EXPECT_EQ(2 * last, patches) << "attention is that of the last stage, rollout goes down to the patches";
    std::ifstream csv(at("s.csv"));
    const std::string rows(std::istreambuf_iterator<char>(csv), {});
    const auto side = std::to_string(last);
    EXPECT_NE(rows.find(",random " + side + "x" + side + ","), std::string::npos) << rows;
    EXPECT_NE(rows.find(",random,"), std::string::npos) << rows;
}

TEST_F(Evaluate, RandomWeightsChangeAMapButNotTheCentrePrior)
{
    std::ofstream(at("labels.csv")) << "file,class\n" << golden("timm-vit/input.npy") << ",1\n";
    const auto outcome
        = run({"evaluate", m_folder.string(), "--labels", at("labels.csv"), "--model", golden("timm-vit"), "--method",
            "relevancy", "--randomise", "--cells-per-step", "12", "--out", at("s.csv"), "--json", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto methods = outcome.json().at("methods");
    const auto steps = methods[0].at("randomisation");
    ASSERT_EQ(steps.size(), 5U);
    EXPECT_EQ(steps[0].at("from"), "head");
    EXPECT_LT(steps[4].at("rank"), 0.9);
    EXPECT_NEAR(methods[2].at("randomisation")[4].at("rank").get<double>(), 1, 1e-6) << "knows no network";
    std::ifstream csv(at("s.randomisation.csv"));
    EXPECT_EQ(std::count(std::istreambuf_iterator<char>(csv), {}, '\n'), 1 + 3 * 5);
}

TEST_F(Evaluate, WithoutCurvesItOnlyLooksWhereMapsPoint)
{
    std::ofstream(at("labels.csv")) << "file,class\n" << golden("timm-vit/input.npy") << ",1,0,0,8,8\n";
    const auto far = evaluate({"--method", "centre-prior", "--no-curves", "--tolerance", "0"});
    ASSERT_EQ(far.status, 0) << far.err;
    const auto row = far.json().at("methods").at(1);
    EXPECT_FALSE(row.contains("deletion"));
    EXPECT_EQ(row.at("pointing"), 0) << "the box is a corner";
    const auto near = evaluate({"--method", "centre-prior", "--no-curves", "--tolerance", "100"});
    EXPECT_EQ(near.json().at("methods").at(1).at("pointing"), 1);
}

TEST_F(Evaluate, NamesWithQuotesStayOneCell)
{
    const auto odd = at("a \"b\".npy");
    std::filesystem::copy_file(golden("timm-vit/input.npy"), odd);
    std::ofstream(at("labels.csv")) << "a \"b\".npy,1\n";
    ASSERT_EQ(evaluate({"--out", at("out")}).status, 0);
    std::ifstream rows(at("out/predictions.csv"));
    std::string line;
    std::getline(rows, line);
    std::getline(rows, line);
    EXPECT_EQ(line.rfind("\"a \"\"b\"\".npy\",1,", 0), 0U) << line;
}

TEST_F(Evaluate, ABadPictureIsReportedAndTheRestCount)
{
    std::ofstream(at("labels.csv")) << "missing.npy,1\n" << golden("timm-vit/input.npy") << ",1\n";
    const auto outcome = evaluate({});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_EQ(outcome.json().at("pictures"), 1);
    EXPECT_EQ(outcome.json().at("unreadable"), 1);
}

/// The second picture is too large for the gradients of one method and not for the attention of the other.
TEST_F(Evaluate, AveragesEveryMethodOverTheSamePictures)
{
    NdArray large{{1, 3, 160, 160}, std::vector<float>(3 * 160 * 160, 0.25F)};
    large.values[1000] = 2;
    ASSERT_TRUE(writeNpy(at("large.npy"), large));
    std::ofstream(at("labels.csv")) << golden("timm-vit/input.npy") << ",1,0,0,8,8\nlarge.npy,1,0,0,8,8\n";
    const auto outcome = evaluate({"--method", "rollout", "--method", "relevancy", "--no-curves", "--memory", "6"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("large.npy"), std::string::npos) << outcome.err;
    const auto methods = outcome.json().at("methods");
    ASSERT_EQ(methods.size(), 4U);
    for (const auto& row : methods)
        EXPECT_EQ(row.at("pictures"), 1) << row;
}

TEST_F(Evaluate, ALabelsFileOfASpreadsheetIsRead)
{
    std::ofstream(at("labels.csv")) << "\xEF\xBB\xBF"
                                       "file,class\r\n"
                                    << golden("timm-vit/input.npy") << ",1\r\n";
    EXPECT_EQ(evaluate({}).status, 0);
}

TEST_F(Evaluate, WhatIsWrongWithARowIsSaid)
{
    std::ofstream(at("labels.csv")) << golden("timm-vit/input.npy") << ",1,9,9,5,5\n";
    EXPECT_NE(evaluate({}).err.find("box"), std::string::npos);
    std::ofstream(at("labels.csv")) << golden("timm-vit/input.npy") << ";1\n";
    EXPECT_NE(evaluate({}).err.find("comma"), std::string::npos);
}

TEST_F(Evaluate, WithoutAPictureThereIsNoAccuracy)
{
    std::ofstream(at("labels.csv")) << "missing.npy,1\n";
    const auto outcome = evaluate({});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.out, "");
    const auto nowhere = run({"evaluate", at("nowhere"), "--labels", at("labels.csv"), "--model", golden("timm-vit")});
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_EQ(errorLines(nowhere), 1) << nowhere.err;
}

}
