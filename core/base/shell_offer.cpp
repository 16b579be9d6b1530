// core/base/shell_offer.cpp
#include "core/base/shell_offer.h"

namespace patchlight
{
namespace
{

bool isLong(const ShellOffer& offer)
{
    return offer.name.rfind("--", 0) == 0;
}

}

std::string harmlessInShells(std::string text)
{
    for (auto& letter : text)
        if (letter == '\'' || letter == '"' || letter == '[' || letter == ']' || letter == ':' || letter == '\n'
            || letter == '`' || letter == '$' || letter == '\\')
            letter = ' ';
    return text;
}

std::string namesOf(const std::vector<ShellOffer>& offers)
{
    std::string text;
    for (const auto& offer : offers)
        text += (text.empty() ? "" : " ") + offer.name;
    return text;
}

std::string bashCase(const std::string& pattern, const std::string& words)
{
    return "        \"" + pattern + "\") words=\"" + words + "\" ;;\n";
}

std::string zshArguments(const std::vector<ShellOffer>& offers)
{
    std::string text;
    for (const auto& offer : offers) {
        text += " \\\n                '" + offer.name + (offer.takesValue && isLong(offer) ? "=" : "") + "["
            + offer.help + "]";
        if (offer.takesValue)
            text += offer.choices.empty() ? ":value:_files" : ":value:(" + offer.choices + ")";
        text += "'";
    }
    return text;
}

std::string fishOption(const std::string& program, const std::string& where, const ShellOffer& offer)
{
    std::string text = "complete -c " + program + (where.empty() ? "" : " -n '" + where + "'")
        + (isLong(offer) ? " -l " + offer.name.substr(2) : " -s " + offer.name.substr(1)) + " -d '" + offer.help + "'";
    if (offer.takesValue)
        text += offer.choices.empty() ? " -r" : " -x -a '" + offer.choices + "'";
    return text + "\n";
}

}
