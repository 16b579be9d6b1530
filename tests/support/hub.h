// tests/support/hub.h: a hub of ours on 127.0.0.1 (hub.py), filled by the test, and what it was asked.
#pragma once
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace patchlight::test
{

/// Serves while it lives; its folder goes with it.
class Hub
{
public:
    Hub()
    {
        static int number = 0;
        m_root = std::filesystem::temp_directory_path()
            / ("patchlight-hub-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
        std::filesystem::create_directories(m_root);
        start();
    }
    ~Hub()
    {
        ::close(m_toServer);
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        std::error_code ignored;
        std::filesystem::remove_all(m_root, ignored);
    }
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    std::string endpoint() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    int cdnPort() const { return m_cdnPort; }
    int mutePort() const { return m_mutePort; } ///< accepts, never answers

    void put(const std::string& model, const std::string& file, const std::string& content) const
    {
        const auto path = m_root / model / file;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }
    void putFolder(const std::string& model, const std::filesystem::path& from) const
    {
        std::filesystem::create_directories(m_root / model);
        for (const auto& entry : std::filesystem::directory_iterator(from))
            if (entry.is_regular_file() && entry.path().extension() != ".npy")
                std::filesystem::copy_file(entry.path(), m_root / model / entry.path().filename());
    }
    /// What goes wrong with a model: see hub.py.
    void behave(const std::string& model, const nlohmann::json& how) const { put(model, ".hub.json", how.dump()); }

    std::vector<nlohmann::json> requests() const
    {
        std::vector<nlohmann::json> all;
        std::ifstream stream(m_root / "requests.jsonl");
        for (std::string line; std::getline(stream, line);)
            all.push_back(nlohmann::json::parse(line));
        return all;
    }
    int requestCount(const std::string& method, const std::string& part) const
    {
        int count = 0;
        for (const auto& request : requests())
            count += request["method"] == method && request["path"].get<std::string>().find(part) != std::string::npos;
        return count;
    }

private:
    static void must(bool done)
    {
        if (!done)
            throw std::runtime_error("the hub of the test does not start; it needs python3");
    }

    void start()
    {
        int toServer[2], fromServer[2];
        must(::pipe2(toServer, O_CLOEXEC) == 0 && ::pipe2(fromServer, O_CLOEXEC) == 0);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, toServer[0], 0);
        posix_spawn_file_actions_adddup2(&files, fromServer[1], 1);
        std::string script = PATCHLIGHT_HUB, root = m_root.string(), python = "python3";
        char* words[]{python.data(), script.data(), root.data(), nullptr};
        must(::posix_spawnp(&m_process, "python3", &files, nullptr, words, environ) == 0);
        posix_spawn_file_actions_destroy(&files);
        ::close(toServer[0]);
        ::close(fromServer[1]);
        m_toServer = toServer[1];
        FILE* said = ::fdopen(fromServer[0], "r");
        must(std::fscanf(said, "%d %d %d", &m_port, &m_cdnPort, &m_mutePort) == 3);
        std::fclose(said);
    }

    std::filesystem::path m_root;
    pid_t m_process = 0;
    int m_toServer = -1, m_port = 0, m_cdnPort = 0, m_mutePort = 0;
};

}
