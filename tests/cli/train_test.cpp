// tests/cli/train_test.cpp: `train` on a generated folder: learns, is interrupted, goes on, and what it leaves is
// opened.
#include "tests/cli/command.h"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr int kSide = 24;
const std::vector<std::string> kClasses{"chequers", "disc", "lying", "standing"};

/// An uncompressed 24-bit BMP of one class, in random colours.
void paint(const std::string& path, int label, std::mt19937& random)
{
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    const double scale = between(3, 5), shift = between(0, 6), radius = between(5, 9), x0 = between(10, 14);
    const double y0 = between(10, 14);
    unsigned char header[54]
        = {'B', 'M', 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, kSide, 0, 0, 0, kSide, 0, 0, 0, 1, 0, 24, 0};
    std::string pixels;
    const int dark = static_cast<int>(between(0, 90)), light = static_cast<int>(between(160, 250));
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const bool lying = std::fmod(y + shift, 2 * scale) < scale;
            const bool standing = std::fmod(x + shift, 2 * scale) < scale;
            const bool inside[] = {lying != standing, std::hypot(x - x0, y - y0) < radius, lying, standing};
            for (int channel = 0; channel < 3; ++channel)
                pixels += static_cast<char>((inside[label] ? light : dark) - channel * 5);
        }
    std::ofstream(path, std::ios::binary) << std::string(reinterpret_cast<char*>(header), 54) << pixels;
}

void paintFolder(const std::filesystem::path& folder, int perClass, unsigned seed)
{
    std::mt19937 random(seed);
    for (std::size_t label = 0; label < kClasses.size(); ++label) {
        std::filesystem::create_directories(folder / kClasses[label]);
        for (int i = 0; i < perClass; ++i)
            paint((folder / kClasses[label] / (std::to_string(i) + ".bmp")).string(), static_cast<int>(label), random);
    }
}

std::vector<std::string> rowsOf(const std::string& file)
{
    std::ifstream in(file);
    std::vector<std::string> rows;
    for (std::string row; std::getline(in, row);)
        rows.push_back(row);
    return rows;
}

/// Column `name` of the last row of a CSV file.
double lastOf(const std::string& file, const std::string& name)
{
    const auto rows = rowsOf(file);
    if (rows.size() < 2)
        return -1;
    std::istringstream heads(rows.front()), cells(rows.back());
    for (std::string head, cell; std::getline(heads, head, ',') && std::getline(cells, cell, ',');)
        if (head == name)
            return std::stod(cell);
    return -1;
}

std::vector<std::string> recipe(const std::string& data, const std::string& out)
{
    return {"train", data, "--out", out, "--image-size", "24", "--patch", "6", "--width", "32", "--depth", "2",
        "--heads", "2", "--epochs", "40", "--batch", "20", "--lr", "3e-3", "--lr-batch", "20", "--warm-up", "2",
        "--clip", "1", "--ema", "0.9", "--drop-path", "0", "--crop-min", "0.5", "--rand-operations", "0", "--mixup",
        "0", "--cutmix", "0", "--erasing", "0", "--repeats", "1", "--precision", "fp32", "--threads", "2", "--seed",
        "3"};
}

/// Starts the command and sends SIGINT once its log has so many epochs. @return the exit status
int interruptedAfter(std::size_t epochs, std::vector<std::string> arguments, const std::string& log)
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::vector<char*> words{const_cast<char*>(PATCHLIGHT_CLI)};
        for (std::string& argument : arguments)
            words.push_back(argument.data());
        words.push_back(nullptr);
        ::execv(PATCHLIGHT_CLI, words.data());
        ::_exit(127);
    }
    const auto start = std::chrono::steady_clock::now();
    while (rowsOf(log).size() < epochs + 1 && std::chrono::steady_clock::now() - start < std::chrono::minutes(2))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    ::kill(child, SIGINT);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class Train : public WithFolder
{
protected:
    void SetUp() override
    {
        WithFolder::SetUp();
        paintFolder(m_folder / "data/train", 50, 1);
        paintFolder(m_folder / "data/val", 20, 2);
    }
};

TEST_F(Train, LearnsAfterBeingInterruptedAndEvaluateAgrees)
{
    std::ofstream(at("data/train/disc/broken.bmp")) << "not a picture";
    auto arguments = recipe(at("data"), at("model"));
    EXPECT_NE(interruptedAfter(3, arguments, at("model/log.csv")), 0);
    const auto epochsBefore = rowsOf(at("model/log.csv")).size();
    EXPECT_LT(epochsBefore, 40U);
    arguments.push_back("--resume");
    const auto outcome = run(arguments);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(rowsOf(at("model/log.csv")).size(), 41U);
    EXPECT_GT(lastOf(at("model/log.csv"), "top1"), 0.7) << "chance is 0.25; how near 1 depends on rounding";
    EXPECT_NE(outcome.err.find("1 unreadable"), std::string::npos) << outcome.err;
    const auto log = rowsOf(at("model/log.jsonl"));
    EXPECT_TRUE(
        std::any_of(log.begin(), log.end(), [](auto& row) { return row.find("broken.bmp") != std::string::npos; }));

    const auto evaluated = run({"evaluate", at("data/val"), "--model", at("model"), "--json"});
    ASSERT_EQ(evaluated.status, 0) << evaluated.err;
    EXPECT_NEAR(evaluated.json().at("top1").get<double>(), lastOf(at("model/log.csv"), "top1"), 3.01 / 80)
        << "pictures at the border between two classes";
}

TEST_F(Train, PackedPicturesTrainAsTheFolderDoes)
{
    ASSERT_EQ(run({"train", at("data"), "--data-size", "24", "--pack", at("packed")}).status, 0);
    auto fromFolder = recipe(at("data"), at("a")), fromPack = recipe(at("packed"), at("b"));
    for (auto* arguments : {&fromFolder, &fromPack}) {
        *std::find(arguments->begin(), arguments->end(), "40") = "1";
        ASSERT_EQ(run(*arguments).status, 0);
    }
    EXPECT_NEAR(lastOf(at("a/log.csv"), "loss"), lastOf(at("b/log.csv"), "loss"), 1e-5);
}

TEST_F(Train, FineTuningTakesAnotherSizeAndOtherClasses)
{
    auto first = recipe(at("data"), at("a"));
    *std::find(first.begin(), first.end(), "40") = "3";
    ASSERT_EQ(run(first).status, 0);
    std::filesystem::remove_all(at("data/train/disc"));
    std::filesystem::remove_all(at("data/val/disc"));
    auto second = recipe(at("data"), at("b"));
    *std::find(second.begin(), second.end(), "40") = "2";
    *std::find(second.begin(), second.end(), "24") = "48";
    second.insert(second.end(), {"--init", at("a")});
    const auto outcome = run(second);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = run({"inspect", at("b"), "--json"}).json();
    EXPECT_EQ(facts.at("classes"), 3);
    EXPECT_EQ(facts.at("image_size"), (std::vector<int>{48, 48}));
}

TEST_F(Train, AModelIsNotReplacedByAForgottenResume)
{
    std::filesystem::create_directory(at("m"));
    std::ofstream(at("m/model.safetensors")) << "hours of work";
    const auto outcome = run({"train", at("data"), "--out", at("m")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1);
    EXPECT_NE(outcome.err.find("--resume"), std::string::npos);
    std::string kept;
    std::getline(std::ifstream(at("m/model.safetensors")), kept);
    EXPECT_EQ(kept, "hours of work");
}

TEST_F(Train, WrongUseIsOneErrorLine)
{
    EXPECT_EQ(run({"train", at("data")}).status, 2);
    EXPECT_EQ(run({"train", at("nowhere"), "--out", at("m")}).status, 1);
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--patch", "7", "--image-size", "24"},
             {"--epochs", "0"}, {"--lr", "nan"}, {"--batch", "0"}, {"--threads", "-4"}}) {
        std::vector<std::string> words{"train", at("nowhere"), "--out", at("m")};
        words.insert(words.end(), wrong.begin(), wrong.end());
        const auto outcome = run(words);
        EXPECT_EQ(outcome.status, 2) << wrong.front();
        EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    }
    EXPECT_EQ(run({"train", "--out", at("m"), "--resume"}).status, 2) << "the pictures are needed again";
    EXPECT_EQ(run({"train", at("data"), "--out", at("m"), "--resume"}).status, 1);
}

}
