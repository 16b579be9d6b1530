// core/base/unfinished.h: what is being written and has not its name yet is gone again whatever happens.
#pragma once
#include <filesystem>

namespace patchlight
{

/// A file or folder in the making: removed when this ends, with all that is in it, unless it was finished. Thread: any.
class Unfinished
{
public:
    explicit Unfinished(std::filesystem::path path);
    ~Unfinished();
    Unfinished(Unfinished&& other) noexcept;
    Unfinished& operator=(Unfinished&&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// It has its own name now, and stays.
    void finished();

private:
    std::filesystem::path m_path; ///< empty when finished or moved away
};

/// Removes what is unfinished anywhere in the process, just before it ends without unwinding.
void removeUnfinished();

}
