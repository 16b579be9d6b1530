// core/engine/picture/prepare.h: from a picture's file or pixels to what the network receives.
#pragma once
#include "core/engine/engine.h"
#include "core/image/preprocess.h"

namespace patchlight
{

/// The name given, else the file's.
std::string nameOf(const PictureSource& source);
/// What an error about it begins with: the whole path where it is a file.
std::string subjectOf(const PictureSource& source);

/// The network's input; `picture` becomes what it came from (for an .npy: its own pixels), `ms` the times it took.
/// Errors: those of readPicture, preprocess, readNpy and fromTensor.
Result<NetworkInput> prepare(
    const PictureSource& source, const PreprocessProfile& profile, Image& picture, Timings& ms,
    std::vector<std::string>* notes = nullptr);

/// All of it in one.
struct Prepared {
    NetworkInput input;
    Image picture;
    Timings ms;
    std::vector<std::string> notes;
};

}
