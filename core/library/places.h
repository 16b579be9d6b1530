// core/library/places.h: where models are looked for, and how the hub is reached: what the environment says.
#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// A text that is never printed: it can be handed to the request it is meant for, and to nothing else.
class HubToken
{
public:
    HubToken() = default;
    explicit HubToken(std::string text) : m_text(std::move(text)) { }
    bool empty() const { return m_text.empty(); }

private:
    friend class HttpClient;
    std::string m_text;
};

/// How the hub is spoken to.
struct HubAccess {
    std::string endpoint = "https://huggingface.co"; ///< without a '/' at its end
    HubToken token;
    bool offline = false; ///< never a request
    std::chrono::milliseconds patience{20000}; ///< without a byte, before a connection counts as dead
    std::chrono::milliseconds firstPause{600}; ///< before a second try; doubled before every further one
};

struct LibraryPlaces {
    std::filesystem::path hubCache; ///< …/huggingface/hub
    std::filesystem::path torchCache; ///< …/torch/hub/checkpoints
    std::vector<std::filesystem::path> folders; ///< added by the user
    std::vector<std::filesystem::path> files; ///< single files or folders of one model, opened before
};

/// $HF_HUB_CACHE, $HF_HOME, $XDG_CACHE_HOME, $TORCH_HOME and what they mean where they are not set. Folders are those
/// of addedFolders().
LibraryPlaces libraryPlaces();
/// $HF_ENDPOINT, $HF_TOKEN, $HF_TOKEN_PATH, $HF_HUB_OFFLINE, $HF_HUB_DOWNLOAD_TIMEOUT (seconds).
HubAccess hubAccess();

}
