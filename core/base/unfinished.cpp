// core/base/unfinished.cpp
#include "core/base/unfinished.h"
#include <mutex>
#include <set>
#include <utility>

namespace patchlight
{
namespace
{

struct UnfinishedPaths {
    std::mutex mutex;
    std::set<std::filesystem::path> paths;
};

UnfinishedPaths& unfinishedPaths()
{
    static auto* all = new UnfinishedPaths; // never destroyed: the process may end on any thread
    return *all;
}

}

Unfinished::Unfinished(std::filesystem::path path) : m_path(std::move(path))
{
    const std::lock_guard lock(unfinishedPaths().mutex);
    unfinishedPaths().paths.insert(m_path);
}

Unfinished::Unfinished(Unfinished&& other) noexcept : m_path(std::exchange(other.m_path, {})) { }

Unfinished::~Unfinished()
{
    if (m_path.empty())
        return;
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
    finished();
}

void Unfinished::finished()
{
    const std::lock_guard lock(unfinishedPaths().mutex);
    unfinishedPaths().paths.erase(std::exchange(m_path, {}));
}

void removeUnfinished()
{
    const std::lock_guard lock(unfinishedPaths().mutex);
    std::error_code ignored;
    for (const auto& path : unfinishedPaths().paths)
        std::filesystem::remove_all(path, ignored);
    unfinishedPaths().paths.clear();
}

}
