// core/library/places.cpp
#include "core/library/places.h"
#include "core/library/added_folders.h"
#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

/// Empty where it is not set.
std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

fs::path home()
{
    const auto set = variable("HOME");
    return set.empty() ? fs::path{"/"} : fs::path{set};
}

/// "~/x" as a shell would have made of it: the variables are often set where no shell looks.
fs::path expanded(const std::string& text)
{
    return text.starts_with("~/") ? home() / text.substr(2) : fs::path{text};
}

fs::path cacheHome()
{
    const auto set = variable("XDG_CACHE_HOME");
    return set.empty() ? home() / ".cache" : expanded(set);
}

fs::path hubHome()
{
    const auto set = variable("HF_HOME");
    return set.empty() ? cacheHome() / "huggingface" : expanded(set);
}

bool isTrue(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word == "1" || word == "ON" || word == "YES" || word == "TRUE";
}

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string firstLine(const fs::path& file)
{
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

/// A token with a control character in it would break out of its header: it is none.
HubToken token()
{
    auto text = trimmed(variable("HF_TOKEN"));
    const auto path = variable("HF_TOKEN_PATH");
    if (text.empty())
        text = trimmed(firstLine(path.empty() ? hubHome() / "token" : expanded(path)));
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    return HubToken{plain ? text : ""};
}

}

LibraryPlaces libraryPlaces()
{
    LibraryPlaces places;
    const auto hub = variable("HF_HUB_CACHE");
    places.hubCache = hub.empty() ? hubHome() / "hub" : expanded(hub);
    const auto torch = variable("TORCH_HOME");
    places.torchCache = (torch.empty() ? cacheHome() / "torch" : expanded(torch)) / "hub" / "checkpoints";
    places.folders = addedFolders();
    return places;
}

HubAccess hubAccess()
{
    HubAccess access;
    if (const auto endpoint = trimmed(variable("HF_ENDPOINT")); !endpoint.empty())
        access.endpoint = endpoint;
    while (access.endpoint.ends_with('/'))
        access.endpoint.pop_back();
    access.token = token();
    access.offline = isTrue(variable("HF_HUB_OFFLINE"));
    constexpr int longest = 3600;
    if (const int seconds = std::atoi(variable("HF_HUB_DOWNLOAD_TIMEOUT").c_str()); seconds > 0)
        access.patience = std::chrono::seconds(std::min(seconds, longest));
    return access;
}

}
