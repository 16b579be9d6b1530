// core/library/hub_answers.cpp
#include "core/library/hub_answers.h"
#include "core/base/message_parts.h"
#include "core/library/url.h"
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;

template <class Number> std::optional<Number> numberIn(const std::string& text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional{number}
                                                                                     : std::nullopt;
}

/// Without W/ and quotes.
std::string plainEtag(std::string etag)
{
    if (etag.starts_with("W/"))
        etag.erase(0, 2);
    std::erase(etag, '"');
    return etag;
}

bool fitsAFileName(const std::string& etag)
{
    return !etag.empty() && etag.size() <= 128 && etag[0] != '.' && std::all_of(etag.begin(), etag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
            || c == '.';
    });
}

std::string textOf(const Json& json, const char* key)
{
    return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : "";
}

HubError gated(const HubName& model, const std::string& endpoint)
{
    return HubError{HubFailure::Gated,
        model.text() + " is gated: accept its terms at " + endpoint + "/" + model.id()
            + ", then set HF_TOKEN to a token of your account there and try again"};
}

HubError tooMany(const HttpAnswer& answer, const std::string& endpoint)
{
    const int seconds = secondsToWait(answer);
    if (seconds == 0)
        return HubError{HubFailure::TooManyRequests,
            hostOf(endpoint) + " has had too many requests and asks to wait; try again then"};
    return HubError{HubFailure::TooManyRequests,
        hostOf(endpoint) + " has had too many requests and asks to wait " + std::to_string(seconds)
            + " s; try again then"};
}

}

int secondsToWait(const HttpAnswer& answer)
{
    return std::clamp(numberIn<int>(answer.header("retry-after")).value_or(0), 0, 86400);
}

std::optional<HubError> complaintOf(const HttpAnswer& answer, const HubName& model, const std::string& endpoint)
{
    const auto code = answer.header("x-error-code");
    if (answer.status >= 200 && answer.status < 400)
        return std::nullopt;
    if (code == "GatedRepo")
        return gated(model, endpoint);
    if (code == "RevisionNotFound")
        return HubError{HubFailure::NoSuchRevision,
            model.text() + " has no revision " + inQuotes(model.revisionOrMain()) + " at " + hostOf(endpoint)
                + "; leave @… out for the newest"};
    if (code == "EntryNotFound")
        return HubError{HubFailure::NoSuchFile,
            model.text() + " lacks a file at " + hostOf(endpoint) + " that it lists; try again later"};
    if (code == "RepoNotFound" || answer.status == 404)
        return HubError{HubFailure::NoSuchModel,
            model.text() + " is not at " + hostOf(endpoint)
                + ", or is private; check how it is spelled, or set HF_TOKEN for a private model"};
    if (answer.status == 401 || answer.status == 403)
        return HubError{HubFailure::Gated,
            model.text() + " was refused by " + hostOf(endpoint) + " (status " + std::to_string(answer.status)
                + "); check that HF_TOKEN is valid and may read it"};
    if (answer.status == 429)
        return tooMany(answer, endpoint);
    if (answer.status >= 500)
        return HubError{HubFailure::ServerTrouble,
            hostOf(endpoint) + " is in trouble (status " + std::to_string(answer.status)
                + "); try again in a few minutes"};
    return HubError{HubFailure::Untrue,
        model.text() + " could not be had: " + hostOf(endpoint) + " answered with status " + std::to_string(answer.status)
            + "; check HF_ENDPOINT"};
}

HubError troubleWith(const HttpTrouble& trouble, const std::string& url)
{
    switch (trouble.kind) {
    case HttpTrouble::Kind::Unreachable:
        return HubError{HubFailure::Unreachable,
            hostOf(url) + " cannot be reached: " + trouble.reason
                + "; check the connection (models on this computer stay usable)"};
    case HttpTrouble::Kind::Broken:
        return HubError{HubFailure::Interrupted,
            "the connection to " + hostOf(url) + " broke: " + trouble.reason
                + "; try again, it goes on where it stopped"};
    default:
        return HubError{HubFailure::Cancelled, "cancelled"};
    }
}

HubResult<HubRepository> repositoryFromJson(const std::string& text, const HubName& model)
{
    const auto json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    HubRepository repository;
    repository.commit = textOf(json, "sha");
    if (!isCommit(repository.commit))
        return hubFail(HubFailure::Untrue,
            model.text() + " could not be looked up: the answer is not the hub's; check HF_ENDPOINT and the proxy");
    repository.gated = json.contains("gated") && json["gated"] != false && !json["gated"].is_null();
    repository.library = textOf(json, "library_name");
    repository.task = textOf(json, "pipeline_tag");
    if (json.contains("cardData"))
        repository.licence = textOf(json["cardData"], "license");
    if (json.contains("siblings") && json["siblings"].is_array())
        for (const auto& sibling : json["siblings"])
            if (const auto name = textOf(sibling, "rfilename"); isSafeRelative(name))
                repository.files.push_back(name);
    return repository;
}

HubResult<std::vector<std::string>> namesFromJson(const std::string& text)
{
    const auto json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_array())
        return hubFail(HubFailure::Untrue, "the search's answer is not the hub's; check HF_ENDPOINT and the proxy");
    std::vector<std::string> names;
    for (const auto& model : json)
        if (const auto id = textOf(model, "id"); looksLikeHubName(id))
            names.push_back(id);
    return names;
}

HubResult<HubFile> fileFromHeaders(const HttpAnswer& answer, const std::string& url, const std::string& name)
{
    const bool elsewhere = answer.status >= 300;
    const auto silentAbout = [&](const std::string& what) {
        return hubFail(
            HubFailure::Untrue, hostOf(url) + " does not say " + what + " of " + inQuotes(name) + "; check HF_ENDPOINT");
    };
    HubFile file;
    file.name = name;
    const auto linked = answer.header("x-linked-etag");
    file.etag = plainEtag(linked.empty() ? answer.header("etag") : linked);
    if (!fitsAFileName(file.etag))
        return silentAbout("the ETag");
    const auto linkedSize = answer.header("x-linked-size");
    const auto size
        = numberIn<std::uint64_t>(linkedSize.empty() && !elsewhere ? answer.header("content-length") : linkedSize);
    if (!size)
        return silentAbout("the size");
    file.size = *size;
    file.location = elsewhere ? joinedUrl(url, answer.header("location")) : url;
    if (file.location.empty())
        return silentAbout("where to find the bytes");
    return file;
}

}
