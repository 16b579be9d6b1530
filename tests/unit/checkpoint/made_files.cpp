// tests/unit/checkpoint/made_files.cpp
#include "made_files.h"
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>
#include <unistd.h>
#include <zlib.h>

namespace patchlight
{
namespace
{

template <class T> std::string little(T value)
{
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::int64_t countOf(const std::vector<std::int64_t>& shape)
{
    std::int64_t count = 1;
    for (const auto size : shape)
        count *= size;
    return count;
}

/// float32 values that differ from place to place.
std::string valuesOf(const std::vector<std::int64_t>& shape)
{
    std::string bytes;
    for (std::int64_t i = 0; i < countOf(shape); ++i)
        bytes += little(static_cast<float>(i % 17) / 64);
    return bytes;
}

std::string listOf(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const auto size : shape)
        text += (text.empty() ? "" : ",") + std::to_string(size);
    return text;
}

std::string npy(const std::vector<std::int64_t>& shape)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + listOf(shape) + ",), }";
    header.append(64 - (header.size() + 11) % 64, ' ');
    header += '\n';
    return std::string("\x93NUMPY\x01\x00", 8) + little(static_cast<std::uint16_t>(header.size())) + header
        + valuesOf(shape);
}

std::string deflated(const std::string& content)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string pickledInt(std::int64_t value)
{
    return "J" + little(static_cast<std::int32_t>(value));
}

std::string pickledTuple(const std::vector<std::int64_t>& values)
{
    std::string bytes = "(";
    for (const auto value : values)
        bytes += pickledInt(value);
    return bytes + "t";
}

std::string pickledTensor(const std::vector<std::int64_t>& shape, int storage)
{
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * shape[i];
    return pickledGlobal("torch._utils", "_rebuild_tensor_v2") + "((" + pickledText("storage")
        + pickledGlobal("torch", "FloatStorage") + pickledText(std::to_string(storage)) + pickledText("cpu")
        + pickledInt(countOf(shape)) + "tQ" + pickledInt(0) + pickledTuple(shape) + pickledTuple(strides) + "\x89"
        + pickledGlobal("collections", "OrderedDict") + ")RtR";
}

}

TemporaryFolder::TemporaryFolder()
{
    auto pattern = (std::filesystem::temp_directory_path() / "patchlight-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void writeText(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string readText(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::string safetensorsWith(const std::string& header, std::size_t dataBytes)
{
    return little(static_cast<std::uint64_t>(header.size())) + header + std::string(dataBytes, '\0');
}

void writeSafetensors(const std::filesystem::path& path, const Shapes& shapes)
{
    std::string header = "{";
    std::string data;
    for (const auto& [name, shape] : shapes) {
        const auto begin = data.size();
        data += valuesOf(shape);
        header += (header.size() > 1 ? ",\"" : "\"") + name + R"(":{"dtype":"F32","shape":[)" + listOf(shape)
            + R"(],"data_offsets":[)" + std::to_string(begin) + "," + std::to_string(data.size()) + "]}";
    }
    header += "}";
    header.append((8 - header.size() % 8) % 8, ' ');
    writeText(path, safetensorsWith(header, 0) + data);
}

std::string zipOf(const std::vector<ZipPart>& parts)
{
    std::string bytes;
    std::string directory;
    for (const auto& part : parts) {
        const auto packed = part.deflate ? deflated(part.content) : part.content;
        const auto crc = static_cast<std::uint32_t>(
            crc32_z(0, reinterpret_cast<const Bytef*>(part.content.data()), part.content.size()));
        const std::string common = little(std::uint16_t{20}) + little(std::uint16_t{0})
            + little(static_cast<std::uint16_t>(part.deflate ? 8 : 0)) + little(std::uint32_t{0}) + little(crc)
            + little(static_cast<std::uint32_t>(packed.size()))
            + little(static_cast<std::uint32_t>(part.content.size()))
            + little(static_cast<std::uint16_t>(part.name.size())) + little(std::uint16_t{0});
        directory += "PK\x01\x02" + little(std::uint16_t{20}) + common + std::string(10, '\0')
            + little(static_cast<std::uint32_t>(bytes.size())) + part.name;
        bytes += "PK\x03\x04" + common + part.name + packed;
    }
    const auto count = little(static_cast<std::uint16_t>(parts.size()));
    return bytes + directory + "PK\x05\x06" + std::string(4, '\0') + count + count
        + little(static_cast<std::uint32_t>(directory.size())) + little(static_cast<std::uint32_t>(bytes.size()))
        + std::string(2, '\0');
}

void writeNpz(const std::filesystem::path& path, const Shapes& shapes)
{
    std::vector<ZipPart> parts;
    for (const auto& [name, shape] : shapes)
        parts.push_back({name + ".npy", npy(shape), parts.size() % 2 == 1});
    writeText(path, zipOf(parts));
}

std::string pickledText(const std::string& text)
{
    return "X" + little(static_cast<std::uint32_t>(text.size())) + text;
}

std::string pickledGlobal(const std::string& module, const std::string& name)
{
    return "c" + module + "\n" + name + "\n";
}

std::string torchZip(const Shapes& shapes, const std::string& extra)
{
    std::map<std::string, std::string> dictionaries; // by name; "" is the outermost
    std::vector<ZipPart> parts{{"archive/data.pkl", {}, false}};
    for (const auto& [name, shape] : shapes) {
        const auto bar = name.find('|');
        const auto scope = bar == std::string::npos ? std::string() : name.substr(0, bar);
        const auto storage = static_cast<int>(parts.size() - 1);
        dictionaries[scope]
            += pickledText(name.substr(bar == std::string::npos ? 0 : bar + 1)) + pickledTensor(shape, storage);
        parts.push_back({"archive/data/" + std::to_string(storage), valuesOf(shape), false});
    }
    std::string outer = dictionaries[""] + extra;
    for (const auto& [scope, items] : dictionaries)
        if (!scope.empty())
            outer += pickledText(scope) + "}(" + items + "u";
    parts.front().content = "\x80\x02}(" + outer + "u.";
    return zipOf(parts);
}

}
