// core/image/bands.cpp
#include "core/image/bands.h"
#include "core/base/memory_bound.h"
#include "core/image/decode_bands.h"
#include "core/image/picture_header.h"
#include "core/image/tiff_directory.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr int kSamplesPerPixel = 277, kBitsPerSample = 258, kSampleFormat = 339;
constexpr int kMostBands = 1024; ///< as many channels as a network may have

/// Bits that the largest value needs, at least 8.
int bitsUsed(const std::vector<std::uint16_t>& values)
{
    const unsigned most = values.empty() ? 0 : *std::ranges::max_element(values);
    int bits = 8;
    while (bits < 16 && most >> bits != 0)
        ++bits;
    return bits;
}

Bands inBytes(const DecodedBands& decoded, int shift)
{
    Bands bands{decoded.count, {}};
    const auto plane = static_cast<std::size_t>(decoded.width) * decoded.height;
    bands.triples.assign(static_cast<std::size_t>((decoded.count + 2) / 3), Image(decoded.width, decoded.height));
    for (int band = 0; band < decoded.count; ++band) {
        auto* to = bands.triples[static_cast<std::size_t>(band / 3)].data() + band % 3;
        const auto* from = decoded.values.data() + static_cast<std::size_t>(band) * plane;
        for (std::size_t i = 0; i < plane; ++i)
            to[3 * i] = static_cast<std::uint8_t>(std::min(from[i] >> shift, 255));
    }
    return bands;
}

/// How far 16-bit values are shifted to become bytes; says what is lost.
int shiftOf(const DecodedBands& decoded, const PictureLimits& limits, std::vector<std::string>* notes)
{
    if (decoded.bits <= 8)
        return 0;
    const int bits = bitsUsed(decoded.values);
    const std::string used = std::to_string(bits) + " bits";
    if (notes && bits > 14)
        notes->push_back("its 16-bit bands are reduced to 8 bits");
    else if (notes)
        notes->push_back(limits.stretch ? "its 16-bit values use " + used + " and are stretched to all of them"
                                        : "its 16-bit values use only " + used
                    + ", so it is dark; --stretch makes them fill the range");
    return limits.stretch && bits <= 14 ? bits - 8 : 8;
}

Result<void> checkBands(const PictureHeader& header, std::span<const std::byte> bytes, const std::string& name,
    const PictureLimits& limits)
{
    const auto page = TiffDirectory::open(bytes);
    const auto refused = [&](const std::string& why) {
        return fail(ErrorCode::Unsupported, "cannot open " + name + ": " + why + "; give it as an .npy that is normalised");
    };
    constexpr std::uint64_t kWholeNumbers = 1;
    if (!page || page->valueOr(kSampleFormat, kWholeNumbers) != kWholeNumbers)
        return refused("its bands are no whole numbers, and nothing says what they reach to");
    if (const auto bits = page->valueOr(kBitsPerSample, 1); bits != 8 && bits != 16)
        return refused("its bands have " + std::to_string(bits) + " bits, and 8 or 16 are read");
    if (header.orientation != 1)
        return refused("its bands are turned by a tag");
    const auto count = page->valueOr(kSamplesPerPixel, 1);
    if (header.width * header.height > static_cast<std::uint64_t>(limits.pixels) || count > kMostBands
        || header.block > static_cast<std::uint64_t>(limits.pixels))
        return fail(ErrorCode::OutOfMemory,
            "cannot open " + name + ": it has more pixels or bands than are read; make it smaller first");
    constexpr std::uint64_t kBytes = 4; // 16 bits, then 8, and what a decoder holds of them
    return checkMemory(
        kBytes * header.width * header.height * count, "cannot open " + name + ": it", "make it smaller first");
}

}

std::optional<int> bandsOfTiff(std::span<const std::byte> bytes)
{
    if (pictureFormat(bytes) != PictureFormat::Tiff)
        return std::nullopt;
    const auto page = TiffDirectory::open(bytes);
    return page ? std::optional{static_cast<int>(std::min<std::uint64_t>(page->valueOr(kSamplesPerPixel, 1), kMostBands + 1))}
                : std::nullopt;
}

Result<Bands> readBands(std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits,
    std::vector<std::string>* notes)
try {
    const auto header = readPictureHeader(bytes, name);
    if (!header)
        return fail(header.error());
    if (const auto allowed = checkBands(*header, bytes, name, limits); !allowed)
        return fail(allowed.error());
    const auto decoded = decodeBands(bytes);
    if (!decoded)
        return fail(ErrorCode::Malformed,
            "cannot open " + name + ": it is damaged, or coded in a way that is not supported; fetch or save it again");
    return inBytes(*decoded, shiftOf(*decoded, limits, notes));
} catch (const std::bad_alloc&) {
    return fail(
        ErrorCode::OutOfMemory, "cannot open " + name + ": there is not enough memory for it; make it smaller first");
}

Image shownBands(const Bands& bands, const std::vector<int>& which)
{
    const Image& first = bands.triples.front();
    Image shown(first.width(), first.height());
    const auto plane = static_cast<std::size_t>(first.width()) * first.height();
    for (int channel = 0; channel < 3; ++channel) {
        const int wanted = which.size() == 3 ? which[static_cast<std::size_t>(channel)] : which.empty() ? channel : which[0];
        const int band = std::clamp(wanted, 0, bands.count - 1);
        const auto* from = bands.triples[static_cast<std::size_t>(band / 3)].data() + band % 3;
        for (std::size_t i = 0; i < plane; ++i)
            shown.data()[3 * i + static_cast<std::size_t>(channel)] = from[3 * i];
    }
    return shown;
}

Result<NetworkInput> preprocess(const Bands& bands, const PreprocessProfile& profile)
{
    NetworkInput input;
    Bands seen{bands.count, {}};
    for (std::size_t i = 0; i < bands.triples.size(); ++i) {
        PreprocessProfile three = profile;
        three.channels = 3;
        for (std::size_t c = 0; c < 3; ++c) {
            three.mean[c] = profile.meanOf(3 * i + c);
            three.std[c] = profile.stdOf(3 * i + c);
        }
        auto part = preprocess(bands.triples[i], three);
        if (!part)
            return part;
        const auto plane = part->tensor.dim(2) * part->tensor.dim(3);
        const auto held = std::min<std::int64_t>(3, bands.count - static_cast<std::int64_t>(3 * i));
        input.tensor.shape = {1, bands.count, part->tensor.dim(2), part->tensor.dim(3)};
        input.tensor.values.insert(input.tensor.values.end(), part->tensor.values.begin(),
            part->tensor.values.begin() + held * plane);
        input.geometry = part->geometry;
        seen.triples.push_back(std::move(part->pixels));
    }
    input.pixels = shownBands(seen, profile.bands);
    return input;
}

}
