// core/library/hub_answers.h: what the hub's answers mean: errors in its headers, facts in its JSON.
#pragma once
#include "core/library/hub_client.h"
#include <optional>

namespace patchlight
{

/// Nothing for an answer of 200 … 399; else what is wrong, with what to do.
std::optional<HubError> complaintOf(const HttpAnswer& answer, const HubName& model, const std::string& endpoint);
/// Why there was no whole answer.
HubError troubleWith(const HttpTrouble& trouble, const std::string& url);

/// Errors: Untrue (no JSON, no commit).
HubResult<HubRepository> repositoryFromJson(const std::string& text, const HubName& model);
HubResult<std::vector<std::string>> namesFromJson(const std::string& text);
/// Size, ETag and location of a file by the headers of its HEAD. Errors: Untrue.
HubResult<HubFile> fileFromHeaders(const HttpAnswer& answer, const std::string& url, const std::string& name);

/// The seconds of a Retry-After header; 0 where there is none.
int secondsToWait(const HttpAnswer& answer);

}
