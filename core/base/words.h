// core/base/words.h: the words that files, JSON, options and settings use for an enum: one table each, read both ways.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace patchlight
{

template <class T, std::size_t N> using WordTable = std::array<std::pair<T, std::string_view>, N>;

/// Specialised beside an enum: `static constexpr WordTable<T, n> table`, in the order in which help lists the words.
template <class T> struct Words;

template <class T> constexpr std::string_view wordFor(T value)
{
    for (const auto& [each, word] : Words<T>::table)
        if (each == value)
            return word;
    return "unknown";
}

template <class T> constexpr std::optional<T> byWord(std::string_view wanted)
{
    for (const auto& [each, word] : Words<T>::table)
        if (word == wanted)
            return each;
    return std::nullopt;
}

template <class T> std::vector<std::string> wordsOf()
{
    std::vector<std::string> all;
    for (const auto& [each, word] : Words<T>::table)
        all.emplace_back(word);
    return all;
}

/// "mean, zero or drop": for help and messages.
template <class T> std::string listOfWords()
{
    std::string text;
    const auto words = wordsOf<T>();
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

}
