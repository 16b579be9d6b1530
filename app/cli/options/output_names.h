// app/cli/options/output_names.h: where results go: asked beforehand, under names that do not collide.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace patchlight
{

/// Whether a folder is there or can be made, without making it. Errors: WriteFailed.
Result<void> checkFolder(const std::filesystem::path& folder);
/// Whether a file can be made there, asked before hours of work. Errors: WriteFailed.
Result<void> checkWritable(const std::filesystem::path& out);

/// ".png, .svg, .npy, .csv or .json": what explain writes.
std::string knownEndings();
/// CLI11's check: empty where the ending, in small or capital letters, is one that explain writes.
std::string hasKnownEnding(const std::string& file);

/// FOLDER/PICTURE.METHOD.FORMAT; a second picture of the same name gets a number.
class OutputNames
{
public:
    OutputNames(std::filesystem::path folder, std::string method, std::string format)
        : m_folder(std::move(folder)), m_method(std::move(method)), m_format(std::move(format))
    {
    }
    std::string next(const std::filesystem::path& image);

private:
    std::filesystem::path m_folder;
    std::string m_method, m_format;
    std::set<std::string> m_used;
};

}
