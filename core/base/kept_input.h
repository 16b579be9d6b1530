// core/base/kept_input.h: what is being read is not written over.
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <vector>

namespace patchlight
{

/// While one lives, writeFile and checkNotInput refuse the file it stands for, by whatever name or link. Two of the
/// same file are two: the last one that goes gives it free. Thread: any.
class KeptInput
{
public:
    /// Of a regular file; of anything else (a pipe, a folder, nothing at all) it keeps nothing. Cost: one system call.
    explicit KeptInput(const std::filesystem::path& file);
    KeptInput(std::uint64_t device, std::uint64_t number);
    KeptInput(KeptInput&& other) noexcept;
    KeptInput& operator=(KeptInput&& other) noexcept;
    ~KeptInput();

private:
    std::uint64_t m_device = 0, m_number = 0; ///< no file has number 0
};

/// The same without an object, for whoever holds the file anyway: one release for each keep.
void keepFile(std::uint64_t device, std::uint64_t number);
void releaseFile(std::uint64_t device, std::uint64_t number);

/// Whether a result may go there. Errors: InvalidOption (a KeptInput of this file lives). Cost: one system call.
Result<void> checkNotInput(const std::filesystem::path& out);

}
