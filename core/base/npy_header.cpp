// core/base/npy_header.cpp: no regular expressions: those of the standard library recurse once per character.
#include "core/base/npy_header.h"
#include "core/base/array_shape.h"
#include "core/base/byte_cursor.h"
#include "core/base/message_parts.h"
#include <algorithm>
#include <charconv>
#include <iterator>

namespace patchlight
{
namespace
{

constexpr std::string_view kNpyMagic{"\x93NUMPY", 6};

struct NamedType {
    std::string_view descr; ///< without the byte order
    DType dtype;
};
constexpr NamedType kTypes[]{{"f8", DType::F64}, {"f4", DType::F32}, {"f2", DType::F16}, {"V2", DType::BF16},
    {"i8", DType::I64}, {"i4", DType::I32}, {"i2", DType::I16}, {"i1", DType::I8}, {"u8", DType::U64},
    {"u4", DType::U32}, {"u2", DType::U16}, {"u1", DType::U8}, {"b1", DType::Bool}, {"c8", DType::C64}};

/// What follows "'key':" in the dictionary, without leading blanks.
std::string_view valueOf(std::string_view header, std::string_view key)
{
    const auto at = header.find(key);
    if (at == std::string_view::npos)
        return {};
    auto value = header.substr(at + key.size());
    while (!value.empty() && (value.front() == ' ' || value.front() == ':'))
        value.remove_prefix(1);
    return value;
}

std::optional<DType> typeOf(std::string_view value)
{
    if (value.size() < 4 || value.front() != '\'')
        return std::nullopt;
    value = value.substr(1, value.find('\'', 1) - 1);
    const bool order = !value.empty() && (value.front() == '<' || value.front() == '|' || value.front() == '=');
    if (order)
        value.remove_prefix(1);
    const auto* found
        = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const auto& type) { return type.descr == value; });
    return found == std::end(kTypes) ? std::nullopt : std::optional{found->dtype};
}

std::optional<std::vector<std::int64_t>> shapeOf(std::string_view value)
{
    std::vector<std::int64_t> shape;
    if (value.empty() || value.front() != '(')
        return std::nullopt;
    value.remove_prefix(1);
    while (!value.empty() && value.front() != ')') {
        std::int64_t size = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size);
        if (error == std::errc()) {
            shape.push_back(size);
            value.remove_prefix(static_cast<std::size_t>(end - value.data()));
        } else if (value.front() == ' ' || value.front() == ',' || value.front() == 'L') {
            value.remove_prefix(1);
        } else {
            return std::nullopt;
        }
        if (shape.size() > kMostAxes || size < 0)
            return std::nullopt;
    }
    return value.empty() ? std::nullopt : std::optional{shape};
}

}

Result<NpyHeader> parseNpyHeader(std::span<const std::byte> bytes)
{
    ByteCursor reader(bytes);
    if (reader.text(kNpyMagic.size()) != kNpyMagic)
        return fail(ErrorCode::Malformed, "does not begin as an array");
    const auto version = reader.number<std::uint8_t>();
    reader.number<std::uint8_t>();
    const std::uint64_t length = version == 1 ? reader.number<std::uint16_t>() : reader.number<std::uint32_t>();
    const auto text = reader.text(length);
    if (!reader.ok() || version < 1 || version > 3)
        return fail(ErrorCode::Malformed, "has a header that is cut off");
    const auto descr = valueOf(text, "'descr'");
    const auto type = typeOf(descr);
    if (!type)
        return fail(ErrorCode::Unsupported,
            descr.starts_with('\'') ? "has the type " + inQuotes(descr.substr(1, descr.find('\'', 1) - 1)) + ", which is not read"
                                    : "has a type of several fields, which is not read");
    const auto shape = shapeOf(valueOf(text, "'shape'"));
    if (!shape)
        return fail(ErrorCode::Malformed, "has a shape that cannot be read");
    return NpyHeader{*type, valueOf(text, "'fortran_order'").starts_with("True"), *shape, reader.position()};
}

}
