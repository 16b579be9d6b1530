// app/cli/options/labelled_pictures.cpp
#include "app/cli/options/labelled_pictures.h"
#include "app/cli/interrupt.h"
#include "app/cli/options/read_input.h"
#include "core/base/resources.h"
#include "core/engine/picture/predictions.h"
#include "core/image/read_picture.h"
#include "core/base/shown_text.h"
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

constexpr std::size_t kMostLabelBytes = 256'000'000; ///< of labels

std::string trimmed(std::string text)
{
    const auto unwanted = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '"'; };
    while (!text.empty() && unwanted(text.back()))
        text.pop_back();
    const auto first = std::find_if_not(text.begin(), text.end(), unwanted);
    return {first, text.end()};
}

/// Text → class index for one model, remembering what was looked up: an evaluation asks thousands of times.
class Classes
{
public:
    explicit Classes(const ModelConfig& config) : m_config(config) { }

    Result<int> find(const std::string& text)
    {
        if (const auto known = m_known.find(text); known != m_known.end())
            return known->second;
        const auto found = findClass(m_config, text);
        if (!found && !isWordNetId(text))
            return fail(found.error());
        const auto index = found ? Result<int>{found->value} : byWordNetId(text);
        if (index)
            m_known[text] = *index;
        return index;
    }

private:
    static bool isWordNetId(const std::string& text)
    {
        return text.size() == 9 && text[0] == 'n'
            && std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    }
    /// ImageNet-1k's own order: index, WordNet id, names, separated by tabs.
    Result<int> byWordNetId(const std::string& id) const
    {
        std::ifstream table(resourcePath("labels/imagenet-1k.tsv"));
        if (m_config.classes.value == 1000)
            for (std::string line; std::getline(table, line);)
                if (line.find("\t" + id + "\t") != std::string::npos)
                    return std::stoi(line);
        return fail(
            ErrorCode::InvalidOption, "class " + asWritten(id) + " is a WordNet id that this model's classes do not have");
    }

    const ModelConfig& m_config;
    std::map<std::string, int> m_known;
};

/// Takes ",left,top,right,bottom" off the end of a row, where it has one.
std::optional<RectF> takeBox(std::string& text)
{
    static const std::regex kBox(R"(^(.*?),\s*([0-9.]+),\s*([0-9.]+),\s*([0-9.]+),\s*([0-9.]+)\s*$)");
    std::smatch found;
    if (text.size() > 4096 || !std::regex_match(text, found, kBox))
        return std::nullopt;
    const auto side = [&](std::size_t i) { return std::strtod(found[i].str().c_str(), nullptr); };
    const RectF box{side(2), side(3), side(4) - side(2), side(5) - side(3)};
    if (!(box.width > 0 && box.height > 0))
        return std::nullopt;
    text = std::string{found[1]};
    return box;
}

struct Cells {
    std::string first, rest;
};

/// A row at its first comma; one in a quoted first cell belongs to the cell, and "" in it is one quote (RFC 4180).
std::optional<Cells> firstCell(const std::string& row)
{
    const auto start = row.find_first_not_of(" \t");
    if (start == std::string::npos || row[start] != '"') {
        const auto comma = row.find(',');
        return comma == std::string::npos ? std::nullopt
                                          : std::optional{Cells{trimmed(row.substr(0, comma)), row.substr(comma + 1)}};
    }
    std::string cell;
    for (auto i = start + 1; i < row.size(); ++i)
        if (row[i] != '"')
            cell += row[i];
        else if (i + 1 < row.size() && row[i + 1] == '"')
            cell += row[i++];
        else if (const auto comma = row.find_first_not_of(" \t", i + 1); comma < row.size() && row[comma] == ',')
            return Cells{cell, row.substr(comma + 1)};
        else
            break;
    return std::nullopt;
}

Result<LabelledPicture> parseRow(const std::string& row, const fs::path& folder, Classes& classes)
{
    const auto cells = firstCell(row);
    if (!cells)
        return fail(ErrorCode::Malformed, "a row must be file,class with a comma between");
    const auto& name = cells->first;
    auto what = cells->rest;
    const auto box = takeBox(what);
    const auto index = classes.find(trimmed(what));
    if (!index && !box && std::count(what.begin(), what.end(), ',') >= 4)
        return fail(ErrorCode::Malformed,
            "after file and class a box must be left,top,right,bottom in pixels, right of left and below top");
    if (!index)
        return fail(ErrorCode::Malformed, index.error().message);
    return LabelledPicture{folder / name, name, *index, box};
}

bool isHeading(const std::string& row)
{
    const auto cells = firstCell(row);
    return cells && cells->first == "file";
}

std::vector<fs::path> sortedEntries(const fs::path& folder, bool folders)
{
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (folders ? entry.is_directory(ignored) : looksLikePicture(entry.path()))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

/// The class of every folder; by order where not one folder names a class.
Result<std::vector<int>> classesOf(const std::vector<fs::path>& folders, const ModelConfig& config)
{
    Classes classes(config);
    std::vector<int> found;
    for (const auto& folder : folders) {
        const auto index = classes.find(folder.filename().string());
        if (index) {
            found.push_back(*index);
            continue;
        }
        if (!found.empty() || static_cast<int>(folders.size()) != config.classes.value)
            return fail(ErrorCode::Malformed, folder.string() + ": " + index.error().message);
        for (int i = 0; i < config.classes.value; ++i)
            found.push_back(i);
        return found;
    }
    return found;
}

}

Result<std::vector<LabelledPicture>> readLabels(
    const fs::path& labels, const fs::path& folder, const ModelConfig& config)
{
    const auto text = readInput(labels.string(), kMostLabelBytes, {interruptToken(), {}});
    if (!text)
        return fail(text.error());
    std::istringstream file(*text);
    Classes classes(config);
    std::vector<LabelledPicture> all;
    int number = 0;
    for (std::string row; std::getline(file, row);) {
        if (++number == 1 && row.rfind("\xEF\xBB\xBF", 0) == 0)
            row.erase(0, 3); // a byte order mark, as spreadsheets write it
        const auto shown = trimmed(row);
        if (shown.empty() || shown[0] == '#' || (number == 1 && isHeading(row)))
            continue;
        auto picture = parseRow(row, folder, classes);
        if (!picture)
            return fail(picture.error().code,
                labels.string() + ", row " + std::to_string(number) + ": " + picture.error().message);
        all.push_back(std::move(*picture));
    }
    if (all.empty())
        return fail(ErrorCode::Malformed, labels.string() + ": no row file,class in it");
    return all;
}

Result<std::vector<LabelledPicture>> listClassFolders(const fs::path& folder, const ModelConfig& config)
{
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        return fail(ErrorCode::NotFound, folder.string() + ": no such folder");
    const auto folders = sortedEntries(folder, true);
    const auto classes = classesOf(folders, config);
    if (!classes)
        return fail(classes.error());
    std::vector<LabelledPicture> all;
    for (std::size_t i = 0; i < folders.size(); ++i)
        for (const auto& file : sortedEntries(folders[i], false))
            all.push_back({file, fs::relative(file, folder, ignored).string(), (*classes)[i], {}});
    if (all.empty())
        return fail(ErrorCode::Unsupported,
            folder.string() + ": no class folders with pictures in it; name what the pictures show with --labels");
    return all;
}

}
