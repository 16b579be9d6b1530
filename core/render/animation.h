// core/render/animation.h: pictures in time as a film, or as numbered PNG files where no film can be made.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include <filesystem>
#include <functional>
#include <vector>

namespace patchlight
{

/// Frames are asked for one at a time, in order, and all have the size of the first.
struct Animation {
    int frames = 0;
    double framesPerSecond = 4;
    std::function<Result<Image>(int)> frame;
};

/// A path ending in ".mp4" becomes a film, H.264 where there is an encoder of it, else MPEG-4 part 2 (odd sizes lose their last row or column, which the format demands).
/// Any other path is a folder, made where it is missing, that receives frame-000.png, frame-001.png, …
/// Whole or not at all: a film appears when it is finished, frames go again when one fails. Returns the files written.
/// Errors: Cancelled, InvalidOption (no frames), Unsupported (no encoder here: choose a folder), WriteFailed, and the
/// frames' own.
Result<std::vector<std::filesystem::path>> writeAnimation(
    const std::filesystem::path& path, const Animation& animation, const RunContext& run = {});

}
