// core/library/blob_hash.cpp
#include "core/library/blob_hash.h"
#include "core/base/mapped_file.h"
#include "core/base/sha256.h"
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace patchlight
{
namespace
{

using State = std::array<std::uint32_t, 5>;

void mixBlock(State& state, const std::uint8_t* block)
{
    std::array<std::uint32_t, 80> w{};
    for (int i = 0; i < 16; ++i)
        w[i] = std::uint32_t{block[4 * i]} << 24 | std::uint32_t{block[4 * i + 1]} << 16
            | std::uint32_t{block[4 * i + 2]} << 8 | block[4 * i + 3];
    for (int i = 16; i < 80; ++i)
        w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (int i = 0; i < 80; ++i) {
        const auto choice = i < 20 ? (b & c) | (~b & d) : i < 40 || i >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
        constexpr std::array<std::uint32_t, 4> constants{0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
        const auto next = std::rotl(a, 5) + choice + e + constants[i / 20] + w[i];
        e = d, d = c, c = std::rotl(b, 30), b = a, a = next;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

/// Of texts: whole files of this kind are small.
std::string sha1(std::vector<std::uint8_t> bytes)
{
    State state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    bytes.push_back(0x80);
    bytes.resize((bytes.size() + 8 + 63) / 64 * 64, 0);
    for (int i = 0; i < 8; ++i)
        bytes[bytes.size() - 1 - i] = static_cast<std::uint8_t>(bits >> (8 * i));
    for (std::size_t at = 0; at < bytes.size(); at += 64)
        mixBlock(state, bytes.data() + at);
    std::string digits;
    for (const auto word : state)
        for (int shift = 28; shift >= 0; shift -= 4)
            digits += "0123456789abcdef"[word >> shift & 15];
    return digits;
}

bool isHex(const std::string& text, std::size_t length)
{
    return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}

std::string gitBlobHash(std::span<const std::byte> bytes)
{
    const std::string head = "blob " + std::to_string(bytes.size());
    std::vector<std::uint8_t> all(head.begin(), head.end());
    all.push_back(0);
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    all.insert(all.end(), data, data + bytes.size());
    return sha1(std::move(all));
}

Result<std::optional<bool>> matchesEtag(const std::filesystem::path& file, const std::string& etag)
{
    const auto mapped = MappedFile::open(file);
    if (!mapped)
        return fail(mapped.error());
    if (isHex(etag, 64))
        return std::optional{sha256((*mapped)->bytes()) == etag};
    if (isHex(etag, 40))
        return std::optional{gitBlobHash((*mapped)->bytes()) == etag};
    return std::optional<bool>{};
}

}
