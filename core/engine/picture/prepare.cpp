// core/engine/picture/prepare.cpp
#include "core/engine/picture/prepare.h"
#include "core/base/ending.h"
#include "core/base/npy.h"
#include "core/base/stopwatch.h"
#include "core/base/mapped_file.h"
#include "core/image/bands.h"
#include "core/image/read_picture.h"
#include <optional>
#include <span>

namespace patchlight
{

std::string nameOf(const PictureSource& source)
{
    return source.name.empty() ? source.file.filename().string() : source.name;
}

std::string subjectOf(const PictureSource& source)
{
    return source.file.empty() ? nameOf(source) : source.file.string();
}

namespace
{

Result<Image> pixelsOf(const PictureSource& source, const PictureLimits& limits, std::vector<std::string>* notes)
{
    if (!source.bytes.empty())
        return decodePicture(std::as_bytes(std::span{source.bytes}), source.name, limits, notes);
    return source.file.empty() ? Result<Image>{source.pixels} : readPicture(source.file, limits, notes);
}

/// More than three channels are bands of a TIFF; nothing where it is none.
std::optional<Result<NetworkInput>> bandsInput(std::span<const std::byte> bytes, const std::string& name,
    const PreprocessProfile& profile, Image& picture, std::vector<std::string>* notes)
{
    const auto count = bandsOfTiff(bytes);
    if (!count)
        return std::nullopt;
    if (*count != profile.channels)
        return fail(ErrorCode::InvalidOption,
            "cannot open " + name + ": it has " + std::to_string(*count) + " bands, and the network reads "
                + std::to_string(profile.channels) + "; give it those");
    const auto bands = readBands(bytes, name, {.stretch = profile.stretch}, notes);
    if (!bands)
        return fail(bands.error());
    if (const auto stated = std::min(profile.moreMean.size(), profile.moreStd.size());
        notes && 3 + stated < static_cast<std::size_t>(*count))
        notes->push_back("nothing states the mean and std of its bands after the third; those of the first three, averaged, are taken");
    picture = shownBands(*bands, profile.bands);
    return preprocess(*bands, profile);
}

std::optional<Result<NetworkInput>> bandsInput(const PictureSource& source, const PreprocessProfile& profile,
    Image& picture, std::vector<std::string>* notes)
{
    if (profile.channels <= 3)
        return std::nullopt;
    if (!source.bytes.empty())
        return bandsInput(std::as_bytes(std::span{source.bytes}), source.name, profile, picture, notes);
    const auto file = MappedFile::open(source.file);
    return file ? bandsInput((*file)->bytes(), source.file.string(), profile, picture, notes) : std::nullopt;
}

}

Result<NetworkInput> prepare(const PictureSource& source, const PreprocessProfile& profile, Image& picture,
    Timings& ms, std::vector<std::string>* notes)
{
    const Stopwatch reading;
    if (lowerEnding(source.file) == ".npy") {
        auto array = readNetworkInput(source.file);
        if (!array)
            return fail(array.error());
        if (notes && profile.channels == 1 && array->shape.size() == 4 && array->dim(1) == 3)
            notes->push_back("of its three channels the network reads the first");
        auto input = fromTensor(std::move(*array), profile);
        if (!input)
            return fail(input.error().code, source.file.string() + ": " + input.error().message);
        if (cutToPatches(*input, profile.patch))
            input->geometry = InputGeometry::identity(input->geometry.input());
        picture = input->pixels;
        ms.read = reading.milliseconds();
        return input;
    }
    if (auto input = bandsInput(source, profile, picture, notes)) {
        if (*input)
            cutToPatches(**input, profile.patch);
        ms.read = reading.milliseconds();
        return std::move(*input);
    }
    auto image = pixelsOf(source, {.colourProfile = profile.colourProfiles, .stretch = profile.stretch}, notes);
    if (!image)
        return fail(image.error());
    picture = std::move(*image);
    ms.read = reading.milliseconds();
    const Stopwatch preparing;
    auto input = preprocess(picture, profile);
    if (input)
        cutToPatches(*input, profile.patch);
    ms.preprocess = preparing.milliseconds();
    return input;
}

}
