// core/train/data/packed_pictures.cpp
#include "core/train/data/packed_pictures.h"
#include "core/base/atomic_file.h"
#include "core/base/json_text.h"
#include "core/base/mapped_file.h"
#include <array>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using nlohmann::json;
constexpr std::string_view kMagic = "PLPACK1\n";
constexpr int kLargestSide = 4096;

json describe(const PictureSet& set)
{
    return {{"labels", set.labels}, {"names", set.names}};
}

tl::unexpected<Error> malformed(const std::filesystem::path& path, const std::string& reason)
{
    return fail(ErrorCode::Malformed,
        path.string() + " is not a whole packed data set: " + reason + "; write it again with train --pack");
}

bool labelsFit(const PictureSet& set, int classes)
{
    for (const std::int32_t label : set.labels)
        if (label < 0 || label >= classes)
            return false;
    return set.names.size() == set.labels.size();
}

PictureSet setFrom(const json& header)
{
    PictureSet set;
    set.labels = header.at("labels").get<std::vector<std::int32_t>>();
    set.names = header.at("names").get<std::vector<std::string>>();
    return set;
}

PackedPictures headerFrom(const json& header)
{
    PackedPictures data;
    data.size = header.at("size").get<int>();
    data.classIds = header.at("class_ids").get<std::vector<std::string>>();
    data.classNames = header.at("class_names").get<std::vector<std::string>>();
    data.split = header.at("split").get<std::string>();
    data.skipped = header.at("skipped").get<std::vector<std::string>>();
    data.train = setFrom(header.at("train"));
    data.validation = setFrom(header.at("validation"));
    return data;
}

Result<PackedPictures> parse(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    if (bytes.size() < 16 || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0)
        return malformed(path, "it does not begin as one");
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data() + 8, 8);
    if (length > bytes.size() - 16)
        return malformed(path, "its header is cut off");
    const auto* text = reinterpret_cast<const char*>(bytes.data() + 16);
    PackedPictures data = headerFrom(json::parse(text, text + length));
    if (data.size < 1 || data.size > kLargestSide || data.classNames.size() != data.classIds.size()
        || !labelsFit(data.train, data.classes()) || !labelsFit(data.validation, data.classes()))
        return malformed(path, "its header contradicts itself");
    const auto* pixels = reinterpret_cast<const std::uint8_t*>(text + length);
    const std::size_t trainBytes = data.pictureBytes() * data.train.labels.size();
    const std::size_t validationBytes = data.pictureBytes() * data.validation.labels.size();
    if (bytes.size() - 16 - length != trainBytes + validationBytes)
        return malformed(path, "its length does not fit its header");
    data.train.pixels.assign(pixels, pixels + trainBytes);
    data.validation.pixels.assign(pixels + trainBytes, pixels + trainBytes + validationBytes);
    return data;
}

}

Result<void> writePacked(const std::filesystem::path& path, const PackedPictures& data)
{
    const json header
        = {{"size", data.size}, {"class_ids", data.classIds}, {"class_names", data.classNames}, {"split", data.split},
            {"skipped", data.skipped}, {"train", describe(data.train)}, {"validation", describe(data.validation)}};
    const std::string text = jsonText(header);
    const std::uint64_t length = text.size();
    std::vector<std::byte> bytes;
    bytes.reserve(16 + text.size() + data.train.pixels.size() + data.validation.pixels.size());
    const auto append = [&](const void* from, std::size_t size) {
        const auto* first = static_cast<const std::byte*>(from);
        bytes.insert(bytes.end(), first, first + size);
    };
    append(kMagic.data(), kMagic.size());
    append(&length, sizeof length);
    append(text.data(), text.size());
    append(data.train.pixels.data(), data.train.pixels.size());
    append(data.validation.pixels.data(), data.validation.pixels.size());
    return writeFile(path, bytes);
}

Result<PackedPictures> readPacked(const std::filesystem::path& path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    try {
        return parse(path, (*file)->bytes());
    } catch (const json::exception&) {
        return malformed(path, "its header is not readable");
    }
}

bool looksPacked(const std::filesystem::path& path)
{
    std::array<char, 8> first{};
    std::ifstream file(path, std::ios::binary);
    return file.read(first.data(), first.size()) && std::string_view(first.data(), first.size()) == kMagic;
}

}
