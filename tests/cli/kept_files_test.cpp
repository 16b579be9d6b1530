// tests/cli/kept_files_test.cpp: nothing that is read is written over, nothing that was not written is deleted, and
// what fails leaves nothing.
#include "tests/cli/command.h"
#include <fstream>
#include <set>
#include <sstream>

using namespace patchlight::test;
namespace fs = std::filesystem;

namespace
{

class KeptFiles : public WithFolder
{
protected:
    void SetUp() override
    {
        WithFolder::SetUp();
        fs::copy_file(picture("rgb.png"), at("rgb.png"));
        for (const char* name : {"data/a", "data/b"})
            fs::create_directories(at(name));
        for (const char* name : {"data/a/1.png", "data/a/2.png", "data/b/1.png", "data/b/2.png"})
            fs::copy_file(picture("rgb.png"), at(name));
    }
    std::string content(const std::string& name) const
    {
        std::ostringstream all;
        all << std::ifstream(at(name), std::ios::binary).rdbuf();
        return all.str();
    }
    void write(const std::string& name, const std::string& text) const
    {
        fs::create_directories(fs::path(at(name)).parent_path());
        std::ofstream(at(name), std::ios::binary) << text;
    }
    /// Names and contents of everything below the folder.
    std::set<std::pair<std::string, std::string>> everything() const
    {
        std::set<std::pair<std::string, std::string>> all;
        for (const auto& entry : fs::recursive_directory_iterator(m_folder)) {
            const auto name = entry.path().lexically_relative(m_folder).string();
            all.emplace(name, entry.is_regular_file() ? content(name) : "");
        }
        return all;
    }
    /// One error line with `part`, the status, and nothing changed anywhere.
    void expectUntouched(const std::string& script, const std::string& part, int status = 1)
    {
        const auto before = everything();
        const auto outcome = runShell(script, m_folder);
        EXPECT_EQ(outcome.status, status) << script << ": " << outcome.err;
        EXPECT_EQ(errorLines(outcome), 1) << script << ": " << outcome.err;
        EXPECT_NE(outcome.err.find(part), std::string::npos) << script << ": " << outcome.err;
        EXPECT_EQ(everything(), before) << script;
    }
    static constexpr const char* kSmall
        = " --image-size 24 --patch 6 --width 16 --depth 1 --heads 1 --epochs 1 --batch 2 --repeats 1 --threads 1"
          " --lr 1e-3 --warm-up 0 --device cpu";
};

}

TEST_F(KeptFiles, TrainingReplacesNothingThatIsNotItsOwnUnlessToldTo)
{
    write("mine/README.md", "my notes");
    write("mine/log.csv", "my log");
    expectUntouched(std::string{"$P train data --out mine"} + kSmall, "would replace README.md, log.csv");
    for (const char* name : {"curve.svg", "config.json", "log.jsonl"}) {
        write("other/" + std::string{name}, "mine");
        expectUntouched(std::string{"$P train data --out other"} + kSmall, name);
        fs::remove_all(at("other"));
    }
    const auto outcome = runShell(std::string{"$P train data --out mine --overwrite"} + kSmall, m_folder);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("replacing README.md, log.csv in mine"), std::string::npos) << outcome.err;
    EXPECT_NE(content("mine/README.md"), "my notes");
}

TEST_F(KeptFiles, TrainingThatCannotBeginLeavesNothing)
{
    expectUntouched(std::string{"$P train data --out new --resume"} + kSmall, "no training.safetensors to go on from");
    expectUntouched(std::string{"$P train data --out new --teacher nowhere"} + kSmall, "nowhere");
    expectUntouched(std::string{"$P train data --out new/er --init rgb.png"} + kSmall, "rgb.png");
    expectUntouched(std::string{"$P train nowhere --out new"} + kSmall, "nowhere");
}

TEST_F(KeptFiles, TrainingDoesNotReplaceTheModelItBeginsWith)
{
    fs::copy(golden("timm-vit"), at("start"));
    expectUntouched("$P train data --out start --overwrite --init start --image-size 48 --patch 8 --width 48 --depth 3 "
                    "--heads 3 --epochs 1 --batch 2 --repeats 1 --threads 1 --device cpu",
        "would replace what the command reads");
}

TEST_F(KeptFiles, PackedPicturesDoNotReplaceAPicture)
{
    const std::string part = "would replace what the command reads";
    expectUntouched("$P train data --pack data/a/1.png", part);
    expectUntouched("ln data/b/2.png hard.ppk && $P train data --pack hard.ppk; s=$?; rm hard.ppk; exit $s", part);
    ASSERT_EQ(runShell("$P train data --pack data.ppk --data-size 24", m_folder).status, 0);
    expectUntouched("$P train data.ppk --pack data.ppk", part);
    write("names.txt", "a first\nb second\n");
    expectUntouched("$P train data --class-names names.txt --pack names.txt", part);
}

TEST_F(KeptFiles, AnEvaluationReplacesNoLabelsByAnyOfItsNames)
{
    for (const char* labels : {"r.csv", "r.jsonl", "r.svg", "r.randomisation.csv"}) {
        write(labels, "rgb.png,1\n");
        expectUntouched(std::string{"$P evaluate . $M --method rollout --randomise --out r.csv --quiet --labels "} + labels, labels);
        fs::remove(at(labels));
    }
}

TEST_F(KeptFiles, ATraceKeepsItsInputAndWhatOthersLeft)
{
    fs::copy_file(golden("timm-vit/input.npy"), at("t-input.npy"));
    fs::create_directory(at("t"));
    fs::rename(at("t-input.npy"), at("t/input.npy"));
    write("t/attention_50.npy", "somebody's own");
    write("t/logits_class.npy", "somebody's own");
    expectUntouched("$P trace t/input.npy --out t $M", "would replace what the command reads");
    const auto swin = "$P trace rgb.png --out u --image-size 56 --model " + golden("timm-swin");
    ASSERT_EQ(runShell(swin, m_folder).status, 0);
    write("u/attention_99.npy", "somebody's own");
    ASSERT_TRUE(fs::exists(at("u/attention_03.npy")));
    const auto meta = nlohmann::json::parse(content("u/meta.json"));
    EXPECT_EQ(meta.at("arrays").front(), "input");
    ASSERT_EQ(runShell("$P trace rgb.png --out u $M", m_folder).status, 0);
    EXPECT_EQ(content("u/attention_99.npy"), "somebody's own");
    EXPECT_TRUE(fs::exists(at("u/attention_02.npy")));
    EXPECT_FALSE(fs::exists(at("u/attention_03.npy"))) << "of the other net, which this program wrote";
    for (const auto& entry : fs::directory_iterator(at("u")))
        EXPECT_NE(entry.path().filename().string().front(), '.') << entry.path();
}

TEST_F(KeptFiles, WhatFailsOnTheWayLeavesTheFolderAsItWas)
{
    // A limit on the size of files stands for the disk that is full.
    expectUntouched("ulimit -f 8; $P trace rgb.png --out new/t $M", "cannot write");
    expectUntouched("ulimit -f 8; $P inside rgb.png --out new $M", "cannot write");
    expectUntouched("ulimit -f 1; $P explain rgb.png --method rollout --out map.png $M", "cannot write");
    expectUntouched("ulimit -f 1; $P explain rgb.png --method rollout --out-dir maps $M", "cannot write");
    write("old/input.npy", "old");
    expectUntouched("ulimit -f 8; $P trace rgb.png --out old $M", "cannot write");
    fs::create_directory(at("old/logits.npy"));
    expectUntouched("$P trace rgb.png --out old $M", "old/logits.npy");
    expectUntouched("$P explain none.png --method rollout --out-dir maps $M", "none.png");
}

TEST_F(KeptFiles, AKilledWriterLeavesNoTemporaryFile)
{
    write("names.json", R"(["a","b","c","d","e","f","g","h","i","j","k"])");
    const auto outcome = runShell("$P trace rgb.png --out big --image-size 1024 $M & sleep 1.5; kill -INT $!; wait $!; ls -A big",
        m_folder);
    EXPECT_EQ(outcome.out.find(".patchlight"), std::string::npos) << outcome.out;
}
