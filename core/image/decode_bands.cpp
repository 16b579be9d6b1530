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
    Reading(TIFF* file, DecodedBands& into) : m_file(file), m_into(into)
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
    bool strips(int band)
    {
        std::uint32_t rows = 0;
        TIFFGetFieldDefaulted(m_file, TIFFTAG_ROWSPERSTRIP, &rows);
        rows = std::clamp<std::uint32_t>(rows, 1, height());
        std::vector<std::byte> data(static_cast<std::size_t>(TIFFStripSize(m_file)));
        for (std::uint32_t y = 0; y < height(); y += rows) {
            const auto strip = TIFFComputeStrip(m_file, y, static_cast<std::uint16_t>(band));
            const auto size = static_cast<tmsize_t>(data.size());
            if (TIFFReadEncodedStrip(m_file, strip, data.data(), size) < 0
                || !take(data, {0, y, width(), std::min(rows, height() - y), width()}, band))
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
        std::vector<std::byte> data(static_cast<std::size_t>(TIFFTileSize(m_file)));
        for (std::uint32_t y = 0; y < height(); y += down)
            for (std::uint32_t x = 0; x < width(); x += across) {
                const auto tile = TIFFComputeTile(m_file, x, y, 0, static_cast<std::uint16_t>(band));
                const Piece piece{x, y, std::min(across, width() - x), std::min(down, height() - y), across};
                if (TIFFReadEncodedTile(m_file, tile, data.data(), static_cast<tmsize_t>(data.size())) < 0
                    || !take(data, piece, band))
                    return false;
            }
        return true;
    }
    /// Puts a piece's values where they belong. `band`: of those that lie apart.
    bool take(const std::vector<std::byte>& data, const Piece& piece, int band)
    {
        const std::size_t together = m_apart ? 1 : static_cast<std::size_t>(m_into.count);
        const std::size_t needed
            = (static_cast<std::size_t>(piece.rows - 1) * piece.stride + piece.columns) * together * (m_into.bits == 8 ? 1 : 2);
        if (needed > data.size())
            return false;
        for (std::uint32_t row = 0; row < piece.rows; ++row)
            for (std::uint32_t column = 0; column < piece.columns; ++column)
                for (std::size_t i = 0; i < together; ++i)
                    m_into.values[place(m_apart ? static_cast<std::size_t>(band) : i, piece.y + row, piece.x + column)]
                        = valueAt(data, (static_cast<std::size_t>(row) * piece.stride + column) * together + i, m_into.bits);
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
    bool m_apart = false;
};

}

std::optional<DecodedBands> decodeBands(std::span<const std::byte> bytes)
{
    const auto complaints = tiffComplaints();
    Memory memory{bytes};
    // m: not mapped, which needs two functions more.
    const std::unique_ptr<TIFF, Closes> file{TIFFClientOpen("memory", "rm", &memory, readMemory, writeNothing, seekMemory,
        closeNothing, sizeOfMemory, nullptr, nullptr)};
    if (!file)
        return std::nullopt;
    std::uint32_t width = 0, height = 0;
    std::uint16_t count = 1, bits = 8;
    TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(file.get(), TIFFTAG_SAMPLESPERPIXEL, &count);
    TIFFGetFieldDefaulted(file.get(), TIFFTAG_BITSPERSAMPLE, &bits);
    if (width == 0 || height == 0 || count == 0 || (bits != 8 && bits != 16))
        return std::nullopt;
    DecodedBands out{count, static_cast<int>(width), static_cast<int>(height), bits, {}};
    out.values.resize(static_cast<std::size_t>(width) * height * count);
    if (!Reading(file.get(), out).all() || tiffComplaints() != complaints)
        return std::nullopt;
    return out;
}

}
