// core/engine/picture/prepare.cpp
#include "core/engine/picture/prepare.h"
#include "core/base/ending.h"
#include "core/base/npy.h"
#include "core/base/stopwatch.h"
#include "core/image/read_picture.h"

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

Result<NetworkInput> prepare(const PictureSource& source, const PreprocessProfile& profile, bool colourProfiles,
    Image& picture, Timings& ms, std::vector<std::string>* notes)
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
    auto image = source.file.empty() ? Result<Image>{source.pixels} : readPicture(
                                                                        source.file, {.colourProfile = colourProfiles, .stretch = profile.stretch}, notes);
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
