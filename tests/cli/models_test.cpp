// tests/cli/models_test.cpp: models by name: listed, fetched, removed, verified, and opened like their folder.
#include "core/base/sha256.h"
#include "tests/cli/command.h"
#include "tests/support/hub.h"
#include <fstream>
#include <map>

using namespace patchlight;
using namespace patchlight::test;

namespace
{
namespace fs = std::filesystem;

const std::string kCommit(40, 'c');

/// Runs with caches of its own and a hub that only --download and get may ask.
class Models : public WithFolder
{
protected:
    Outcome models(const std::string& arguments) const
    {
        return runShell("export HF_HOME=hf TORCH_HOME=torch XDG_CONFIG_HOME=config HF_ENDPOINT=" + m_hub.endpoint()
                + " HF_TOKEN=hf_secret\nunset HF_HUB_CACHE HF_TOKEN_PATH HF_HUB_OFFLINE\n" + arguments,
            m_folder);
    }
    std::map<std::string, nlohmann::json> listed(const std::string& arguments = "")
    {
        std::map<std::string, nlohmann::json> all;
        const auto outcome = models("\"$P\" models --json " + arguments);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        std::istringstream lines(outcome.out);
        for (std::string line; std::getline(lines, line);) {
            const auto model = nlohmann::json::parse(line);
            all[model["name"].get<std::string>()] = model;
        }
        return all;
    }
    /// As the hub's own client leaves it: links to blobs.
    void putIntoCache(const std::string& model, const fs::path& from) const
    {
        auto name = "models--" + model;
        name.replace(name.find('/'), 1, "--");
        const auto top = m_folder / "hf/hub" / name;
        fs::create_directories(top / "blobs");
        fs::create_directories(top / "refs");
        fs::create_directories(top / "snapshots" / kCommit);
        std::ofstream(top / "refs/main") << kCommit;
        for (const auto& entry : fs::directory_iterator(from)) {
            if (!entry.is_regular_file() || entry.path().extension() == ".npy")
                continue;
            const auto hash = *sha256OfFile(entry.path());
            fs::copy_file(entry.path(), top / "blobs" / hash, fs::copy_options::skip_existing);
            fs::create_symlink(fs::path{"../../blobs"} / hash, top / "snapshots" / kCommit / entry.path().filename());
        }
    }
    void putIntoTorch(const std::string& name, const fs::path& file) const
    {
        fs::create_directories(m_folder / "torch/hub/checkpoints");
        fs::copy_file(
            file, m_folder / "torch/hub/checkpoints" / (name + "-" + sha256OfFile(file)->substr(0, 8) + ".pth"));
    }
    static fs::path weightsIn(const std::string& folder)
    {
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".pth" || entry.path().extension() == ".safetensors")
                return entry.path();
        return {};
    }
    Hub m_hub;
};

TEST_F(Models, AreListedWithFamilyAndSizeFromEveryCache)
{
    putIntoCache("timm/vit_x", golden("timm-vit"));
    putIntoCache("org/sharded", golden("hf-vit-sharded"));
    putIntoCache("org/broken", golden("timm-swin"));
    putIntoTorch("vit_b_16", weightsIn(golden("torchvision-vit")));
    fs::resize_file(m_folder / "hf/hub/models--org--broken/snapshots" / kCommit / "model.safetensors", 1000);
    const auto all = listed();
    for (const auto& [name, family] :
        std::map<std::string, std::string>{{"timm/vit_x", "vit"}, {"org/sharded", "vit"}}) {
        ASSERT_TRUE(all.contains(name)) << name;
        EXPECT_EQ(all.at(name)["family"], family);
        EXPECT_EQ(all.at(name)["where"], "hub cache");
        EXPECT_EQ(all.at(name)["here"], true);
        EXPECT_GT(all.at(name)["parameters"], 10000);
    }
    EXPECT_EQ(all.at("timm/vit_x")["bytes"], fs::file_size(golden("timm-vit/model.safetensors")));
    const auto torch
        = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.second["where"] == "torch cache"; });
    ASSERT_NE(torch, all.end());
    EXPECT_EQ(torch->second["family"], "vit");
    EXPECT_EQ(all.at("org/broken")["state"], "broken");
    EXPECT_NE(all.at("org/broken")["problem"].get<std::string>(), "");
    EXPECT_EQ(all.at("default")["where"], "shipped");
    EXPECT_EQ(all.at("timm/deit_tiny_patch16_224.fb_in1k")["state"], "offered");
    EXPECT_TRUE(m_hub.requests().empty()) << "listing asks nobody";
}

/// What takes the time is loading LibTorch (0.7 s), not listing.
TEST_F(Models, AreListedWithoutLoadingLibTorch)
{
    const auto loaded = models("LD_TRACE_LOADED_OBJECTS=1 \"$P\" models");
    EXPECT_NE(loaded.out.find("libcurl"), std::string::npos) << loaded.out;
    for (const char* heavy : {"libtorch", "libopencv", "libdnnl"})
        EXPECT_EQ(loaded.out.find(heavy), std::string::npos) << loaded.out;
}

TEST_F(Models, AreListedForPeople)
{
    putIntoCache("timm/vit_x", golden("timm-vit"));
    const auto outcome = models("\"$P\" models");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("On this computer\n"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("timm/vit_x"), std::string::npos);
    EXPECT_NE(outcome.out.find("Published (patchlight-cli models get NAME)\n"), std::string::npos);
}

TEST_F(Models, OfAFolderAreFoundBelowIt)
{
    fs::create_directories(m_folder / "mine/nets");
    fs::copy(golden("timm-swin"), m_folder / "mine/nets/swin");
    fs::copy_file(weightsIn(golden("torchvision-vit")), m_folder / "mine/a.pth");
    fs::copy_file(weightsIn(golden("torchvision-vit")), m_folder / "mine/b.pth");
    const auto all = listed("--folder mine");
    for (const auto& [name, family] :
        std::map<std::string, std::string>{{"mine/nets/swin", "swin"}, {"mine/a.pth", "vit"}, {"mine/b.pth", "vit"}}) {
        ASSERT_TRUE(all.contains(name)) << name;
        EXPECT_EQ(all.at(name)["family"], family);
    }
}

TEST_F(Models, OpenByNameAsTheirFolderDoes)
{
    putIntoCache("timm/deit_tiny_patch16_224.fb_in1k", golden("timm-vit"));
    const auto predict = "\"$P\" predict " + golden("timm-vit/input.npy") + " --json --model ";
    auto byName = models(predict + "timm/deit_tiny_patch16_224.fb_in1k").json();
    auto byFolder = models(predict + golden("timm-vit")).json();
    EXPECT_EQ(byName["predictions"], byFolder["predictions"]);
    for (const auto* name : {"hf:timm/deit_tiny_patch16_224.fb_in1k", "timm/deit_tiny_patch16_224.fb_in1k@main",
             "timm/deit_tiny_patch16_224.fb_in1k@ccccccc"})
        EXPECT_EQ(models(predict + name).status, 0) << name;
    EXPECT_TRUE(m_hub.requests().empty());
}

TEST_F(Models, APathThatExistsWins)
{
    fs::create_directories(m_folder / "timm");
    fs::copy(golden("timm-swin"), m_folder / "timm/vit_x");
    putIntoCache("timm/vit_x", golden("timm-vit"));
    EXPECT_EQ(models("\"$P\" inspect timm/vit_x --json").json()["family"], "swin");
    EXPECT_EQ(models("\"$P\" inspect hf:timm/vit_x --json").json()["family"], "vit");
}

TEST_F(Models, ThatAreNotHereSayTheCommandThatFetchesThem)
{
    const auto outcome = models("\"$P\" predict x.png --model timm/vit_x");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("patchlight-cli models get timm/vit_x"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("no such file or folder"), std::string::npos) << outcome.err;
    EXPECT_TRUE(m_hub.requests().empty()) << "nobody asked for a request";
    const auto mistyped = models("\"$P\" predict x.png --model weights/vit.pth");
    EXPECT_EQ(mistyped.err.find("models get"), std::string::npos) << mistyped.err;
}

TEST_F(Models, AreFetchedWhereTheUserAsks)
{
    m_hub.putFolder("some/net", golden("timm-vit"));
    const auto outcome
        = models("\"$P\" predict " + golden("timm-vit/input.npy") + " --json --download --model some/net");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["predictions"],
        models("\"$P\" predict " + golden("timm-vit/input.npy") + " --json --model some/net").json()["predictions"]);
    const auto count = m_hub.requests().size();
    EXPECT_EQ(models("\"$P\" inspect some/net --download").status, 0);
    EXPECT_EQ(m_hub.requests().size(), count) << "what is here is not asked for";
}

TEST_F(Models, GetPrintsWhereTheModelIs)
{
    m_hub.putFolder("some/net", golden("timm-vit"));
    const auto outcome = models("\"$P\" models get some/net");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto path = outcome.out.substr(0, outcome.out.size() - 1);
    EXPECT_TRUE(fs::exists(m_folder / path / "model.safetensors")) << path;
    EXPECT_NE(outcome.err.find("fetched and checked"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find(" of "), std::string::npos) << "progress: " << outcome.err;
    EXPECT_EQ((outcome.out + outcome.err).find("hf_secret"), std::string::npos);
    const auto again = models("\"$P\" models get some/net --json");
    EXPECT_EQ(again.json()["fetched"], 0);
    EXPECT_EQ(again.json()["path"], path);
    EXPECT_EQ(listed().at("some/net")["state"], "here");
}

TEST_F(Models, AHalfFetchedOneIsOfferedAgain)
{
    m_hub.putFolder("some/net", golden("timm-vit"));
    m_hub.behave("some/net", {{"cut_after", 20000}, {"cut_times", 1}, {"status", {{"where", "cdn"}, {"code", 403}}}});
    const auto outcome = models("\"$P\" models get some/net");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
    EXPECT_EQ(listed().at("some/net")["state"], "unfinished");
    m_hub.behave("some/net", nlohmann::json::object());
    EXPECT_EQ(models("\"$P\" models get some/net -q").err, "");
    EXPECT_EQ(listed().at("some/net")["state"], "here");
}

TEST_F(Models, AreRemovedOnlyWithConsent)
{
    putIntoCache("timm/vit_x", golden("timm-vit"));
    const auto refused = models("\"$P\" models remove timm/vit_x");
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.err.find("--yes"), std::string::npos) << refused.err;
    EXPECT_EQ(models("\"$P\" models remove timm/vit_x --yes").status, 0);
    EXPECT_FALSE(listed().contains("timm/vit_x"));
}

TEST_F(Models, AreVerified)
{
    m_hub.putFolder("some/net", golden("timm-vit"));
    ASSERT_EQ(models("\"$P\" models get some/net").status, 0);
    EXPECT_EQ(models("\"$P\" models verify").status, 0);
    const auto weights
        = m_folder / "hf/hub/models--some--net/blobs" / *sha256OfFile(golden("timm-vit/model.safetensors"));
    fs::resize_file(weights, fs::file_size(weights) - 1);
    const auto outcome = models("\"$P\" models verify some/net");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_NE(outcome.out.find("wrong  some/net  model.safetensors"), std::string::npos) << outcome.out;
    EXPECT_EQ(errorLines(outcome), 1) << outcome.err;
}

TEST_F(Models, WrongUsageIsStatusTwo)
{
    EXPECT_EQ(models("\"$P\" models get").status, 2);
    EXPECT_EQ(models("\"$P\" models fetch x/y").status, 2);
    EXPECT_EQ(models("\"$P\" models get 'no name'").status, 1);
}

}
