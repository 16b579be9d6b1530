// core/base/npy.cpp: the format is described in NumPy's numpy/lib/format.py.
#include "core/base/npy.h"
#include "core/base/array_shape.h"
#include "core/base/atomic_file.h"
#include "core/base/half.h"
#include "core/base/mapped_file.h"
#include "core/base/memory_bound.h"
#include "core/base/message_parts.h"
#include "core/base/npy_header.h"
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace patchlight
{
namespace
{

constexpr std::string_view kMagic{"\x93NUMPY", 6};

template <class T> float toFloat(T value)
{
    return static_cast<float>(value);
}

float toFloat(Half value)
{
    return widened(value);
}

template <class T> void convert(const std::byte* from, std::size_t count, float* to)
{
    for (std::size_t i = 0; i < count; ++i) {
        T value{};
        std::memcpy(&value, from + i * sizeof(T), sizeof(T));
        to[i] = toFloat(value);
    }
}

struct Conversion {
    DType from;
    void (*convert)(const std::byte*, std::size_t, float*);
};
constexpr Conversion kConversions[]{{DType::F32, convert<float>}, {DType::F64, convert<double>},
    {DType::F16, convert<Half>}, {DType::I8, convert<std::int8_t>}, {DType::U8, convert<std::uint8_t>},
    {DType::I16, convert<std::int16_t>}, {DType::U16, convert<std::uint16_t>}, {DType::I32, convert<std::int32_t>},
    {DType::U32, convert<std::uint32_t>}, {DType::I64, convert<std::int64_t>}, {DType::U64, convert<std::uint64_t>}};

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
    const auto complain = [&](ErrorCode code, const std::string& reason) {
        return fail(
            code, name + " is no array that can be read: it " + reason + "; save it as float32 with numpy.save");
    };
    const auto header = parseNpyHeader(bytes);
    if (!header)
        return complain(header.error().code, header.error().message);
    const auto conversion = std::ranges::find(kConversions, header->dtype, &Conversion::from);
    if (conversion == std::end(kConversions))
        return complain(ErrorCode::Unsupported, "holds values of type " + std::string(dtypeName(header->dtype)));
    const auto data = bytes.subspan(header->dataOffset);
    const auto count = elementCount(header->shape, static_cast<std::int64_t>(data.size() / dtypeSize(header->dtype)));
    if (!count)
        return complain(
            ErrorCode::Malformed, "holds fewer values than its shape " + shapeText(header->shape) + " says");
    NdArray array{header->shape, std::vector<float>(static_cast<std::size_t>(*count))};
    conversion->convert(data.data(), array.values.size(), array.values.data());
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

Result<NdArray> readNetworkInput(const std::filesystem::path& path)
{
    auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    const auto header = parseNpyHeader((*file)->bytes());
    constexpr DType kFloating[]{DType::F32, DType::F64, DType::F16};
    if (header && std::ranges::find(kFloating, header->dtype) == std::end(kFloating))
        return fail(ErrorCode::Unsupported,
            path.string()
                + " holds whole numbers, so it is not preprocessed; give the picture itself, or float32 of "
                  "[1, 3, H, W] after normalisation");
    constexpr std::uint64_t kCopies = 3; // read, kept, shown as pixels
    const auto values = header ? elementCount(header->shape, static_cast<std::int64_t>((*file)->bytes().size())) : std::nullopt;
    if (const auto room = checkMemory(kCopies * sizeof(float) * static_cast<std::uint64_t>(values.value_or(0)),
            "cannot open " + path.string() + ": it", "give a smaller array");
        !room)
        return fail(room.error());
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
