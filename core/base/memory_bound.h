// core/base/memory_bound.h: what a run may take is known before it begins.
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <string>

namespace patchlight
{

/// Bytes that this process can still get: the least of what the machine has free, what its control group leaves, and
/// what its limits (ulimit -v, ulimit -d) leave. Where the system does not say, a great number. Cost: a few small files.
std::uint64_t freeMemory();

/// The most that one run may take, in bytes; 0: half of what is free when it is asked for. Thread: any.
void setMemoryBound(std::uint64_t bytes);
std::uint64_t memoryBound();

/// Whether `needed` bytes, about, may be taken. Errors: OutOfMemory: "WHAT needs about N of memory, more than …; ADVICE".
/// Cost: that of freeMemory().
Result<void> checkMemory(std::uint64_t needed, const std::string& what, const std::string& advice);

/// "1.2 GB", "640 MB"
std::string memoryText(std::uint64_t bytes);

}
