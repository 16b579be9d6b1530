// core/train/data/packed_pictures.h: a data set decoded to one small size, in memory or as one file that travels.
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace patchlight
{

/// Pictures of one part (training or validation): RGB bytes [count, size, size, 3].
struct PictureSet {
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> labels; ///< index into the class names
    std::vector<std::string> names; ///< relative to the folder, for messages and tables

    int count() const { return static_cast<int>(labels.size()); }
};

struct PackedPictures {
    int size = 0; ///< pixels per side of every picture
    std::vector<std::string> classIds; ///< folder names, sorted: "n04146614"
    std::vector<std::string> classNames; ///< for people: "school bus"
    PictureSet train, validation;
    std::string split; ///< how the validation part was chosen, in words
    std::vector<std::string> skipped; ///< unreadable files with their reasons

    int classes() const { return static_cast<int>(classIds.size()); }
    std::size_t pictureBytes() const { return static_cast<std::size_t>(size) * size * 3; }
    std::span<const std::uint8_t> picture(const PictureSet& set, int index) const
    {
        return {set.pixels.data() + pictureBytes() * index, pictureBytes()};
    }
};

/// "PLPACK1\n", the length of a JSON header (8 bytes, little-endian), the header, then training and validation pixels.
/// Errors: WriteFailed.
Result<void> writePacked(const std::filesystem::path& path, const PackedPictures& data);
/// Errors: NotFound, Unreadable, Malformed (sizes that do not fit the file, labels out of range).
Result<PackedPictures> readPacked(const std::filesystem::path& path);
/// Whether the file begins like a packed data set.
bool looksPacked(const std::filesystem::path& path);

}
