// core/checkpoint/python_literal.cpp
#include "core/checkpoint/python_literal.h"
#include <cctype>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;
constexpr int kDeepestLiteral = 8;

class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) { }

    std::optional<Json> parse()
    {
        auto value = parseValue(0);
        skipSpace();
        return m_at == m_text.size() ? value : std::nullopt;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size()
            && (std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0 || m_text[m_at] == '#'))
            if (m_text[m_at++] == '#')
                while (m_at < m_text.size() && m_text[m_at] != '\n')
                    ++m_at;
    }
    bool take(char c)
    {
        skipSpace();
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    std::optional<Json> parseValue(int depth)
    {
        if (depth > kDeepestLiteral)
            return std::nullopt;
        if (take('{'))
            return parseDict(depth);
        if (take('['))
            return parseList(']', depth);
        if (take('('))
            return parseList(')', depth);
        return parseScalar();
    }

    std::optional<Json> parseDict(int depth)
    {
        auto dict = Json::object();
        while (!take('}')) {
            const auto key = parseScalar();
            if (!key || !take(':'))
                return std::nullopt;
            auto value = parseValue(depth + 1);
            const auto name = key->is_string() ? key->get<std::string>() : key->dump();
            if (!value || dict.contains(name))
                return std::nullopt;
            dict[name] = std::move(*value);
            if (!take(',')) {
                if (!take('}'))
                    return std::nullopt;
                break;
            }
        }
        return dict;
    }

    std::optional<Json> parseList(char end, int depth)
    {
        auto list = Json::array();
        while (!take(end)) {
            auto value = parseValue(depth + 1);
            if (!value)
                return std::nullopt;
            list.push_back(std::move(*value));
            if (!take(',')) {
                if (!take(end))
                    return std::nullopt;
                break;
            }
        }
        return list;
    }

    std::optional<Json> parseScalar()
    {
        skipSpace();
        if (m_at >= m_text.size())
            return std::nullopt;
        if (m_text[m_at] == '\'' || m_text[m_at] == '"')
            return parseQuoted(m_text[m_at++]);
        const auto begin = m_at;
        while (m_at < m_text.size() && std::string_view(",:]}{[\n").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        auto word = m_text.substr(begin, m_at - begin);
        while (!word.empty() && std::isspace(static_cast<unsigned char>(word.back())) != 0)
            word.remove_suffix(1);
        if (word.empty())
            return std::nullopt;
        if (word.size() < 10 && word.find_first_not_of("0123456789") == std::string_view::npos)
            return Json(std::stoi(std::string(word)));
        return Json(std::string(word));
    }

    std::optional<Json> parseQuoted(char quote)
    {
        std::string text;
        for (; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            if (m_text[m_at] == '\n')
                return std::nullopt;
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            text += m_text[m_at];
        }
        return m_at++ < m_text.size() ? std::optional{Json(text)} : std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

}

std::optional<Json> parsePythonLiteral(std::string_view text)
{
    return Parser(text).parse();
}

}
