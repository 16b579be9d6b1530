// tests/cli/faults_test.cpp: every write, rename, folder and mapping that a command makes fails once, each in a run of
// its own: then one sentence is said, the old or the new file is whole, and nothing else is left.
#include "tests/cli/command.h"
#include "tests/support/hub.h"
#include <fstream>
#include <sstream>

using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

class Faults : public WithFolder
{
protected:
    void SetUp() override
    {
#ifdef __SANITIZE_ADDRESS__
        GTEST_SKIP() << "the sanitizer's runtime must be loaded first, and has an operator new of its own";
#endif
        WithFolder::SetUp();
        fs::copy_file(picture("rgb.png"), at("rgb.png"));
    }
    std::string content(const std::string& name) const
    {
        std::ostringstream all;
        all << std::ifstream(m_folder / name, std::ios::binary).rdbuf();
        return all.str();
    }
    /// Runs `command` with the n-th call of `kind` failing.
    Outcome failingAt(const std::string& kind, long n, const std::string& command)
    {
        return runShell("LD_PRELOAD='" PATCHLIGHT_FAULTS "' PATCHLIGHT_FAULT_COUNT=count PATCHLIGHT_FAULT=" + kind + ":"
                + std::to_string(n) + " " + command,
            m_folder);
    }
    long callsOf(const std::string& kind, const std::string& command)
    {
        const auto outcome = failingAt(kind, 0, command);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return std::atol(content("count").c_str());
    }
    /// One clean failure, or success in spite of it.
    void expectCalm(const Outcome& outcome, const std::string& what)
    {
        EXPECT_TRUE(outcome.status == 0 || outcome.status == 1) << what << ": " << outcome.status << " " << outcome.err;
        EXPECT_EQ(errorLines(outcome), outcome.status == 0 ? 0 : 1) << what << ": " << outcome.err;
    }
    int hidden(const std::string& folder) const
    {
        int count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(at(folder)))
            count += entry.path().filename().string().front() == '.' ? 1 : 0;
        return count;
    }
    static constexpr long kMostWalked = 24; ///< of a kind; more are sampled evenly
};

/// 1, 2, …, or as many spread over them.
std::vector<long> walked(long calls, long most)
{
    std::vector<long> steps;
    for (long i = 0; i < std::min(calls, most); ++i)
        steps.push_back(calls <= most ? i + 1 : 1 + i * (calls - 1) / (most - 1));
    return steps;
}

}

TEST_F(Faults, AnExportIsTheOldFileOrTheNewOne)
{
    const std::string command = "$P explain rgb.png --method rollout --out out/map.png $M --quiet";
    fs::create_directory(at("out"));
    ASSERT_EQ(runShell(command, m_folder).status, 0);
    const auto whole = content("out/map.png");
    for (const char* kind : {"write", "fsync", "rename", "create", "mmap", "open"})
        for (const long n : walked(callsOf(kind, command), kMostWalked)) {
            std::ofstream(at("out/map.png"), std::ios::binary) << "old";
            const auto outcome = failingAt(kind, n, command);
            const auto what = kind + std::string{":"} + std::to_string(n);
            expectCalm(outcome, what);
            EXPECT_EQ(content("out/map.png"), outcome.status == 0 ? whole : "old") << what;
            EXPECT_EQ(hidden("out"), 0) << what;
        }
}

TEST_F(Faults, ATraceIsWholeOrNotThere)
{
    const std::string command = "$P trace rgb.png --out out $M --quiet";
    for (const char* kind : {"write", "rename", "mkdir", "create"})
        for (const long n : walked(callsOf(kind, command), 8)) {
            fs::remove_all(at("out"));
            const auto outcome = failingAt(kind, n, command);
            const auto what = kind + std::string{":"} + std::to_string(n);
            expectCalm(outcome, what);
            if (kind == std::string{"rename"} && outcome.status != 0)
                continue; // files that have their names by then stay
            EXPECT_EQ(fs::exists(at("out")), outcome.status == 0) << what;
        }
}

TEST_F(Faults, ATrainingCheckpointIsTheOldOneOrTheNewOne)
{
    for (const char* name : {"data/a", "data/b"}) {
        fs::create_directories(at(name));
        for (int i = 0; i < 4; ++i)
            fs::copy_file(picture("rgb.png"), at(std::string{name} + "/" + std::to_string(i) + ".png"));
    }
    const std::string command = "$P train data --out m --image-size 24 --patch 6 --width 16 --depth 1 --heads 1 --epochs 2 "
                                "--batch 2 --repeats 1 --threads 1 --warm-up 0 --device cpu --quiet --overwrite";
    for (const char* kind : {"write", "fsync", "rename", "create"})
        for (const long n : walked(callsOf(kind, command), 6)) {
            fs::remove_all(at("m"));
            const auto outcome = failingAt(kind, n, command);
            const auto what = kind + std::string{":"} + std::to_string(n);
            expectCalm(outcome, what);
            if (!fs::exists(at("m")))
                continue;
            EXPECT_EQ(hidden("m"), 0) << what;
            if (fs::exists(at("m/training.safetensors"))) {
                EXPECT_EQ(runShell(command + " --resume", m_folder).status, 0) << what << ": what is there can be gone on from";
            }
        }
}

TEST_F(Faults, ADownloadIsTheOldModelOrTheNewOne)
{
    const std::string a(40, 'a'), b(40, 'b');
    const auto config = content(golden("timm-vit") + "/config.json");
    Hub hub;
    hub.putFolder("some/net", golden("timm-vit"));
    hub.behave("some/net", {{"commit", a}});
    const std::string command = "HF_HOME=hf XDG_CONFIG_HOME=config HF_ENDPOINT=" + hub.endpoint() + " $P models get some/net";
    ASSERT_EQ(runShell(command, m_folder).status, 0);
    fs::rename(at("hf"), at("old"));
    hub.put("some/net", "config.json", config + " ");
    hub.behave("some/net", {{"commit", b}});
    const auto anew = [&] {
        fs::remove_all(at("hf"));
        fs::copy(at("old"), at("hf"), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    };
    const std::string top = "hf/hub/models--some--net/";
    const auto whole = [&](const std::string& commit) {
        const auto snapshot = top + "snapshots/" + commit + "/";
        return content(snapshot + "config.json") == config + (commit == b ? " " : "")
            && content(snapshot + "model.safetensors") == content(golden("timm-vit") + "/model.safetensors");
    };
    for (const char* kind : {"write", "fsync", "rename", "create", "open", "mmap", "mkdir"}) {
        anew();
        for (const long n : walked(callsOf(kind, command), 6)) {
            anew();
            const auto outcome = failingAt(kind, n, command);
            const auto what = kind + std::string{":"} + std::to_string(n) + " " + outcome.err;
            expectCalm(outcome, what);
            EXPECT_TRUE(whole(a)) << what;
            const auto now = content(top + "refs/main");
            EXPECT_TRUE(now == a || now == b) << what << now;
            EXPECT_TRUE(whole(now)) << what;
            EXPECT_EQ(runShell(command, m_folder).status, 0) << what;
            EXPECT_TRUE(content(top + "refs/main") == b && whole(b)) << what;
        }
    }
}

TEST_F(Faults, AFailedAllocationAnywhereIsASentence)
{
    const std::string command = "$P explain rgb.png --method rollout --out map.npy $M --quiet --threads 1";
    const long calls = callsOf("new", command);
    const auto whole = content("map.npy");
    for (const long n : walked(calls, 20)) {
        fs::remove(at("map.npy"));
        const auto outcome = failingAt("new", n, command);
        expectCalm(outcome, "new:" + std::to_string(n));
        EXPECT_TRUE(outcome.status != 0 || fs::exists(at("map.npy"))) << n;
        EXPECT_TRUE(!fs::exists(at("map.npy")) || content("map.npy") == whole) << n;
    }
}
