// core/image/bands.h: pictures of more than three channels, as networks of several channels read them.
#pragma once
#include "core/base/image.h"
#include "core/image/preprocess.h"
#include "core/image/read_picture.h"
#include <optional>

namespace patchlight
{

/// 8 bits each, three to an Image: band 3i is the red of image i. Places after the last band are 0.
struct Bands {
    int count = 0;
    std::vector<Image> triples;
};

/// How many values a pixel of a TIFF has; nothing where the bytes are no TIFF.
std::optional<int> bandsOfTiff(std::span<const std::byte> bytes);
/// The first page of a TIFF: whole numbers of 8 or 16 bits, in strips or tiles, band by band or pixel by pixel, in any
/// coding that libtiff knows. Of 16 bits the high byte counts, unless they are stretched, as in readPicture.
/// Errors: those of readPicture; Unsupported (floating point, turned by a tag).
Result<Bands> readBands(std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits,
    std::vector<std::string>* notes);

/// What people see of them: one as grey, or three as red, green and blue; `which`: as PreprocessProfile::bands.
Image shownBands(const Bands& bands, const std::vector<int>& which);
/// As of a picture, band by band. Errors: those of preprocess.
Result<NetworkInput> preprocess(const Bands& bands, const PreprocessProfile& profile);

}
