// core/train/distillation/teacher_classes.cpp
#include "core/train/distillation/teacher_classes.h"
#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <sstream>

namespace patchlight
{
namespace
{

using Numbers = std::map<std::string, int>;

std::string folded(std::string text)
{
    std::replace(text.begin(), text.end(), '_', ' ');
    const auto first = text.find_first_not_of(" \t\r\"");
    const auto last = text.find_last_not_of(" \t\r\"");
    text = first == std::string::npos ? "" : text.substr(first, last - first + 1);
    std::transform(
        text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The whole text and each comma-separated part; the first class to claim a name keeps it.
void claim(Numbers& numbers, const std::string& names, int number)
{
    numbers.try_emplace(folded(names), number);
    std::istringstream parts(names);
    for (std::string part; std::getline(parts, part, ',');)
        numbers.try_emplace(folded(part), number);
}

Result<Numbers> fromFile(const std::filesystem::path& path)
{
    std::ifstream file(path);
    if (!file)
        return fail(
            ErrorCode::NotFound, "cannot read the teacher's class list " + path.string() + "; check --teacher-labels");
    Numbers numbers;
    int row = 0;
    for (std::string line; std::getline(file, line); ++row) {
        std::istringstream fields(line);
        std::vector<std::string> cells;
        for (std::string cell; std::getline(fields, cell, '\t');)
            cells.push_back(cell);
        const bool numbered = cells.size() > 1 && !cells[0].empty()
            && std::all_of(cells[0].begin(), cells[0].end(), ::isdigit) && cells[0].size() < 8;
        const int number = numbered ? std::stoi(cells[0]) : row;
        for (std::size_t i = numbered ? 1 : 0; i < cells.size(); ++i)
            claim(numbers, cells[i], number);
    }
    return numbers;
}

}

Result<std::vector<int>> teacherClasses(const std::filesystem::path& labels,
    const std::vector<std::string>& teacherNames, const std::vector<std::string>& classIds,
    const std::vector<std::string>& classNames)
{
    Numbers numbers;
    if (!labels.empty()) {
        auto read = fromFile(labels);
        if (!read)
            return fail(read.error());
        numbers = std::move(*read);
    } else {
        for (std::size_t i = 0; i < teacherNames.size(); ++i)
            claim(numbers, teacherNames[i], static_cast<int>(i));
    }
    std::vector<int> classes;
    std::string missing;
    for (std::size_t i = 0; i < classIds.size(); ++i) {
        auto found = numbers.find(folded(classIds[i]));
        if (found == numbers.end())
            found = numbers.find(folded(classNames[i]));
        if (found != numbers.end())
            classes.push_back(found->second);
        else
            missing += (missing.empty() ? "" : ", ") + classNames[i];
    }
    if (!missing.empty())
        return fail(ErrorCode::Mismatch,
            "the teacher has no class for: " + missing + "; name its classes with --teacher-labels");
    return classes;
}

}
