// core/engine/startup.cpp
#include "core/engine/startup.h"
#include "core/base/heap.h"
#include "core/base/memory_bound.h"
#include "core/base/parallel.h"
#include "core/model/waiting_threads.h"
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <algorithm>
#include <c10/macros/Macros.h>
#include <cstdint>
#include <mutex>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <sys/resource.h>
#include <thread>
#ifdef C10_USE_GLOG
#include <glog/logging.h>
#endif

namespace patchlight
{
namespace
{

void once()
{
#ifdef C10_USE_GLOG
    FLAGS_minloglevel = google::GLOG_FATAL; // Debian's torch logs to stderr through glog
#endif
    at::set_num_interop_threads(1); // throws if called twice
    cv::setNumThreads(1); // two pools would fight for the same cores
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

/// ulimit -v
bool addressesAreLimited()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

/// Threads whose stacks a limit on addresses leaves room for: where one cannot be made, OpenMP ends the process and
/// others wait for it for ever. Two pools have so many each; half is left for the computation.
int threadsWithRoom()
{
    constexpr std::uint64_t kMost = 4096, kBothStacks = 17'000'000;
    return static_cast<int>(addressesAreLimited() ? std::clamp<std::uint64_t>(freeMemory() / 2 / kBothStacks, 1, kMost) : kMost);
}

/// OpenBLAS takes 134 MB for its first product, and tries for ever where a limit does not leave them; oneDNN falls over
/// where its first code finds no place. Both have them from here on.
void takeBuffersWhileThereIsRoom()
{
    if (!addressesAreLimited())
        return;
    at::set_num_threads(1);
    const at::NoGradGuard noGradients;
    const auto ones = at::ones({2, 64, 64});
    at::bmm(ones, ones);
    at::linear(ones, ones[0], ones[0][0]);
}

}

void startUp(int threads)
{
    static std::once_flag done;
    std::call_once(done, once);
    keepLargeBlocksApart();
    keepThreadsPatient();
    const int all = static_cast<int>(std::thread::hardware_concurrency());
    static std::once_flag taken;
    std::call_once(taken, takeBuffersWhileThereIsRoom);
    at::set_num_threads(std::min(threads > 0 ? threads : (all > 0 ? all : 1), threadsWithRoom()));
    limitWorkers(threads);
}

int threadCount()
{
    return at::get_num_threads();
}

}
