// tests/unit/checkpoint/made_files.h: small checkpoints made on the spot, for layouts that have no golden.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace patchlight
{

/// Names with shapes; values are made up.
using Shapes = std::vector<std::pair<std::string, std::vector<std::int64_t>>>;

/// A folder of its own that disappears with the object.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

void writeText(const std::filesystem::path& path, const std::string& bytes);
std::string readText(const std::filesystem::path& path);
void writeSafetensors(const std::filesystem::path& path, const Shapes& shapes);
/// A safetensors file with this header and so many bytes of data.
std::string safetensorsWith(const std::string& header, std::size_t dataBytes);
void writeNpz(const std::filesystem::path& path, const Shapes& shapes);

/// A stored or deflated zip archive of these entries.
struct ZipPart {
    std::string name, content;
    bool deflate = false;
};
std::string zipOf(const std::vector<ZipPart>& parts);

/// torch.save's zip of nested dictionaries: a name "teacher|module.cls_token" lies in the dictionary "teacher".
/// `extra`: opcodes that put one more key and value into the outermost dictionary.
std::string torchZip(const Shapes& shapes, const std::string& extra = {});
/// Opcodes: a text, a global.
std::string pickledText(const std::string& text);
std::string pickledGlobal(const std::string& module, const std::string& name);

}
