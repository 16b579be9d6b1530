// core/image/decode_bands.cpp
#include "core/image/decode_bands.h"
#include "core/image/tiff_complaints.h"
#include <algorithm>
#include <cstring>
#include <memory>
#include <tiffio.h>

namespace patchlight
{
namespace
{

/// A file in memory, as libtiff reads one.
struct Memory {
    std::span<const std::byte> bytes;
    toff_t at = 0;
};

tmsize_t readMemory(thandle_t handle, void* to, tmsize_t size)
{
    auto& file = *static_cast<Memory*>(handle);
    const auto left = file.at < file.bytes.size() ? file.bytes.size() - file.at : 0;
    const auto count = std::min<std::size_t>(static_cast<std::size_t>(size), left);
    std::memcpy(to, file.bytes.data() + std::min<std::size_t>(file.at, file.bytes.size()), count);
    file.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t writeNothing(thandle_t, void*, tmsize_t)
{
    return 0;
}

toff_t seekMemory(thandle_t handle, toff_t to, int from)
{
    auto& file = *static_cast<Memory*>(handle);
    file.at = from == SEEK_SET ? to : from == SEEK_CUR ? file.at + to : file.bytes.size() + to;
    return file.at;
}

int closeNothing(thandle_t)
{
    return 0;
}

toff_t sizeOfMemory(thandle_t handle)
{
    return static_cast<Memory*>(handle)->bytes.size();
}

struct Closes {
    void operator()(TIFF* file) const { TIFFClose(file); }
};

/// One strip or tile of the file: where it lies and what of it is picture.
struct Piece {
    std::uint32_t x = 0, y = 0, columns = 0, rows = 0; ///< of the picture
    std::uint32_t stride = 0; ///< pixels of a row as it is stored
};

std::uint16_t valueAt(const std::vector<std::byte>& data, std::size_t place, int bits)
{
    if (bits == 8)
        return std::to_integer<std::uint16_t>(data[place]);
    std::uint16_t value = 0;
    std::memcpy(&value, data.data() + 2 * place, sizeof value); // libtiff turned the bytes
    return value;
}

class Reading
{
public:
    Reading(TIFF* file, DecodedBands& into, std::uint64_t most) : m_file(file), m_into(into), m_most(most)
    {
        std::uint16_t planar = PLANARCONFIG_CONTIG;
        TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &planar);
        m_apart = planar == PLANARCONFIG_SEPARATE && into.count > 1;
    }
    bool all()
    {
        const int rounds = m_apart ? m_into.count : 1;
        bool fine = true;
        for (int band = 0; fine && band < rounds; ++band)
            fine = TIFFIsTiled(m_file) != 0 ? tiles(band) : strips(band);
        return fine;
    }

private:
    /// Nothing where it is more than was allowed; then no piece fits into it.
    std::vector<std::byte> roomFor(tmsize_t bytes) const
    {
        const bool allowed = bytes > 0 && static_cast<std::uint64_t>(bytes) <= m_most;
        return std::vector<std::byte>(allowed ? static_cast<std::size_t>(bytes) : 0);
    }
    /// Of a piece that was left out libtiff reads whatever the file begins with, and of one that is not packed and too
    /// short whatever comes behind it.
    bool isThere(std::uint32_t number, const Piece& piece) const
    {
        std::uint16_t coding = COMPRESSION_NONE;
        TIFFGetFieldDefaulted(m_file, TIFFTAG_COMPRESSION, &coding);
        const auto least = coding == COMPRESSION_NONE ? bytesOf(piece) : 1;
        return TIFFGetStrileOffset(m_file, number) != 0 && TIFFGetStrileByteCount(m_file, number) >= least;
    }
    /// To the last pixel of its last row.
    std::size_t bytesOf(const Piece& piece) const
    {
        return (static_cast<std::size_t>(piece.rows - 1) * piece.stride + piece.columns) * together()
            * (m_into.bits == 8 ? 1 : 2);
    }
    std::size_t together() const { return m_apart ? 1 : static_cast<std::size_t>(m_into.count); }
    bool strips(int band)
    {
        std::uint32_t rows = 0;
        TIFFGetFieldDefaulted(m_file, TIFFTAG_ROWSPERSTRIP, &rows);
        rows = std::clamp<std::uint32_t>(rows, 1, height());
        auto data = roomFor(TIFFStripSize(m_file));
        for (std::uint32_t y = 0; y < height(); y += rows) {
            const auto strip = TIFFComputeStrip(m_file, y, static_cast<std::uint16_t>(band));
            const Piece piece{0, y, width(), std::min(rows, height() - y), width()};
            if (!isThere(strip, piece)
                || TIFFReadEncodedStrip(m_file, strip, data.data(), static_cast<tmsize_t>(data.size())) < 0
                || !take(data, piece, band))
                return false;
        }
        return true;
    }
    bool tiles(int band)
    {
        std::uint32_t across = 0, down = 0;
        TIFFGetField(m_file, TIFFTAG_TILEWIDTH, &across);
        TIFFGetField(m_file, TIFFTAG_TILELENGTH, &down);
        if (across == 0 || down == 0)
            return false;
        auto data = roomFor(TIFFTileSize(m_file));
        for (std::uint32_t y = 0; y < height(); y += down)
            for (std::uint32_t x = 0; x < width(); x += across) {
                const auto tile = TIFFComputeTile(m_file, x, y, 0, static_cast<std::uint16_t>(band));
                const Piece piece{x, y, std::min(across, width() - x), std::min(down, height() - y), across};
                if (!isThere(tile, piece)
                    || TIFFReadEncodedTile(m_file, tile, data.data(), static_cast<tmsize_t>(data.size())) < 0
                    || !take(data, piece, band))
                    return false;
            }
        return true;
    }
    /// Puts a piece's values where they belong. `band`: of those that lie apart.
    bool take(const std::vector<std::byte>& data, const Piece& piece, int band)
    {
        const std::size_t together = this->together();
        if (bytesOf(piece) > data.size())
            return false;
        for (std::uint32_t row = 0; row < piece.rows; ++row)
            for (std::uint32_t column = 0; column < piece.columns; ++column)
                for (std::size_t i = 0; i < together; ++i)
                    m_into.values[place(m_apart ? static_cast<std::size_t>(band) : i, piece.y + row, piece.x + column)]
                        = valueAt(
                            data, (static_cast<std::size_t>(row) * piece.stride + column) * together + i, m_into.bits);
        return true;
    }
    std::size_t place(std::size_t band, std::size_t y, std::size_t x) const
    {
        return (band * height() + y) * width() + x;
    }
    std::uint32_t width() const { return static_cast<std::uint32_t>(m_into.width); }
    std::uint32_t height() const { return static_cast<std::uint32_t>(m_into.height); }

    TIFF* m_file;
    DecodedBands& m_into;
    std::uint64_t m_most;
    bool m_apart = false;
};

bool isAsSaid(TIFF* file, const DecodedBands& said)
{
    std::uint32_t width = 0, height = 0;
    std::uint16_t count = 1, bits = 1, format = SAMPLEFORMAT_UINT;
    TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &count);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &format);
    return width == static_cast<std::uint32_t>(said.width) && height == static_cast<std::uint32_t>(said.height)
        && count == said.count && bits == said.bits && format == SAMPLEFORMAT_UINT;
}

}

bool decodeBands(std::span<const std::byte> bytes, DecodedBands& into, std::uint64_t mostOfAPiece)
{
    const auto complaints = tiffComplaints();
    Memory memory{bytes};
    // m: not mapped, which needs two functions more.
    const std::unique_ptr<TIFF, Closes> file{TIFFClientOpen(
        "memory", "rm", &memory, readMemory, writeNothing, seekMemory, closeNothing, sizeOfMemory, nullptr, nullptr)};
    if (!file || !isAsSaid(file.get(), into))
        return false;
    into.values.resize(static_cast<std::size_t>(into.width) * into.height * into.count);
    return Reading(file.get(), into, mostOfAPiece).all() && tiffComplaints() == complaints;
}

}
