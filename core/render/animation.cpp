// core/render/animation.cpp
#include "core/render/animation.h"
#include "core/base/ending.h"
#include "core/base/formatted.h"
#include "core/base/kept_input.h"
#include "core/base/staged_folder.h"
#include "core/base/unfinished.h"
#include "core/image/quiet.h"
#include "core/image/write_picture.h"
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>
#include <unistd.h>

namespace patchlight
{
namespace
{

namespace fs = std::filesystem;
using Files = std::vector<fs::path>;

/// The file that a film grows in.
fs::path growingBeside(const fs::path& target)
{
    return target.parent_path() / ("." + target.stem().string() + "." + std::to_string(::getpid()) + ".mp4");
}

/// Calls use(index, frame) for every frame.
template <class Use> Result<void> forEachFrame(const Animation& animation, const RunContext& run, Use use)
{
    for (int i = 0; i < animation.frames; ++i) {
        if (run.cancel.requested())
            return cancelled();
        const auto frame = animation.frame(i);
        if (!frame)
            return fail(frame.error());
        if (const Result<void> used = use(i, *frame); !used)
            return fail(used.error());
        run.step("frame", i + 1, animation.frames);
    }
    return {};
}

Result<Files> writeFrames(const fs::path& folder, const Animation& animation, const RunContext& run)
{
    auto staged = StagedFolder::inside(folder);
    if (!staged)
        return fail(staged.error());
    Files files;
    auto written = forEachFrame(animation, run, [&](int i, const Image& frame) {
        const auto name = formatted("frame-%03d.png", i);
        files.push_back(folder / name);
        return writePng(staged->path() / name, frame);
    });
    if (written)
        written = staged->moveIntoPlace();
    return written ? Result<Files>{files} : Result<Files>{staged->failed(written.error())};
}

cv::Mat evenBgr(const Image& frame, cv::Size size)
{
    const cv::Mat rgb{frame.height(), frame.width(), CV_8UC3, const_cast<std::uint8_t*>(frame.data())};
    cv::Mat bgr;
    cv::cvtColor(rgb(cv::Rect{{0, 0}, size}), bgr, cv::COLOR_RGB2BGR);
    return bgr;
}

tl::unexpected<Error> cannotEncode(const fs::path& path)
{
    return fail(ErrorCode::Unsupported,
        "cannot write " + path.string()
            + ": there is no encoder for films here, or the place is not writable; "
              "export the frames into a folder instead");
}

/// The encoder does not say when it could not write: what it left is read back.
Result<void> checkFilm(const fs::path& path, const fs::path& shownPath, int frames)
{
    cv::VideoCapture film(path.string(), cv::CAP_FFMPEG);
    if (film.isOpened() && std::lround(film.get(cv::CAP_PROP_FRAME_COUNT)) == frames)
        return {};
    return fail(ErrorCode::WriteFailed,
        "cannot write " + shownPath.string() + ": the film came out incomplete; free some space or export PNG frames");
}

/// H.264, which browsers play; where there is no encoder of it, MPEG-4 part 2, which FFmpeg always has.
void openFilm(cv::VideoWriter& film, const fs::path& path, double framesPerSecond, cv::Size size)
{
    for (const char* codec : {"avc1", "mp4v"})
        if (film.open(path.string(), cv::CAP_FFMPEG, cv::VideoWriter::fourcc(codec[0], codec[1], codec[2], codec[3]),
                framesPerSecond, size))
            return;
}

Result<void> encodeFilm(
    const fs::path& path, const fs::path& shownPath, const Animation& animation, const RunContext& run)
{
    const Quiet quiet;
    cv::VideoWriter film;
    cv::Size size;
    const auto encoded = forEachFrame(animation, run, [&](int i, const Image& frame) -> Result<void> {
        if (i == 0) {
            size = {std::max(2, frame.width() / 2 * 2), std::max(2, frame.height() / 2 * 2)};
            openFilm(film, path, animation.framesPerSecond, size);
        }
        if (!film.isOpened() || frame.channels() != 3)
            return cannotEncode(shownPath);
        if (frame.width() < size.width || frame.height() < size.height)
            return fail(
                ErrorCode::InvalidOption, "the frames of " + shownPath.string() + " differ in size; export a folder");
        film.write(evenBgr(frame, size));
        return {};
    });
    film.release();
    return encoded ? checkFilm(path, shownPath, animation.frames) : encoded;
}

Result<Files> writeFilm(const fs::path& path, const Animation& animation, const RunContext& run)
try {
    if (const auto free = checkNotInput(path); !free)
        return fail(free.error());
    Unfinished temporary{growingBeside(path)};
    if (const auto encoded = encodeFilm(temporary.path(), path, animation, run); !encoded)
        return fail(encoded.error());
    std::error_code error;
    fs::rename(temporary.path(), path, error);
    if (error)
        return fail(ErrorCode::WriteFailed,
            "cannot write " + path.string() + ": " + error.message() + "; choose another place or free some space");
    temporary.finished();
    return Files{path};
} catch (const cv::Exception&) {
    return cannotEncode(path);
}

}

Result<std::vector<fs::path>> writeAnimation(const fs::path& path, const Animation& animation, const RunContext& run)
{
    if (animation.frames < 1 || !animation.frame || !(animation.framesPerSecond > 0))
        return fail(
            ErrorCode::InvalidOption, "there are no frames to write to " + path.string() + "; choose more layers");
    return lowerEnding(path) == ".mp4" ? writeFilm(path, animation, run) : writeFrames(path, animation, run);
}

}
