// core/base/npy.cpp: the format is described in NumPy's numpy/lib/format.py.
#include "core/base/npy.h"
#include "core/base/atomic_file.h"
#include "core/base/mapped_file.h"
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <regex>
#include <string_view>

namespace patchlight
{
namespace
{

constexpr std::string_view kMagic{"\x93NUMPY", 6};

float halfToFloat(std::uint16_t h)
{
    const std::uint32_t sign = std::uint32_t{h & 0x8000U} << 16;
    const std::uint32_t exponent = h >> 10 & 31U;
    const std::uint32_t fraction = h & 1023U;
    if (exponent == 0) { // zero or subnormal: fraction · 2^-24
        const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
        return sign ? -magnitude : magnitude;
    }
    const std::uint32_t bits = sign | (exponent == 31 ? 0x7f800000U : (exponent + 112) << 23) | fraction << 13;
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

template <class T> void convert(const std::byte* from, std::size_t count, float* to)
{
    for (std::size_t i = 0; i < count; ++i) {
        T value{};
        std::memcpy(&value, from + i * sizeof(T), sizeof(T));
        to[i] = static_cast<float>(value);
    }
}

void convertHalf(const std::byte* from, std::size_t count, float* to)
{
    for (std::size_t i = 0; i < count; ++i) {
        std::uint16_t value = 0;
        std::memcpy(&value, from + i * 2, 2);
        to[i] = halfToFloat(value);
    }
}

struct Kind {
    std::string_view descr; ///< without the byte-order mark
    std::size_t size;
    void (*convert)(const std::byte*, std::size_t, float*);
};
constexpr Kind kKinds[]{{"f4", 4, convert<float>}, {"f8", 8, convert<double>}, {"f2", 2, convertHalf},
    {"i1", 1, convert<std::int8_t>}, {"u1", 1, convert<std::uint8_t>}, {"i2", 2, convert<std::int16_t>},
    {"u2", 2, convert<std::uint16_t>}, {"i4", 4, convert<std::int32_t>}, {"u4", 4, convert<std::uint32_t>},
    {"i8", 8, convert<std::int64_t>}, {"u8", 8, convert<std::uint64_t>}};

struct Header {
    const Kind* kind = nullptr;
    bool fortran = false;
    std::vector<std::int64_t> shape;
};

std::optional<std::vector<std::int64_t>> parseShape(std::string_view text)
{
    std::vector<std::int64_t> shape;
    std::int64_t value = -1;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            value = std::max<std::int64_t>(value, 0);
            if (value > (std::int64_t{1} << 40))
                return std::nullopt;
            value = value * 10 + (c - '0');
        } else if (c == ',' && value >= 0) {
            shape.push_back(value);
            value = -1;
        } else if (c != ' ' && c != 'L') {
            return std::nullopt;
        }
    }
    if (value >= 0)
        shape.push_back(value);
    return shape.size() <= 32 ? std::optional{shape} : std::nullopt;
}

std::optional<Header> parseHeader(const std::string& text)
{
    static const std::regex descr{"'descr': *'([<>|=]?)([a-zA-Z]\\d+)'"};
    static const std::regex fortran{"'fortran_order': *(True|False)"};
    static const std::regex shape{"'shape': *\\(([0-9L, ]*)\\)"};
    std::smatch found;
    Header header;
    if (!std::regex_search(text, found, descr) || found[1].str() == ">")
        return std::nullopt;
    const auto kind
        = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Kind& k) { return found[2].str() == k.descr; });
    if (kind == std::end(kKinds) || !std::regex_search(text, found, fortran))
        return std::nullopt;
    header.kind = kind;
    header.fortran = found[1].str() == "True";
    if (!std::regex_search(text, found, shape))
        return std::nullopt;
    const auto sizes = parseShape(found[1].str());
    if (!sizes)
        return std::nullopt;
    header.shape = *sizes;
    return header;
}

/// Number of values, or nothing when they cannot fit in `bytes`.
std::optional<std::size_t> countOf(const Header& header, std::size_t bytes)
{
    std::size_t count = 1;
    for (const auto size : header.shape) {
        if (size != 0 && count > bytes / static_cast<std::size_t>(size))
            return std::nullopt;
        count *= static_cast<std::size_t>(size);
    }
    return count <= bytes / header.kind->size ? std::optional{count} : std::nullopt;
}

void fortranToC(NdArray& array)
{
    std::vector<float> ordered(array.values.size());
    std::vector<std::int64_t> index(array.shape.size(), 0);
    for (const float value : array.values) { // Fortran order: the first index runs fastest
        std::size_t at = 0;
        for (std::size_t d = 0; d < index.size(); ++d)
            at = at * static_cast<std::size_t>(array.shape[d]) + static_cast<std::size_t>(index[d]);
        ordered[at] = value;
        for (std::size_t d = 0; d < index.size() && ++index[d] == array.shape[d]; ++d)
            index[d] = 0;
    }
    array.values = std::move(ordered);
}

}

Result<NdArray> parseNpy(std::span<const std::byte> bytes, const std::string& name)
{
    const auto malformed = [&](const std::string& why) {
        return fail(
            ErrorCode::Malformed, name + " is not a readable .npy array: " + why + "; write it again with numpy.save");
    };
    if (bytes.size() < 10 || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0)
        return malformed("it does not begin as one");
    const int version = std::to_integer<int>(bytes[6]);
    const std::size_t start = version == 1 ? 10 : 12;
    std::size_t length = std::to_integer<std::size_t>(bytes[8]) | std::to_integer<std::size_t>(bytes[9]) << 8;
    if (version > 1 && bytes.size() >= 12)
        length |= std::to_integer<std::size_t>(bytes[10]) << 16 | std::to_integer<std::size_t>(bytes[11]) << 24;
    if (version < 1 || version > 3 || length > 65536 || bytes.size() < start || bytes.size() - start < length)
        return malformed("its header is cut off");
    const auto header = parseHeader(std::string(reinterpret_cast<const char*>(bytes.data()) + start, length));
    if (!header)
        return malformed("its header names no type or shape that can be read (little-endian numbers only)");
    const auto data = bytes.subspan(start + length);
    const auto count = countOf(*header, data.size());
    if (!count)
        return malformed("it holds fewer values than its header says");
    NdArray array{header->shape, std::vector<float>(*count)};
    header->kind->convert(data.data(), *count, array.values.data());
    if (header->fortran && header->shape.size() > 1)
        fortranToC(array);
    return array;
}

Result<NdArray> readNpy(const std::filesystem::path& path)
{
    auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    return parseNpy((*file)->bytes(), path.string());
}

std::vector<std::byte> formatNpy(const NdArray& array)
{
    std::string shape;
    for (const auto size : array.shape)
        shape += std::to_string(size) + ", ";
    if (array.shape.size() > 1)
        shape.resize(shape.size() - 2);
    else if (!shape.empty())
        shape.pop_back();
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
    header.append(63 - (header.size() + 10) % 64, ' ');
    header += '\n';
    std::string start{kMagic};
    start += {'\x01', '\x00', static_cast<char>(header.size() & 255), static_cast<char>(header.size() >> 8)};
    start += header;
    std::vector<std::byte> bytes(start.size() + array.values.size() * sizeof(float));
    std::memcpy(bytes.data(), start.data(), start.size());
    if (!array.values.empty())
        std::memcpy(bytes.data() + start.size(), array.values.data(), array.values.size() * sizeof(float));
    return bytes;
}

Result<void> writeNpy(const std::filesystem::path& path, const NdArray& array)
{
    return writeFile(path, formatNpy(array));
}

}
