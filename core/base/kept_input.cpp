// core/base/kept_input.cpp
#include "core/base/kept_input.h"
#include <map>
#include <mutex>
#include <sys/stat.h>
#include <utility>

namespace patchlight
{
namespace
{

using FileKey = std::pair<std::uint64_t, std::uint64_t>; ///< device and number

struct KeptFiles {
    std::mutex mutex;
    std::map<FileKey, int> holders;
};

KeptFiles& keptFiles()
{
    static auto* all = new KeptFiles; // never destroyed: static objects may hold files
    return *all;
}

/// {0, 0} of what is no regular file.
FileKey keyOf(const std::filesystem::path& file)
{
    struct stat status {
    };
    const bool regular = ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    return regular ? FileKey{status.st_dev, status.st_ino} : FileKey{};
}

}

KeptInput::KeptInput(const std::filesystem::path& file)
{
    const auto [device, number] = keyOf(file);
    *this = KeptInput(device, number);
}

void keepFile(std::uint64_t device, std::uint64_t number)
{
    const std::lock_guard lock(keptFiles().mutex);
    ++keptFiles().holders[{device, number}];
}

void releaseFile(std::uint64_t device, std::uint64_t number)
{
    const std::lock_guard lock(keptFiles().mutex);
    const auto found = keptFiles().holders.find({device, number});
    if (found != keptFiles().holders.end() && --found->second == 0)
        keptFiles().holders.erase(found);
}

KeptInput::KeptInput(std::uint64_t device, std::uint64_t number) : m_device(device), m_number(number)
{
    if (m_number != 0)
        keepFile(m_device, m_number);
}

KeptInput::KeptInput(KeptInput&& other) noexcept
    : m_device(other.m_device), m_number(std::exchange(other.m_number, 0))
{
}

KeptInput& KeptInput::operator=(KeptInput&& other) noexcept
{
    std::swap(m_device, other.m_device);
    std::swap(m_number, other.m_number);
    return *this;
}

KeptInput::~KeptInput()
{
    if (m_number != 0)
        releaseFile(m_device, m_number);
}

Result<void> checkNotInput(const std::filesystem::path& out)
{
    const auto key = keyOf(out);
    const std::lock_guard lock(keptFiles().mutex);
    if (key == FileKey{} || !keptFiles().holders.contains(key))
        return {};
    return fail(ErrorCode::InvalidOption,
        out.string() + ": this would replace what the command reads; give the result another name");
}

}
