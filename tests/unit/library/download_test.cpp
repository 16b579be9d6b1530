// tests/unit/library/download_test.cpp: a model by name ends in the cache as the hub's own client would have put it.
#include "core/library/file_lock.h"
#include "tests/unit/library/with_hub.h"
#include <thread>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

class Download : public WithHub
{
};

TEST_F(Download, LeavesTheCachesOwnLayout)
{
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    const auto configHash = gitBlobHash(std::as_bytes(std::span{m_config.data(), m_config.size()}));
    EXPECT_EQ(pathsBelow(m_places.hubCache),
        (std::vector<std::string>{".locks/models--some--net/" + std::min(configHash, m_hash) + ".lock",
            ".locks/models--some--net/" + std::max(configHash, m_hash) + ".lock",
            "models--some--net/.patchlight-fetched", "models--some--net/blobs/" + std::min(configHash, m_hash),
            "models--some--net/blobs/" + std::max(configHash, m_hash), "models--some--net/refs/main",
            "models--some--net/snapshots/" + got->commit + "/config.json",
            "models--some--net/snapshots/" + got->commit + "/model.safetensors"}));
    EXPECT_EQ(contentOf(repository() / "refs/main"), got->commit);
    EXPECT_EQ(fs::read_symlink(got->folder / "config.json"), "../../blobs/" + configHash);
    EXPECT_EQ(fs::read_symlink(got->folder / "model.safetensors"), "../../blobs/" + m_hash);
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
    EXPECT_EQ(got->fetched, m_weights.size() + m_config.size());
    EXPECT_EQ(got->licence, "apache-2.0");
}

/// The facts of the design page, request by request.
TEST_F(Download, AsksAsTheHubsOwnClientDoes)
{
    m_access.token = HubToken("hf_secret");
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    std::vector<std::string> asked;
    for (const auto& request : m_hub.requests())
        asked.push_back(request["port"].get<std::string>() + " " + request["method"].get<std::string>() + " "
            + request["path"].get<std::string>() + (request["authorization"] == "Bearer hf_secret" ? " token" : ""));
    const auto resolve = "/some/net/resolve/" + got->commit;
    EXPECT_EQ(asked,
        (std::vector<std::string>{"hub GET /api/models/some/net/revision/main token",
            "hub HEAD " + resolve + "/config.json token", "hub HEAD " + resolve + "/model.safetensors token",
            "hub GET " + resolve + "/config.json token", "cdn GET /cdn/some/net/model.safetensors?signature=x"}));
    for (const auto& request : m_hub.requests())
        EXPECT_EQ(request["agent"], "patchlight/" PATCHLIGHT_VERSION);
}

TEST_F(Download, OfWhatIsThereAsksOnlyWhetherItIsTheNewest)
{
    ASSERT_TRUE(get());
    const auto before = m_hub.requests().size();
    const auto again = get();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->fetched, 0U);
    EXPECT_EQ(m_hub.requests().size(), before + 1);
}

TEST_F(Download, FetchesShardsByTheirIndex)
{
    m_hub.put("some/large", "model.safetensors.index.json",
        R"({"weight_map": {"a": "one.safetensors", "b": "two.safetensors", "c": "one.safetensors"}})");
    m_hub.put("some/large", "one.safetensors", randomBytes(9000, 2));
    m_hub.put("some/large", "two.safetensors", randomBytes(9000, 3));
    m_hub.put("some/large", "three.safetensors", randomBytes(9000, 4));
    std::uint64_t done = 0, total = 0;
    const auto got
        = get("some/large", {}, [&](const FetchProgress& progress) { done = progress.done, total = progress.total; });
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "two.safetensors"), randomBytes(9000, 3));
    EXPECT_FALSE(fs::exists(got->folder / "three.safetensors"));
    EXPECT_EQ(done, total);
    EXPECT_EQ(total, got->bytes);
}

TEST_F(Download, TakesABranchAndATagByName)
{
    m_hub.behave(m_name, {{"revisions", {"main", "refs/pr/1", "v1.0"}}});
    for (const std::string revision : {"v1.0", "refs/pr/1"}) {
        const auto got = get(m_name + "@" + revision);
        ASSERT_TRUE(got) << got.error().message;
        EXPECT_EQ(contentOf(repository() / "refs" / revision), got->commit);
    }
    EXPECT_FALSE(fs::exists(repository() / "refs/main"));
    EXPECT_EQ(m_hub.requestCount("GET", "/revision/refs%2Fpr%2F1"), 1);
}

TEST_F(Download, FollowsARenamedRepositoryAndKeepsTheNameAsked)
{
    m_hub.behave("old/name", {{"renamed_to", m_name}});
    const auto got = get("old/name");
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(got->folder.parent_path().parent_path().filename(), "models--old--name");
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
}

TEST_F(Download, FollowsTheHubsOwnCacheOfSmallFiles)
{
    m_hub.behave(m_name, {{"cached", true}});
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "config.json"), m_config);
    EXPECT_EQ(m_hub.requestCount("HEAD", "/api/resolve-cache/models/some/net"), 1);
}

TEST_F(Download, ReadsWeakETags)
{
    m_hub.behave(m_name, {{"weak", true}});
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(fs::read_symlink(got->folder / "config.json").filename(),
        gitBlobHash(std::as_bytes(std::span{m_config.data(), m_config.size()})));
}

TEST_F(Download, SaysHowFarItIs)
{
    std::vector<std::uint64_t> done;
    bool checked = false;
    const auto got = get("", {}, [&](const FetchProgress& progress) {
        done.push_back(progress.done);
        checked = checked || progress.stage == FetchProgress::Stage::Checking;
        EXPECT_LE(progress.done, progress.total + (progress.stage == FetchProgress::Stage::Asking ? 1 : 0));
    });
    ASSERT_TRUE(got);
    EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
    EXPECT_EQ(done.back(), got->bytes);
    EXPECT_TRUE(checked);
}

TEST_F(Download, GoesOnWhereAnEarlierRunStopped)
{
    fs::create_directories(repository() / "blobs");
    std::ofstream(repository() / "blobs" / (m_hash + ".incomplete"), std::ios::binary) << m_weights.substr(0, 200000);
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
    EXPECT_EQ(m_hub.requests().back()["range"], "bytes=200000-");
    EXPECT_EQ(got->fetched, 100000 + m_config.size());
}

TEST_F(Download, BeginsAnewWhereTheServerHasNoRanges)
{
    m_hub.behave(m_name, {{"no_ranges", true}});
    fs::create_directories(repository() / "blobs");
    std::ofstream(repository() / "blobs" / (m_hash + ".incomplete"), std::ios::binary) << m_weights.substr(0, 200000);
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
}

TEST_F(Download, BeginsAnewWhereOldBytesWereWrong)
{
    fs::create_directories(repository() / "blobs");
    std::ofstream(repository() / "blobs" / (m_hash + ".incomplete"), std::ios::binary) << std::string(200000, 'x');
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
}

TEST_F(Download, TwoAtOnceFetchEveryByteOnce)
{
    m_hub.behave(m_name, {{"piece", 20000}, {"pause", 0.02}});
    std::vector<HubResult<FetchedModel>> got(2, hubFail(HubFailure::Untrue, ""));
    {
        const std::jthread first([&] { got[0] = get(); });
        const std::jthread second([&] { got[1] = get(); });
    }
    for (const auto& each : got) {
        ASSERT_TRUE(each) << each.error().message;
        EXPECT_EQ(contentOf(each->folder / "model.safetensors"), m_weights);
    }
    EXPECT_EQ(m_hub.requestCount("GET", "/cdn/"), 1);
    EXPECT_EQ(got[0]->fetched + got[1]->fetched, m_weights.size() + m_config.size());
}

TEST_F(Download, TwoProcessesFetchEveryByteOnce)
{
    m_hub.behave(m_name, {{"piece", 20000}, {"pause", 0.02}});
    const pid_t other = ::fork();
    if (other == 0)
        ::_exit(get() ? 0 : 1);
    const auto got = get();
    int status = 1;
    ::waitpid(other, &status, 0);
    EXPECT_EQ(status, 0);
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(m_hub.requestCount("GET", "/cdn/"), 1);
}

TEST_F(Download, WaitsForWhoeverHoldsTheLockAndCanBeCancelledMeanwhile)
{
    const auto lock = FileLock::take(m_places.hubCache / ".locks/models--some--net" / (m_hash + ".lock"), {}, {});
    ASSERT_TRUE(lock);
    CancelSource source;
    bool waited = false;
    const auto got = get("", source.token(), [&](const FetchProgress& progress) {
        if (progress.stage == FetchProgress::Stage::Waiting) {
            waited = true;
            source.request();
        }
    });
    EXPECT_TRUE(waited);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, HubFailure::Cancelled);
}

TEST_F(Download, CancelledStopsAtOnceAndKeepsWhatCame)
{
    m_hub.behave(m_name, {{"piece", 20000}, {"pause", 0.2}});
    CancelSource source;
    std::chrono::steady_clock::time_point asked;
    const auto got = get("", source.token(), [&](const FetchProgress& progress) {
        if (progress.file == "model.safetensors" && progress.stage == FetchProgress::Stage::Fetching
            && progress.done > 50000) {
            source.request();
            asked = std::chrono::steady_clock::now();
        }
    });
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, HubFailure::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, std::chrono::seconds(2));
    EXPECT_GT(fs::file_size(repository() / "blobs" / (m_hash + ".incomplete")), 40000U);
    m_hub.behave(m_name, nlohmann::json::object());
    ASSERT_TRUE(get());
    EXPECT_NE(m_hub.requests().back()["range"], "");
}

/// 50 MB, killed twenty times at random moments.
TEST_F(Download, SurvivesKillAtAnyMoment)
{
    const auto weights = randomBytes(50000000, 7);
    const auto hash = sha256Of(weights);
    m_hub.put(m_name, "model.safetensors", weights);
    m_hub.behave(m_name, {{"piece", 500000}, {"pause", 0.004}});
    std::mt19937 random(11);
    int killed = 0;
    for (int run = 0; run < 20; ++run) {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(get() ? 0 : 1);
        ::usleep(static_cast<useconds_t>(1000 * (random() % 250)));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        killed += WIFSIGNALED(status) ? 1 : 0;
    }
    EXPECT_GT(killed, 3);
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(sha256Of(contentOf(got->folder / "model.safetensors")), hash);
    for (const auto& path : pathsBelow(repository()))
        EXPECT_TRUE((path.find("incomplete") == std::string::npos && path.find(".patchlight-") == std::string::npos)
            || path == "./.patchlight-fetched")
            << path;
}

}
