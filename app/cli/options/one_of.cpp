// app/cli/options/one_of.cpp
#include "app/cli/options/one_of.h"
#include "core/base/near_names.h"
#include "core/base/shown_text.h"
#include "core/explain/methods.h"
#include <algorithm>

namespace patchlight
{

CLI::Validator oneOf(const std::string& what, const std::vector<std::string>& words)
{
    const auto check = [what, words](const std::string& text) {
        const bool known = std::ranges::find(words, text) != words.end();
        return known ? std::string{} : "there is no " + what + " " + asWritten(text) + insteadOf(text, words);
    };
    return CLI::Validator{check, "{" + CLI::detail::join(words, ",") + "}"};
}

CLI::Validator aMethod()
{
    std::vector<std::string> names;
    for (const auto& method : methods())
        names.emplace_back(method.name);
    return oneOf("method", names);
}

}
