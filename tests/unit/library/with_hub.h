// tests/unit/library/with_hub.h: a hub, an empty cache, and the client between them.
#pragma once
#include "core/base/sha256.h"
#include "core/library/blob_hash.h"
#include "core/library/download.h"
#include "tests/support/hub.h"
#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace patchlight::test
{
namespace fs = std::filesystem;

inline std::string contentOf(const fs::path& file)
{
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
}

inline std::string randomBytes(std::size_t size, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::string bytes(size, '\0');
    for (auto& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

inline std::string sha256Of(const std::string& text)
{
    return sha256(std::as_bytes(std::span{text.data(), text.size()}));
}

/// Every path below a folder, relative, sorted.
inline std::vector<std::string> pathsBelow(const fs::path& folder)
{
    std::vector<std::string> paths;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error))
        if (!entry->is_directory() || entry->is_symlink())
            paths.push_back(fs::relative(entry->path().parent_path(), folder) / entry->path().filename());
    std::sort(paths.begin(), paths.end());
    return paths;
}

class WithHub : public testing::Test
{
protected:
    WithHub()
    {
        static int number = 0;
        m_top = fs::temp_directory_path()
            / ("patchlight-library-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
        m_places.hubCache = m_top / "hub";
        m_access.endpoint = m_hub.endpoint();
        m_access.patience = std::chrono::seconds(5);
        m_access.firstPause = std::chrono::milliseconds(10);
        m_hub.put(m_name, "config.json", m_config);
        m_hub.put(m_name, "model.safetensors", m_weights);
        m_hub.put(m_name, "pytorch_model.bin", "not wanted");
    }
    ~WithHub() override
    {
        std::error_code ignored;
        fs::remove_all(m_top, ignored);
    }

    HubResult<FetchedModel> get(
        const std::string& name = "", const CancelToken& cancel = {}, const FetchReport& report = {})
    {
        const auto model = parseHubName(name.empty() ? m_name : name);
        EXPECT_TRUE(model);
        return downloadModel(*model, m_places, m_access, cancel, report);
    }
    void expectFailure(HubFailure kind, const std::string& words, const std::string& name = "")
    {
        const auto got = get(name);
        ASSERT_FALSE(got);
        EXPECT_EQ(got.error().kind, kind) << got.error().message;
        EXPECT_NE(got.error().message.find(words), std::string::npos) << got.error().message;
        EXPECT_EQ(got.error().message.find('\n'), std::string::npos) << got.error().message;
    }
    /// What a half-written model would look like.
    void expectNothingHalf()
    {
        for (const auto& path : pathsBelow(m_places.hubCache))
            EXPECT_TRUE(path.find("weights") == std::string::npos && !path.ends_with("/refs/main")
                && !path.ends_with(m_hash) && path.find("model.safetensors") == std::string::npos)
                << path;
    }
    fs::path repository() const { return m_places.hubCache / "models--some--net"; }

    const std::string m_name = "some/net";
    const std::string m_config = "{\"architecture\": \"vit_tiny_patch16_224\"}";
    const std::string m_weights = randomBytes(300000);
    const std::string m_hash = sha256Of(m_weights);
    Hub m_hub;
    fs::path m_top;
    LibraryPlaces m_places;
    HubAccess m_access;
};

}
