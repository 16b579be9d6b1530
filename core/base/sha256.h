// core/base/sha256.h: the fingerprint of a file, for provenance (FIPS 180-4).
#pragma once
#include "core/base/result.h"
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace patchlight
{

/// Piece by piece. Written here because no library the project needs anyway offers it.
class Sha256
{
public:
    void add(std::span<const std::byte> bytes);
    /// 64 lower-case hexadecimal digits of all that was added; nothing may be added afterwards.
    std::string digits();

private:
    std::array<std::uint32_t, 8> m_state{
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::vector<std::byte> m_rest; ///< less than a block
    std::uint64_t m_size = 0; ///< bytes so far
};

std::string sha256(std::span<const std::byte> bytes);
/// Errors: NotFound, Unreadable.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

}
