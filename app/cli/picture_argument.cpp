// app/cli/picture_argument.cpp
#include "app/cli/picture_argument.h"
#include "core/image/read_picture.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{

constexpr int kPatience = 100; ///< milliseconds between two looks at whether to stop
constexpr std::size_t kChunk = 1 << 16;
constexpr std::string_view kArray{"\x93NUMPY", 6};

std::string notEmptyName(const std::string& text)
{
    return text.empty() ? "the name of a picture is empty" : "";
}

/// A descriptor that is closed again, standard input apart.
class Reading
{
public:
    explicit Reading(const std::string& picture)
        : m_own(picture != kStandardInput),
          m_file(m_own ? ::open(picture.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK) : STDIN_FILENO)
    {
    }
    ~Reading()
    {
        if (m_own && m_file >= 0)
            ::close(m_file);
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    int file() const { return m_file; }

private:
    bool m_own;
    int m_file;
};

/// Whether there is something to read, or the other end is gone; false only when asked to stop.
bool waitFor(int file, const CancelToken& cancel)
{
    while (!cancel.requested()) {
        pollfd waiting{file, POLLIN, 0};
        if (::poll(&waiting, 1, kPatience) > 0)
            return true;
    }
    return false;
}

Result<std::string> readToEnd(int file, const std::string& name, const RunContext& run)
{
    const auto most = static_cast<std::size_t>(PictureLimits{}.bytes);
    std::string all;
    while (waitFor(file, run.cancel)) {
        const auto had = all.size();
        all.resize(had + kChunk);
        const ssize_t got = ::read(file, all.data() + had, kChunk);
        all.resize(had + static_cast<std::size_t>(std::max<ssize_t>(0, got)));
        if (got == 0)
            return all;
        if (got < 0 && errno != EINTR && errno != EAGAIN)
            return fail(ErrorCode::Unreadable, "cannot read " + name + ": " + std::strerror(errno));
        if (all.size() > most)
            return fail(ErrorCode::OutOfMemory,
                "cannot open " + name + ": it is larger than " + std::to_string(most / 1'000'000)
                    + " MB; make it smaller first");
    }
    return fail(ErrorCode::Cancelled, "interrupted");
}

bool isPipe(const std::string& picture)
{
    struct stat status {
    };
    return ::stat(picture.c_str(), &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

}

void addPictures(CLI::App& command, std::vector<std::string>& pictures)
{
    command.add_option("IMAGE", pictures, "pictures, or .npy files of [1,3,H,W]; - reads one from standard input")
        ->required()
        ->check(notEmptyName);
}

void addPicture(CLI::App& command, std::string& picture)
{
    command.add_option("IMAGE", picture, "a picture, or an .npy of [1,3,H,W]; - reads it from standard input")
        ->required()
        ->check(notEmptyName);
}

void checkPictures(const std::vector<std::string>& pictures)
{
    if (std::ranges::count(pictures, kStandardInput) > 1)
        throw CLI::ValidationError("standard input (-) can be read only once");
}

std::string shownName(const std::string& picture)
{
    return picture == kStandardInput ? "standard input" : picture;
}

Result<PictureSource> openPicture(const std::string& picture, const RunContext& run)
{
    const bool standard = picture == kStandardInput;
    if (!standard && !isPipe(picture))
        return PictureSource{picture, {}, ""};
    const auto name = shownName(picture);
    if (standard && ::isatty(STDIN_FILENO) == 1)
        return fail(ErrorCode::Unreadable, "standard input is the keyboard; send a picture into it, as in < cat.jpg");
    const Reading reading{picture};
    if (reading.file() < 0)
        return fail(ErrorCode::Unreadable, "cannot read " + name + ": " + std::strerror(errno));
    const auto bytes = readToEnd(reading.file(), name, run);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->starts_with(kArray))
        return fail(ErrorCode::Unsupported, "cannot open " + name + ": arrays are read from files, not from pipes");
    auto pixels = decodePicture(std::as_bytes(std::span{bytes->data(), bytes->size()}), name);
    if (!pixels)
        return fail(pixels.error());
    return PictureSource{{}, std::move(*pixels), name};
}

}
