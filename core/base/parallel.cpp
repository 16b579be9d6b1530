// core/base/parallel.cpp
#include "core/base/parallel.h"
#include <atomic>

namespace patchlight
{
namespace
{

std::atomic<int> mostThreads{0};

}

void limitWorkers(int count)
{
    mostThreads = std::max(0, count);
}

int parallelWorkers(int tasks)
{
    constexpr int kMost = 8; // beyond, starting them costs more than they save
    const int processors = static_cast<int>(std::thread::hardware_concurrency());
    const int allowed = mostThreads > 0 ? std::min<int>(mostThreads, processors) : processors;
    return std::clamp(std::min(allowed, tasks), 1, kMost);
}

}
