// core/library/hub_name.h: a model's name on the hub, as people write it.
#pragma once
#include "core/base/result.h"
#include <optional>
#include <string>
#include <string_view>

namespace patchlight
{

/// Every part was checked: letters, digits, '-', '_', '.'; no ".." and no "--", so that a name is one folder of the
/// cache and one path of a URL.
struct HubName {
    std::string owner; ///< empty for the oldest models, which have none
    std::string name;
    std::string revision; ///< branch, tag or commit; empty = main

    std::string id() const { return owner.empty() ? name : owner + "/" + name; }
    std::string text() const { return revision.empty() ? id() : id() + "@" + revision; }
    std::string revisionOrMain() const { return revision.empty() ? "main" : revision; }
};

/// "owner/name[@revision]", with or without "hf:" before it, or a page's address on the hub. Without "hf:" a name needs
/// its owner. Errors: InvalidOption, saying what is wrong.
Result<HubName> parseHubName(std::string_view text);
/// Whether a text that is no file may be meant as one: it parses.
bool looksLikeHubName(std::string_view text);
/// "hf:…" is never a file.
bool mustBeHubName(std::string_view text);

/// A name of a file inside a repository: no '/' before it, no "..", nothing that is no text.
bool isSafeRelative(std::string_view path);
/// 40 hexadecimal digits.
bool isCommit(std::string_view text);

}
