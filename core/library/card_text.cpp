// core/library/card_text.cpp
#include "core/library/card_text.h"
#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

namespace patchlight
{
namespace
{

constexpr std::size_t kMostRead = 65536;
constexpr std::size_t kLongest = 600;

std::string trimmed(std::string_view line)
{
    const auto begin = line.find_first_not_of(" \t\r\"'");
    return begin == std::string_view::npos
        ? ""
        : std::string(line.substr(begin, line.find_last_not_of(" \t\r\"'") - begin + 1));
}

std::vector<std::string> linesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string text(kMostRead, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    std::vector<std::string> lines;
    std::istringstream all(text);
    for (std::string line; std::getline(all, line);)
        lines.push_back(trimmed(line));
    return lines;
}

/// "[words](address)" → "words"; stars and back quotes go.
std::string withoutMarkup(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto closed
            = text[i] == ']' && i + 1 < text.size() && text[i + 1] == '(' ? text.find(')', i) : std::string::npos;
        if (closed != std::string::npos)
            i = closed;
        else if (text[i] != '[' && text[i] != '*' && text[i] != '`')
            out += static_cast<unsigned char>(text[i]) < ' ' ? ' ' : text[i];
    }
    return out;
}

/// Cut at a word's end, never inside a letter of several bytes.
std::string shortened(std::string text)
{
    if (text.size() <= kLongest)
        return text;
    text.resize(text.rfind(' ', kLongest) == std::string::npos ? 0 : text.rfind(' ', kLongest));
    return text + " …";
}

bool isProse(const std::string& line)
{
    constexpr std::string_view others = "#<|!-=>:{";
    return !line.empty() && others.find(line.front()) == std::string_view::npos && !line.starts_with("[![");
}

}

CardText readCard(const std::filesystem::path& file)
{
    const auto lines = linesOf(file);
    CardText card;
    std::size_t at = 0;
    constexpr std::string_view licence = "license:";
    if (!lines.empty() && lines.front() == "---")
        for (at = 1; at < lines.size() && lines[at] != "---"; ++at)
            if (lines[at].starts_with(licence))
                card.licence = trimmed(lines[at].substr(licence.size()));
    if (at < lines.size() && at > 0)
        ++at;
    bool inCode = false;
    for (; at < lines.size(); ++at) {
        inCode = lines[at].starts_with("```") ? !inCode : inCode;
        const bool prose = !inCode && isProse(lines[at]) && !lines[at].starts_with("```");
        if (!prose && !card.paragraph.empty())
            break;
        if (prose)
            card.paragraph += (card.paragraph.empty() ? "" : " ") + lines[at];
    }
    card.paragraph = shortened(withoutMarkup(card.paragraph));
    return card;
}

}
