// core/engine/startup.cpp
#include "core/engine/startup.h"
#include "core/base/parallel.h"
#include "core/model/patient_threads.h"
#include <ATen/Parallel.h>
#include <c10/macros/Macros.h>
#include <mutex>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
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

}

void startUp(int threads)
{
    static std::once_flag done;
    std::call_once(done, once);
    keepThreadsPatient();
    const int all = static_cast<int>(std::thread::hardware_concurrency());
    at::set_num_threads(threads > 0 ? threads : (all > 0 ? all : 1));
    limitWorkers(threads);
}

int threadCount()
{
    return at::get_num_threads();
}

}
