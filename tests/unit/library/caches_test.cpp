// tests/unit/library/caches_test.cpp: names, caches as others leave them, removing and verifying.
#include "core/base/family.h"
#include "core/base/resources.h"
#include "core/library/card_text.h"
#include "core/library/find_in_library.h"
#include "core/library/known_models.h"
#include "core/library/remove_model.h"
#include "core/library/torch_cache.h"
#include "core/library/transfer_rate.h"
#include "core/library/url.h"
#include "core/library/verify_model.h"
#include "core/library/wanted_files.h"
#include "tests/unit/library/with_hub.h"
#include <set>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

TEST(HubNames, AreReadAsPeopleWriteThem)
{
    EXPECT_EQ(parseHubName("timm/deit_tiny_patch16_224.fb_in1k")->id(), "timm/deit_tiny_patch16_224.fb_in1k");
    EXPECT_EQ(parseHubName("hf:google/vit-base-patch16-224@v1")->text(), "google/vit-base-patch16-224@v1");
    EXPECT_EQ(parseHubName("https://huggingface.co/timm/x/")->id(), "timm/x");
    EXPECT_EQ(parseHubName("hf:bert-base-uncased")->id(), "bert-base-uncased");
    EXPECT_EQ(parseHubName("a/b@refs/pr/1")->revision, "refs/pr/1");
    for (const char* none : {"", "a", "a/", "/b", "a/b/c", "../b", "a/..", "a/b@", "a/b@../x", "a b/c", "a--b/c",
             "a/b@x\ny", "hf:", "-a/b", "a/b."})
        EXPECT_FALSE(parseHubName(none)) << none;
}

TEST(Urls, AreJoinedAndToldApart)
{
    EXPECT_EQ(originOf("HTTPS://Huggingface.co/x"), originOf("https://huggingface.co:443/y"));
    EXPECT_NE(originOf("http://huggingface.co/x"), originOf("https://huggingface.co/x"));
    EXPECT_NE(originOf("https://huggingface.co.evil.org/"), originOf("https://huggingface.co/"));
    EXPECT_NE(originOf("https://huggingface.co@evil.org/"), originOf("https://huggingface.co/"));
    EXPECT_EQ(joinedUrl("https://h/a/b", "/c?d"), "https://h/c?d");
    EXPECT_EQ(joinedUrl("https://h/a", "file:///etc/passwd"), "");
    EXPECT_EQ(escaped("refs/pr/1 ü"), "refs%2Fpr%2F1%20%C3%BC");
}

TEST(GitsHash, IsThatOfGit)
{
    const std::string text = "what is up, doc?"; // the example of the Git book
    EXPECT_EQ(
        gitBlobHash(std::as_bytes(std::span{text.data(), text.size()})), "bd9dbf5aae1a3862dd1526723246b20206e5fc37");
    EXPECT_EQ(gitBlobHash({}), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
}

TEST(WantedFiles, PreferOneSafeFileAndNeverTakeEverything)
{
    const auto weights = [](const std::vector<std::string>& files) {
        const auto wanted = chooseFiles(files, "m");
        return wanted ? wanted->weights : "-";
    };
    EXPECT_EQ(
        weights({"pytorch_model.bin", "model.safetensors", "tf_model.h5", "flax_model.msgpack"}), "model.safetensors");
    EXPECT_EQ(weights({"pytorch_model.bin", "model.safetensors.index.json", "model-00001-of-00002.safetensors"}),
        "model.safetensors.index.json");
    EXPECT_EQ(weights({"open_clip_pytorch_model.bin", "open_clip_config.json"}), "open_clip_pytorch_model.bin");
    EXPECT_EQ(weights({"ViT-B_16.npz", "README.md"}), "ViT-B_16.npz");
    EXPECT_EQ(weights({"pytorch_model.bin", "training_args.bin", "optimizer.pt"}), "pytorch_model.bin");
    EXPECT_EQ(weights({"a.pth", "b.pth"}), "-");
    EXPECT_EQ(weights({"config.json", "onnx/model.bin"}), "-");
    EXPECT_EQ(chooseFiles({"config.json", "tokenizer.json", "notes.md", "model.safetensors"}, "m")->small,
        (std::vector<std::string>{"config.json", "tokenizer.json"}));
}

class Caches : public WithHub
{
protected:
    /// As Python's client leaves a model: no file of ours.
    void putAsPython(const std::string& model, const std::string& commit, const std::string& bytes, bool ref = true)
    {
        const CachedRepository cache(m_places.hubCache, *parseHubName(model));
        const auto etag = sha256Of(bytes);
        fs::create_directories(cache.folder() / "blobs");
        std::ofstream(cache.blob(etag), std::ios::binary) << bytes;
        ASSERT_TRUE(cache.link(commit, "model.safetensors", etag));
        if (ref) {
            ASSERT_TRUE(cache.setRevision("main", commit));
        }
    }
    const std::string m_first = std::string(40, 'a'), m_second = std::string(40, 'b');
};

TEST_F(Caches, FindWhatMainNamesElseTheNewest)
{
    putAsPython("a/b", m_second, "two");
    putAsPython("a/b", m_first, "one", false);
    const auto find = [&](const std::string& name) { return findInLibrary(name, m_places).value_or("").filename(); };
    EXPECT_EQ(find("a/b"), m_second);
    EXPECT_EQ(find("hf:a/b@main"), m_second);
    EXPECT_EQ(find("a/b@" + m_first), m_first);
    EXPECT_EQ(find("a/b@aaaaaaaa"), m_first);
    EXPECT_EQ(find("a/b@v1"), "");
    fs::remove(m_places.hubCache / "models--a--b/refs/main");
    fs::last_write_time(m_places.hubCache / "models--a--b/snapshots" / m_second,
        fs::file_time_type::clock::now() - std::chrono::hours(1));
    EXPECT_EQ(find("a/b"), m_first);
}

TEST_F(Caches, SayWhatWouldFetchAModelThatIsNotThere)
{
    const auto found = findInLibrary("timm/vit_small", m_places);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::NotFound);
    EXPECT_NE(found.error().message.find("patchlight-cli models get timm/vit_small"), std::string::npos)
        << found.error().message;
}

TEST_F(Caches, AHalfFinishedModelIsNone)
{
    putAsPython("a/b", m_first, "one");
    fs::remove(m_places.hubCache / "models--a--b/blobs" / sha256Of("one"));
    std::ofstream(m_places.hubCache / "models--a--b/blobs" / (sha256Of("one") + ".incomplete")) << "o";
    const auto found = findInLibrary("a/b", m_places);
    ASSERT_FALSE(found);
    EXPECT_NE(found.error().message.find("only half"), std::string::npos) << found.error().message;
}

TEST_F(Caches, TorchsFilesAreFoundByNameAndCheckedAgainstIt)
{
    m_places.torchCache = m_top / "torch";
    fs::create_directories(m_places.torchCache);
    const auto right = "net-" + sha256Of("right").substr(0, 8) + ".pth";
    std::ofstream(m_places.torchCache / right) << "right";
    std::ofstream(m_places.torchCache / "other-deadbeef.pth") << "wrong";
    std::ofstream(m_places.torchCache / "half-deadbeef.pth.x1y2.partial") << "no";
    EXPECT_EQ(findInLibrary("net", m_places).value_or(""), m_places.torchCache / right);
    EXPECT_EQ(findInLibrary(right, m_places).value_or(""), m_places.torchCache / right);
    const auto wrong = findInLibrary("other", m_places);
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().message.find("other-deadbeef.pth is not what its name promises"), std::string::npos);
    EXPECT_EQ(torchCacheFiles(m_places.torchCache).size(), 2U);
}

TEST_F(Caches, RemoveTakesOnlyWhatWasFetchedHere)
{
    putAsPython("a/b", m_first, "one");
    const auto refused = removeModel("a/b", m_places, false);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("--yes"), std::string::npos);
    EXPECT_TRUE(removeModel("a/b", m_places, true));
    EXPECT_FALSE(fs::exists(m_places.hubCache / "models--a--b"));

    ASSERT_TRUE(get());
    const auto removed = removeModel(m_name, m_places, false);
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_EQ(removed->bytes, m_weights.size() + m_config.size());
    EXPECT_EQ(pathsBelow(m_places.hubCache), std::vector<std::string>{});
}

TEST_F(Caches, RemoveKeepsWhatOtherSnapshotsUse)
{
    ASSERT_TRUE(get());
    const auto commit = contentOf(repository() / "refs/main");
    const CachedRepository cache(m_places.hubCache, *parseHubName(m_name));
    ASSERT_TRUE(cache.link(m_first, "model.safetensors", m_hash));
    ASSERT_TRUE(cache.setRevision("old", m_first));
    EXPECT_FALSE(removeModel(m_name, m_places, false)); // the other snapshot is not ours
    const auto removed = removeModel(m_name + "@" + commit, m_places, false);
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_EQ(removed->bytes, m_config.size());
    EXPECT_EQ(contentOf(cache.snapshot(m_first) / "model.safetensors"), m_weights);
    EXPECT_FALSE(fs::exists(repository() / "refs/main"));
    EXPECT_TRUE(fs::exists(repository() / "refs/old"));
    EXPECT_TRUE(cache.ours().empty());
}

TEST_F(Caches, VerifyFindsWhatChanged)
{
    ASSERT_TRUE(get());
    std::ofstream(repository() / "blobs" / m_hash, std::ios::app | std::ios::binary) << "x";
    const auto verified = verifyModels("", m_places, {}, {});
    ASSERT_TRUE(verified);
    ASSERT_EQ(verified->size(), 2U);
    EXPECT_EQ((*verified)[0].verdict, VerifiedFile::Verdict::Right) << (*verified)[0].file;
    EXPECT_EQ((*verified)[1].verdict, VerifiedFile::Verdict::Wrong) << (*verified)[1].file;
    fs::remove(repository() / "blobs" / m_hash);
    EXPECT_EQ((*verifyModels(m_name, m_places, {}, {}))[1].verdict, VerifiedFile::Verdict::Missing);
    EXPECT_FALSE(verifyModels("no/body", m_places, {}, {}));
}

TEST_F(Caches, CardsSayLicenceAndPurpose)
{
    fs::create_directories(m_top);
    std::ofstream(m_top / "README.md")
        << "---\ntags:\n- vision\nlicense: mit\n---\n# Model card\n\n<img src=x>\n\nA **small** [network](http://x)\n"
           "for `testing`.\n\n## More\nother\n";
    const auto card = readCard(m_top / "README.md");
    EXPECT_EQ(card.licence, "mit");
    EXPECT_EQ(card.paragraph, "A small network for testing.");
    EXPECT_EQ(readCard(m_top / "none.md").paragraph, "");
}

TEST(KnownModels, ListEveryFactOnce)
{
    const auto models = readKnownModels(resourcePath("models/known.json"));
    ASSERT_TRUE(models) << models.error().message;
    EXPECT_GE(models->size(), 15U);
    std::set<std::string> names, families;
    for (const auto& model : *models) {
        EXPECT_TRUE(names.insert(model.name).second) << model.name;
        families.insert(model.family);
        EXPECT_NEAR(static_cast<double>(model.bytes), 4.0 * static_cast<double>(model.parameters),
            0.02 * 4.0 * static_cast<double>(model.parameters))
            << model.name;
    }
    for (const auto& family : allFamilies())
        EXPECT_EQ(families.erase(std::string(family.word)), 1U) << family.word << " is opened but not listed";
    EXPECT_TRUE(families.empty()) << *families.begin() << " is listed but not opened";
}

TEST(KnownModels, PromiseWhatTheProgramDoes)
{
    // Texts are not read: of CLIP and SigLIP the picture's tower runs, which answers with an embedding.
    const auto models = readKnownModels(resourcePath("models/known.json"));
    ASSERT_TRUE(models) << models.error().message;
    for (const auto& model : *models) {
        EXPECT_EQ(model.knows, model.classes > 0 ? "ImageNet-1k" : "features") << model.name;
        for (const char* promise : {"Words", "words", "ask it", "write"})
            EXPECT_EQ(model.about.find(promise), std::string::npos) << model.name << ": " << model.about;
    }
}

TEST(TransferRate, TellsBytesASecondAndTheTimeLeft)
{
    TransferRate rate;
    const TransferRate::Clock::time_point start{};
    for (int i = 0; i <= 20; ++i)
        rate.add(static_cast<std::uint64_t>(i) * 1000000, start + std::chrono::seconds(i));
    EXPECT_NEAR(rate.rate(), 1e6, 1e3);
    EXPECT_NEAR(*rate.secondsLeft(30000000), 10, 0.1);
    EXPECT_FALSE(TransferRate{}.secondsLeft(5));
}

}
