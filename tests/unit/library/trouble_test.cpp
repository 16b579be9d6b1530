// tests/unit/library/trouble_test.cpp: whatever the network or the disk does: one clear sentence, nothing half written.
#include "core/library/hub_client.h"
#include "tests/unit/library/with_hub.h"
#include <sys/resource.h>
#include <thread>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

class Trouble : public WithHub
{
};

TEST_F(Trouble, ACutConnectionIsTakenUpAgain)
{
    m_hub.behave(m_name, {{"cut_after", 100000}});
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
    EXPECT_EQ(m_hub.requestCount("GET", "/cdn/"), 3);
}

TEST_F(Trouble, AConnectionThatAlwaysBreaksIsSaidAndTheNextRunGoesOn)
{
    m_hub.behave(m_name, {{"cut_after", 100000}, {"cut_times", 1}, {"status", {{"where", "cdn"}, {"code", 503}}}});
    expectFailure(HubFailure::ServerTrouble, "status 503");
    m_hub.behave(m_name, {{"cut_after", 0}});
    expectFailure(HubFailure::Interrupted, "broke");
    expectNothingHalf();
    m_hub.behave(m_name, nlohmann::json::object());
    EXPECT_TRUE(get());
}

TEST_F(Trouble, AWrongHashKeepsNothing)
{
    m_hub.behave(m_name, {{"wrong", true}});
    expectFailure(HubFailure::Untrue, "hash is wrong");
    expectNothingHalf();
    EXPECT_FALSE(fs::exists(repository() / "blobs" / (m_hash + ".incomplete")));
}

TEST_F(Trouble, ALyingLengthKeepsNothing)
{
    for (const nlohmann::json& how : {nlohmann::json{{"longer", 10}}, nlohmann::json{{"shorter", 10}},
             nlohmann::json{{"size", 299990}}, nlohmann::json{{"size", 300010}}}) {
        m_hub.behave(m_name, how);
        expectFailure(HubFailure::Untrue, "model.safetensors of some/net");
        expectNothingHalf();
        EXPECT_FALSE(fs::exists(repository() / "blobs" / (m_hash + ".incomplete"))) << how.dump();
    }
}

TEST_F(Trouble, AGatedModelSaysWhereItsTermsAre)
{
    m_hub.behave(m_name, {{"token", "hf_right"}});
    expectFailure(HubFailure::Gated, m_hub.endpoint() + "/some/net");
    m_access.token = HubToken("hf_wrong");
    expectFailure(HubFailure::Gated, "HF_TOKEN");
    expectNothingHalf();
    m_access.token = HubToken("hf_right");
    EXPECT_TRUE(get());
}

TEST_F(Trouble, WhatIsNotThereIsSaid)
{
    expectFailure(HubFailure::NoSuchModel, "no/body is not at", "no/body");
    expectFailure(HubFailure::NoSuchRevision, "'v9'", m_name + "@v9");
    m_hub.behave(m_name, {{"files", {"config.json", "model.safetensors", "preprocessor_config.json"}}});
    expectFailure(HubFailure::NoSuchFile, "some/net lacks a file");
    m_hub.behave(m_name, {{"files", {"config.json", "notes.txt"}}});
    expectFailure(HubFailure::NothingToOpen, "no weights");
    EXPECT_FALSE(fs::exists(repository() / "refs"));
}

TEST_F(Trouble, ServersInTroubleAreAskedThreeTimes)
{
    m_hub.behave(m_name, {{"status", {{"where", "api"}, {"code", 503}, {"times", 2}}}});
    EXPECT_TRUE(get());
    EXPECT_EQ(m_hub.requestCount("GET", "/api/models/some/net"), 3);
    m_hub.put("other/net", "model.safetensors", m_weights);
    m_hub.behave("other/net", {{"status", {{"where", "api"}, {"code", 502}}}});
    expectFailure(HubFailure::ServerTrouble, "status 502", "other/net");
    EXPECT_EQ(m_hub.requestCount("GET", "/api/models/other/net"), 3);
}

TEST_F(Trouble, TooManyRequestsAreWaitedForOrSaid)
{
    m_hub.behave(m_name, {{"status", {{"where", "resolve"}, {"code", 429}, {"times", 1}, {"retry_after", 1}}}});
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(get());
    EXPECT_GT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(900));
    m_hub.put("other/net", "model.safetensors", m_weights);
    m_hub.behave("other/net", {{"status", {{"where", "api"}, {"code", 429}, {"retry_after", 300}}}});
    expectFailure(HubFailure::TooManyRequests, "wait 300 s", "other/net");
}

TEST_F(Trouble, ASilentServerIsGivenUp)
{
    m_access.endpoint = "http://127.0.0.1:" + std::to_string(m_hub.mutePort());
    m_access.patience = std::chrono::seconds(1);
    expectFailure(HubFailure::Interrupted, "no answer for 1 s");
}

TEST_F(Trouble, ASilentServerIsLeftAtOnceWhenCancelled)
{
    m_access.endpoint = "http://127.0.0.1:" + std::to_string(m_hub.mutePort());
    CancelSource source;
    const auto begin = std::chrono::steady_clock::now();
    const std::jthread stop([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        source.request();
    });
    const auto got = get("", source.token());
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, HubFailure::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST_F(Trouble, AProxyThatDoesNotAnswerIsNamedWithoutItsPassword)
{
    ::setenv("http_proxy", ("http://me:hidden@127.0.0.1:" + std::to_string(m_hub.mutePort())).c_str(), 1);
    ::setenv("no_proxy", "", 1);
    m_access.patience = std::chrono::seconds(1);
    const auto got = get();
    ::unsetenv("http_proxy");
    ::unsetenv("no_proxy");
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().message.find("proxy 127.0.0.1:" + std::to_string(m_hub.mutePort())), std::string::npos)
        << got.error().message;
    EXPECT_EQ(got.error().message.find("hidden"), std::string::npos);
}

TEST_F(Trouble, NobodyListeningIsUnreachable)
{
    m_access.endpoint = "http://127.0.0.1:1";
    expectFailure(HubFailure::Unreachable, "127.0.0.1:1 cannot be reached");
    m_access.endpoint = "http://no-such-host.invalid";
    expectFailure(HubFailure::Unreachable, "no-such-host.invalid cannot be reached: its name could not be resolved");
}

TEST_F(Trouble, OfflineAsksNothingAndUsesWhatIsThere)
{
    m_access.offline = true;
    expectFailure(HubFailure::Offline, "HF_HUB_OFFLINE");
    EXPECT_TRUE(m_hub.requests().empty());
    m_access.offline = false;
    ASSERT_TRUE(get());
    const auto before = m_hub.requests().size();
    m_access.offline = true;
    const auto got = get();
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(contentOf(got->folder / "model.safetensors"), m_weights);
    EXPECT_EQ(m_hub.requests().size(), before);
}

TEST_F(Trouble, APageInsteadOfAnAnswerIsSaid)
{
    m_hub.behave(m_name, {{"not_json", true}});
    expectFailure(HubFailure::Untrue, "not the hub's");
}

TEST_F(Trouble, TheTokenGoesToTheEndpointAlone)
{
    m_access.token = HubToken("hf_secret");
    ASSERT_TRUE(get());
    m_hub.behave("led/away", {{"elsewhere", true}});
    m_hub.put("led/away", "model.safetensors", m_weights);
    const auto got = get("led/away");
    EXPECT_FALSE(got);
    int shown = 0;
    for (const auto& request : m_hub.requests()) {
        shown += request["authorization"] == "Bearer hf_secret" ? 1 : 0;
        if (request["port"] == "cdn") {
            EXPECT_EQ(request["authorization"], "") << request.dump();
        }
    }
    EXPECT_GT(shown, 0);
}

TEST_F(Trouble, NoSentenceHoldsTheToken)
{
    m_access.token = HubToken("hf_secret");
    m_access.patience = std::chrono::seconds(1);
    for (const nlohmann::json& how : {nlohmann::json{{"token", "other"}}, nlohmann::json{{"wrong", true}},
             nlohmann::json{{"not_json", true}}, nlohmann::json{{"status", {{"where", "api"}, {"code", 401}}}},
             nlohmann::json{{"location", "file:///etc/passwd"}}}) {
        m_hub.behave(m_name, how);
        const auto got = get();
        ASSERT_FALSE(got) << how.dump();
        EXPECT_EQ(got.error().message.find("hf_secret"), std::string::npos) << got.error().message;
    }
    for (const auto& path : pathsBelow(m_places.hubCache))
        EXPECT_EQ(contentOf(m_places.hubCache / path).find("hf_secret"), std::string::npos) << path;
}

TEST_F(Trouble, OnlyWebAddressesAreFollowed)
{
    m_hub.behave(m_name, {{"location", "file:///etc/passwd"}});
    expectFailure(HubFailure::Untrue, "where to find");
    expectNothingHalf();
}

TEST_F(Trouble, NamesThatLeadOutOfTheCacheAreLeftOut)
{
    m_hub.behave(
        m_name, {{"files", {"../../evil.safetensors", "/etc/model.safetensors", "config.json", "model.safetensors"}}});
    ASSERT_TRUE(get());
    m_hub.put("some/large", "model.safetensors.index.json", R"({"weight_map": {"a": "../../../../evil.safetensors"}})");
    expectFailure(HubFailure::Untrue, "does not name its files", "some/large");
}

TEST_F(Trouble, AModelLargerThanTheDiskIsSaidBeforeItsFirstByte)
{
    m_hub.behave(m_name, {{"size", 4000000000000000}});
    expectFailure(HubFailure::DiskFull, "4000000001 MB");
    EXPECT_EQ(m_hub.requestCount("GET", "/cdn/"), 0);
}

TEST_F(Trouble, ADiskThatFillsMeanwhileKeepsNothing)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{150000, 150000}; // a write beyond fails as on a full disk
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto got = get();
        ::_exit(!got && got.error().kind == HubFailure::DiskFull
                    && got.error().message.find("free some space") != std::string::npos
                ? 0
                : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    expectNothingHalf();
    EXPECT_FALSE(fs::exists(repository() / "blobs" / (m_hash + ".incomplete")));
}

/// As a user without rights, which root must become first.
TEST_F(Trouble, AReadOnlyCacheIsSaidAndStillRead)
{
    ASSERT_TRUE(get());
    m_hub.put("other/net", "model.safetensors", m_weights);
    for (const auto& folder :
        {m_places.hubCache, m_places.hubCache / ".locks", repository(), repository() / "blobs", repository() / "refs"})
        fs::permissions(folder, fs::perms(0555));
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            ::_exit(3);
        const auto there = get();
        const auto other = get("other/net");
        const bool said = !other && other.error().kind == HubFailure::CannotWrite
            && other.error().message.find("HF_HOME") != std::string::npos;
        ::_exit(there && there->fetched == 0 && said ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    for (const auto& folder :
        {m_places.hubCache, m_places.hubCache / ".locks", repository(), repository() / "blobs", repository() / "refs"})
        fs::permissions(folder, fs::perms(0755));
}

TEST_F(Trouble, SearchAsksOnce)
{
    m_hub.put("timm/vit_tiny", "config.json", "{}");
    HubClient client(m_access, {});
    const auto names = client.search("TINY");
    ASSERT_TRUE(names) << names.error().message;
    EXPECT_EQ(*names, std::vector<std::string>{"timm/vit_tiny"});
    EXPECT_EQ(m_hub.requests().size(), 1U);
}

}
