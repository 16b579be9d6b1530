// core/base/memory_bound.cpp: proc(5), getrlimit(2), cgroups(7).
#include "core/base/memory_bound.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <atomic>
#include <fstream>
#include <limits>
#include <sys/resource.h>
#include <unistd.h>

namespace patchlight
{
namespace
{

constexpr std::uint64_t kNoEnd = std::numeric_limits<std::uint64_t>::max();
std::atomic<std::uint64_t> memoryAsked{0};

/// The number behind a word at the beginning of a line, times 1024.
std::uint64_t kibibytesOf(const char* file, const std::string& word, std::uint64_t otherwise)
{
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(word))
            return std::strtoull(line.c_str() + word.size(), nullptr, 10) * 1024;
    return otherwise;
}

/// One number; "max" and no file at all are no limit.
std::uint64_t numberIn(const std::string& file)
{
    std::ifstream stream(file);
    std::uint64_t number = 0;
    return stream >> number ? number : kNoEnd;
}

std::uint64_t leftOf(std::uint64_t limit, std::uint64_t used)
{
    return limit == kNoEnd ? kNoEnd : limit - std::min(used, limit);
}

/// Of the group that this process is in, version 2 of the interface ("0::/PATH").
std::uint64_t leftInGroup()
{
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);)
        if (line.starts_with("0::/")) {
            const auto folder = "/sys/fs/cgroup" + line.substr(3) + "/";
            return leftOf(numberIn(folder + "memory.max"), numberIn(folder + "memory.current"));
        }
    return kNoEnd;
}

std::uint64_t leftOfLimit(__rlimit_resource which, const char* used)
{
    rlimit limit{};
    if (::getrlimit(which, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return kNoEnd;
    return leftOf(limit.rlim_cur, kibibytesOf("/proc/self/status", used, 0));
}

}

std::uint64_t freeMemory()
{
    return std::min({kibibytesOf("/proc/meminfo", "MemAvailable:", kNoEnd), leftInGroup(),
        leftOfLimit(RLIMIT_AS, "VmSize:"), leftOfLimit(RLIMIT_DATA, "VmData:")});
}

void setMemoryBound(std::uint64_t bytes)
{
    memoryAsked = bytes;
}

std::uint64_t memoryBound()
{
    const auto asked = memoryAsked.load();
    return asked > 0 ? asked : freeMemory() / 2;
}

std::string memoryText(std::uint64_t bytes)
{
    constexpr double kMega = 1e6, kGiga = 1e9;
    const auto count = static_cast<double>(bytes);
    return count < kGiga ? formatted("%.0f MB", count / kMega) : formatted("%.1f GB", count / kGiga);
}

Result<void> checkMemory(std::uint64_t needed, const std::string& what, const std::string& advice)
{
    const auto bound = memoryBound();
    if (needed <= bound)
        return {};
    return fail(ErrorCode::OutOfMemory,
        what + " needs about " + memoryText(needed) + " of memory, and a run may take " + memoryText(bound)
            + (memoryAsked.load() > 0 ? "" : ", half of what is free") + "; " + advice);
}

}
