// app/cli/options/read_input.cpp
#include "app/cli/options/read_input.h"
#include "app/cli/console.h"
#include "core/base/cannot_read.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{

constexpr int kGlance = 100; ///< milliseconds between two looks at whether to stop
constexpr std::size_t kChunk = 1 << 16;

/// A descriptor that is closed again, standard input apart.
class Reading
{
public:
    explicit Reading(const std::string& name)
        : m_own(name != kStandardInput),
          m_file(m_own ? ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK) : STDIN_FILENO)
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
        if (::poll(&waiting, 1, kGlance) > 0)
            return true;
    }
    return false;
}

Result<std::string> readToEnd(int file, const std::string& name, std::size_t most, const RunContext& run)
{
    std::string all;
    while (waitFor(file, run.cancel)) {
        const auto had = all.size();
        all.resize(had + kChunk);
        const ssize_t got = ::read(file, all.data() + had, kChunk);
        const int reason = got < 0 ? errno : 0;
        all.resize(had + static_cast<std::size_t>(std::max<ssize_t>(0, got)));
        if (got == 0)
            return all;
        if (got < 0 && reason != EINTR && reason != EAGAIN)
            return cannotRead(name, reason);
        if (all.size() > most)
            return fail(ErrorCode::OutOfMemory,
                "cannot open " + name + ": it is larger than " + std::to_string(most / 1'000'000)
                    + " MB; make it smaller first");
    }
    return cancelled();
}

}

std::string shownName(const std::string& file)
{
    return file == kStandardInput ? "standard input" : oneLine(file);
}

bool isPipe(const std::string& file)
{
    struct stat status {
    };
    return ::stat(file.c_str(), &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

Result<std::string> readInput(const std::string& file, std::size_t most, const RunContext& run)
{
    if (file == kStandardInput && ::isatty(STDIN_FILENO) == 1)
        return fail(ErrorCode::Unreadable, "standard input is the keyboard; send a file into it, as in < FILE");
    const Reading reading{file};
    struct stat status {
    };
    if (reading.file() < 0 || ::fstat(reading.file(), &status) != 0)
        return cannotRead(shownName(file), errno);
    if (S_ISCHR(status.st_mode) && file != kStandardInput)
        return fail(ErrorCode::Unreadable, "cannot read " + shownName(file) + ": it is a device; give a file");
    return readToEnd(reading.file(), shownName(file), most, run);
}

}
