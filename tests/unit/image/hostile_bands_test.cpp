// tests/unit/image/hostile_bands_test.cpp: TIFFs of many bands that are damaged or lie are refused in one sentence, or
// read right; never partly, and never at the price of gigabytes.
#include "core/base/memory_bound.h"
#include "core/image/bands.h"
#include "tests/support/limited.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <tiffio.h>

using namespace patchlight;

namespace
{

constexpr std::uint32_t kWidth = 50, kHeight = 40, kRowsOfStrip = 16, kSideOfTile = 16;

struct Form {
    int bands = 6, bits = 8;
    std::uint16_t coding = COMPRESSION_NONE, format = SAMPLEFORMAT_UINT;
    bool apart = false, tiled = false;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    bool operator==(const Form&) const = default;
};

void PrintTo(const Form& form, std::ostream* out)
{
    *out << form.bands << " bands of " << form.bits << " bits, coding " << form.coding << (form.apart ? ", apart" : "")
         << (form.tiled ? ", tiled" : "");
}

std::uint32_t valueOf(int band, std::uint32_t y, std::uint32_t x)
{
    const std::uint32_t noise = (x * 2654435761U ^ y * 40503U ^ static_cast<std::uint32_t>(band) * 69069U) >> 13U;
    return (static_cast<std::uint32_t>(band) * 40 + y + x + noise % 8) % 256;
}

/// A piece of the picture as the file holds it, of `band` alone or of all.
std::vector<std::uint8_t> pieceOf(const Form& form, int band, std::uint32_t y, std::uint32_t x, std::uint32_t rows,
    std::uint32_t columns)
{
    std::vector<std::uint8_t> bytes;
    for (std::uint32_t row = y; row < y + rows; ++row)
        for (std::uint32_t column = x; column < x + columns; ++column)
            for (int i = form.apart ? band : 0; i < (form.apart ? band + 1 : form.bands); ++i) {
                if (form.bits == 16)
                    bytes.push_back(0);
                bytes.insert(bytes.end(), form.bits > 16 ? static_cast<std::size_t>(form.bits / 8) : 1,
                    static_cast<std::uint8_t>(valueOf(i, row, column)));
            }
    return bytes;
}

void writePieces(TIFF* file, const Form& form)
{
    for (int band = 0; band < (form.apart ? form.bands : 1); ++band)
        if (form.tiled) {
            for (std::uint32_t y = 0; y < kHeight; y += kSideOfTile)
                for (std::uint32_t x = 0; x < kWidth; x += kSideOfTile) {
                    auto data = pieceOf(form, band, y, x, kSideOfTile, kSideOfTile);
                    ASSERT_GT(TIFFWriteTile(file, data.data(), x, y, 0, static_cast<std::uint16_t>(band)), 0);
                }
        } else {
            for (std::uint32_t y = 0; y < kHeight; y += kRowsOfStrip) {
                auto data = pieceOf(form, band, y, 0, std::min(kRowsOfStrip, kHeight - y), kWidth);
                const auto strip = TIFFComputeStrip(file, y, static_cast<std::uint16_t>(band));
                ASSERT_GT(TIFFWriteEncodedStrip(file, strip, data.data(), static_cast<tmsize_t>(data.size())), 0);
            }
        }
}

std::string tiffOf(const Form& form)
{
    const int place = ::memfd_create("bands", MFD_CLOEXEC);
    TIFF* file = TIFFFdOpen(::dup(place), "bands", "wl");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, kWidth);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, kHeight);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, form.bands);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, form.bits);
    TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, form.format);
    TIFFSetField(file, TIFFTAG_COMPRESSION, form.coding);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, form.photometric);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, form.apart ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    if (form.coding == COMPRESSION_ADOBE_DEFLATE)
        TIFFSetField(file, TIFFTAG_ZIPQUALITY, 0); // stored: a flipped bit shifts no row, and only the checksum tells
    if (form.tiled) {
        TIFFSetField(file, TIFFTAG_TILEWIDTH, kSideOfTile);
        TIFFSetField(file, TIFFTAG_TILELENGTH, kSideOfTile);
    } else {
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, kRowsOfStrip);
    }
    writePieces(file, form);
    TIFFClose(file);
    std::string bytes(static_cast<std::size_t>(::lseek(place, 0, SEEK_END)), '\0');
    EXPECT_EQ(::pread(place, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    ::close(place);
    return bytes;
}

std::uint32_t numberAt(const std::string& file, std::size_t at, int width)
{
    std::uint32_t number = 0;
    for (int i = width - 1; i >= 0; --i)
        number = number << 8U | static_cast<unsigned char>(file.at(at + static_cast<std::size_t>(i)));
    return number;
}

void putAt(std::string& file, std::size_t at, std::uint32_t number, int width)
{
    for (int i = 0; i < width; ++i)
        file.at(at + static_cast<std::size_t>(i)) = static_cast<char>(number >> (8 * i));
}

/// Where the directory's entry of a tag begins.
std::size_t entryOf(const std::string& file, int tag)
{
    const std::size_t directory = numberAt(file, 4, 4);
    for (std::uint32_t i = 0; i < numberAt(file, directory, 2); ++i)
        if (numberAt(file, directory + 2 + 12 * i, 2) == static_cast<std::uint32_t>(tag))
            return directory + 2 + 12 * i;
    ADD_FAILURE() << "no tag " << tag;
    return directory + 2;
}

/// The file with one LONG as the value of a tag.
std::string with(std::string file, int tag, std::uint32_t value)
{
    const auto entry = entryOf(file, tag);
    putAt(file, entry + 2, 4, 2);
    putAt(file, entry + 4, 1, 4);
    putAt(file, entry + 8, value, 4);
    return file;
}

/// Of a tag's list, which lies elsewhere in the file.
std::uint32_t inList(const std::string& file, int tag, std::uint32_t index)
{
    const auto entry = entryOf(file, tag);
    const int width = numberAt(file, entry + 2, 2) == 3 ? 2 : 4;
    return numberAt(file, numberAt(file, entry + 8, 4) + index * static_cast<std::uint32_t>(width), width);
}

/// The file with another value there.
std::string withInList(std::string file, int tag, std::uint32_t index, std::uint32_t value)
{
    const auto entry = entryOf(file, tag);
    const int width = numberAt(file, entry + 2, 2) == 3 ? 2 : 4;
    putAt(file, numberAt(file, entry + 8, 4) + index * static_cast<std::uint32_t>(width), value, width);
    return file;
}

Result<Bands> bandsOf(const std::string& file)
{
    return readBands(std::as_bytes(std::span{file}), "some.tif", {}, nullptr);
}

/// Empty where the file was read.
std::string complaint(const std::string& file)
{
    const auto bands = bandsOf(file);
    return bands ? "" : bands.error().message;
}

/// How many values are not those that were written.
int wrongValues(const Bands& bands, int count)
{
    int wrong = bands.count != count;
    for (int band = 0; band < count; ++band)
        for (std::uint32_t y = 0; y < kHeight; ++y)
            for (std::uint32_t x = 0; x < kWidth; ++x) {
                const auto& image = bands.triples.at(static_cast<std::size_t>(band / 3));
                const auto at = image.pixel(static_cast<int>(x), static_cast<int>(y))[band % 3];
                wrong += at != valueOf(band, y, x);
            }
    return wrong;
}

bool isWrong(const std::string& file, const Form& form)
{
    const auto bands = bandsOf(file);
    return bands && wrongValues(*bands, form.bands) != 0;
}

std::vector<Form> forms()
{
    std::vector<Form> all;
    for (const auto coding : std::initializer_list<std::uint16_t>{
             COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS})
        for (const int bits : {8, 16})
            for (const bool apart : {false, true})
                for (const bool tiled : {false, true})
                    for (const int bands : {4, 13})
                        all.push_back({bands, bits, coding, SAMPLEFORMAT_UINT, apart, tiled});
    return all;
}

/// One sentence that begins with the file and ends with what to do.
void expectSentence(const std::string& message, const std::string& reason)
{
    EXPECT_TRUE(message.starts_with("cannot open some.tif: ")) << message;
    EXPECT_NE(message.find("; "), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    EXPECT_NE(message.find(reason), std::string::npos) << message;
}

}

TEST(HostileBands, EveryCodingIsReadToTheLastValue)
{
    for (const auto& form : forms()) {
        const auto bands = bandsOf(tiffOf(form));
        ASSERT_TRUE(bands) << ::testing::PrintToString(form) << bands.error().message;
        EXPECT_EQ(wrongValues(*bands, form.bands), 0) << ::testing::PrintToString(form);
    }
}

TEST(HostileBands, AFileCutShortIsRefused)
{
    for (const auto& form : forms()) {
        const auto file = tiffOf(form);
        for (std::size_t tenth = 0; tenth < 10; ++tenth)
            EXPECT_NE(complaint(file.substr(0, file.size() * tenth / 10)), "") << ::testing::PrintToString(form) << tenth;
        expectSentence(complaint(file.substr(0, file.size() / 2)), "truncated or damaged");
    }
}

TEST(HostileBands, DamagedDataIsRefused)
{
    int refused = 0, tried = 0;
    for (const auto& form : forms()) {
        if (form.coding == COMPRESSION_NONE || form.coding == COMPRESSION_PACKBITS)
            continue; // every byte is a value, or may be one
        const auto file = tiffOf(form);
        const std::size_t data = 8, end = numberAt(file, 4, 4);
        for (std::size_t at = data + 8; at < end; at += (end - data) / 40) {
            auto damaged = file;
            for (std::size_t i = at; i < std::min(at + 20, end); ++i)
                damaged[i] = static_cast<char>(damaged[i] + 85);
            ++tried;
            refused += complaint(damaged).empty() ? 0 : 1;
            if (form.coding == COMPRESSION_ADOBE_DEFLATE) {
                EXPECT_FALSE(isWrong(damaged, form)) << ::testing::PrintToString(form) << " at " << at;
            }
        }
    }
    EXPECT_GT(refused, tried / 2); // LZW has no checksum
}

TEST(HostileBands, TheChecksumCountsHoweverManyBandsThereAre)
{
    for (const bool apart : {false, true})
        for (const int bands : {4, 5, 9, 13, 200}) {
            const Form form{bands, 8, COMPRESSION_ADOBE_DEFLATE, SAMPLEFORMAT_UINT, apart, false};
            auto file = tiffOf(form);
            const auto first = inList(file, TIFFTAG_STRIPOFFSETS, 0);
            file[first + 700] = static_cast<char>(file[first + 700] ^ 1);
            expectSentence(complaint(file), "checksum");
        }
}

TEST(HostileBands, DamagedJpegDataIsRefused)
{
    const Form form{4, 8, COMPRESSION_JPEG, SAMPLEFORMAT_UINT, false, false, PHOTOMETRIC_SEPARATED};
    const auto file = tiffOf(form);
    const auto whole = bandsOf(file);
    ASSERT_TRUE(whole) << whole.error().message;
    const auto first = inList(file, TIFFTAG_STRIPOFFSETS, 0), size = inList(file, TIFFTAG_STRIPBYTECOUNTS, 0);
    ASSERT_GT(size, 200U);
    expectSentence(complaint(withInList(file, TIFFTAG_STRIPBYTECOUNTS, 0, size / 2)), "damaged");
    auto damaged = file;
    for (std::size_t i = first + size / 2; i < first + size - 20; ++i)
        damaged[i] = '\xFF';
    expectSentence(complaint(damaged), "damaged");
}

TEST(HostileBands, APieceThatIsOutsideOrLeftOutIsRefused)
{
    for (const auto& form : forms()) {
        const auto file = tiffOf(form);
        const int offsets = form.tiled ? TIFFTAG_TILEOFFSETS : TIFFTAG_STRIPOFFSETS;
        const int counts = form.tiled ? TIFFTAG_TILEBYTECOUNTS : TIFFTAG_STRIPBYTECOUNTS;
        const auto pieces = numberAt(file, entryOf(file, offsets) + 4, 4);
        ASSERT_GT(pieces, 2U);
        for (const std::uint32_t piece : {0U, pieces / 2, pieces - 1}) {
            for (const std::uint32_t offset : {0U, 4U, static_cast<std::uint32_t>(file.size()), 0x7FFFFFF0U, 0xFFFFFFFFU})
                EXPECT_NE(complaint(withInList(file, offsets, piece, offset)), "")
                    << ::testing::PrintToString(form) << " piece " << piece << " offset " << offset;
            const auto sparse = withInList(withInList(file, offsets, piece, 0), counts, piece, 0);
            expectSentence(complaint(sparse), "truncated or damaged");
        }
        auto fewer = file;
        putAt(fewer, entryOf(file, offsets) + 4, pieces - 1, 4);
        EXPECT_NE(complaint(fewer), "") << ::testing::PrintToString(form);
        for (const std::uint32_t piece : {0U, 1U, pieces - 1})
            EXPECT_FALSE(isWrong(withInList(file, counts, piece, inList(file, counts, piece) / 2), form))
                << ::testing::PrintToString(form) << " piece " << piece;
        putAt(fewer, entryOf(file, counts) + 4, pieces - 1, 4);
        EXPECT_NE(complaint(fewer), "") << ::testing::PrintToString(form);
    }
}

TEST(HostileBands, SizesThatLieAskForNoMemory)
{
    const auto strips = tiffOf({}), tiles = tiffOf({.tiled = true}), deflated = tiffOf({.coding = COMPRESSION_ADOBE_DEFLATE});
    const auto refused = [](const std::string& file) {
        const auto message = complaint(file);
        return message.starts_with("cannot open some.tif: ") && message.find("; ") != std::string::npos ? 0 : 1;
    };
    const std::uint32_t sizes[]{0, 51 * 1000, 14142, 65536, 1U << 20U, 0x7FFFFFFF, 0xFFFFFFFF};
    for (const auto& file : {strips, tiles, deflated})
        for (const auto size : sizes) {
            expectModest("width", [&] { return refused(with(file, TIFFTAG_IMAGEWIDTH, size)); });
            expectModest("height", [&] { return refused(with(file, TIFFTAG_IMAGELENGTH, size)); });
            expectModest("both", [&] {
                return refused(with(with(file, TIFFTAG_IMAGEWIDTH, size), TIFFTAG_IMAGELENGTH, size));
            });
        }
    for (const std::uint32_t side : {0U, 17U, 14128U, 65536U, 0x7FFFFFF0U, 0xFFFFFFFFU})
        expectModest(("tile of " + std::to_string(side)).c_str(), [&] {
            return refused(with(with(tiles, TIFFTAG_TILEWIDTH, side), TIFFTAG_TILELENGTH, side));
        });
}

TEST(HostileBands, ATileCountsWithAllItsBands)
{
    // 1 × 1 pixels in one tile of 14128 × 14128, of 1000 bands: what a run may take is asked before it is taken.
    const auto large = [](std::uint32_t bands) {
        auto file = with(with(tiffOf({.tiled = true}), TIFFTAG_TILEWIDTH, 14128), TIFFTAG_TILELENGTH, 14128);
        file = with(with(file, TIFFTAG_IMAGEWIDTH, 1), TIFFTAG_IMAGELENGTH, 1);
        for (const int list : {TIFFTAG_TILEOFFSETS, TIFFTAG_TILEBYTECOUNTS})
            putAt(file, entryOf(file, list) + 4, 1, 4), putAt(file, entryOf(file, list) + 8, 8, 4);
        return with(file, TIFFTAG_SAMPLESPERPIXEL, bands);
    };
    expectModest("tile", [&] {
        setMemoryBound(std::uint64_t{1} << 30);
        return complaint(large(1000)).find("needs about 199.6 GB of memory") != std::string::npos ? 0 : 1;
    });
}

TEST(HostileBands, ATooLargeNumberOfBandsIsTold)
{
    const auto file = tiffOf({});
    expectSentence(complaint(with(file, TIFFTAG_SAMPLESPERPIXEL, 0)), "it has no bands");
    expectSentence(complaint(with(file, TIFFTAG_SAMPLESPERPIXEL, 1025)), "1025 bands are more than the 1024 that are read");
    expectSentence(complaint(with(file, TIFFTAG_SAMPLESPERPIXEL, 65535)), "65535 bands are more than");
    expectSentence(complaint(with(file, TIFFTAG_SAMPLESPERPIXEL, 0xFFFFFFFF)), "4294967295 bands are more than");
    const auto most = with(file, TIFFTAG_SAMPLESPERPIXEL, 65535);
    EXPECT_EQ(bandsOfTiff(std::as_bytes(std::span{most})), 65535);
    for (const std::uint32_t count : {7U, 1024U}) // six were written
        EXPECT_FALSE(isWrong(with(file, TIFFTAG_SAMPLESPERPIXEL, count), {})) << count;
}

TEST(HostileBands, OtherKindsOfValuesAreNamed)
{
    for (const int bits : {1, 2, 4, 12, 32, 64})
        expectSentence(complaint(with(tiffOf({}), TIFFTAG_BITSPERSAMPLE, static_cast<std::uint32_t>(bits))),
            std::to_string(bits) + " bits, and 8 or 16 are read");
    expectSentence(complaint(with(tiffOf({}), TIFFTAG_BITSPERSAMPLE, 264)), "264 bits");
    const auto mixed = withInList(tiffOf({}), TIFFTAG_BITSPERSAMPLE, 3, 16);
    expectSentence(complaint(mixed), "coded in a way that is not supported");
    const auto floats = tiffOf({.bits = 32, .format = SAMPLEFORMAT_IEEEFP}); // some of them not numbers at all
    expectSentence(complaint(floats), "no whole numbers");
    expectSentence(complaint(tiffOf({.bits = 16, .format = SAMPLEFORMAT_INT})), "may be negative");
    for (const auto format : std::initializer_list<std::uint16_t>{
             SAMPLEFORMAT_VOID, SAMPLEFORMAT_COMPLEXINT, SAMPLEFORMAT_COMPLEXIEEEFP})
        expectSentence(complaint(tiffOf({.bits = 32, .format = format})), "of a kind that is not read");
}

TEST(HostileBands, TagsOfOtherTypesDoNotSlipPast)
{
    // libtiff takes signed numbers and wide ones as well: what is read here and what it reads have to agree.
    const auto wrong = [](const Form& form, int tag, std::uint32_t type) {
        int count = 0;
        for (const std::uint32_t value : {0U, 1U, 2U, 3U, 40U, 0xFFFFU, 0x7FFFFFFFU}) {
            auto file = with(tiffOf(form), tag, value);
            putAt(file, entryOf(file, tag) + 2, type, 2);
            const auto message = complaint(file);
            count += message.empty() || message.starts_with("cannot open some.tif: ") ? 0 : 1;
        }
        return count;
    };
    for (const auto& form : {Form{}, Form{.tiled = true}, Form{.coding = COMPRESSION_LZW, .apart = true}})
        expectModest("types", [&] {
            int count = 0;
            for (const int tag : {TIFFTAG_IMAGEWIDTH, TIFFTAG_IMAGELENGTH, TIFFTAG_SAMPLESPERPIXEL, TIFFTAG_BITSPERSAMPLE,
                     TIFFTAG_PLANARCONFIG, form.tiled ? TIFFTAG_TILEWIDTH : TIFFTAG_ROWSPERSTRIP})
                for (const std::uint32_t type : {1U, 2U, 3U, 5U, 6U, 8U, 9U, 11U, 16U, 17U, 200U})
                    count += wrong(form, tag, type);
            return count;
        });
}
