// core/model/patient_threads.cpp
#include "core/model/patient_threads.h"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <future>
#include <mutex>
#include <thread>

namespace patchlight
{
namespace
{

/// A thread that owns a pool of two for as long as the process lives; libgomp counts the second of them.
void parkOneThread()
{
    std::promise<void> parked;
    std::thread([&parked] {
        std::atomic<int> met{0}; // an empty region would be optimised away
#ifdef _OPENMP
#pragma omp parallel num_threads(2)
#endif
        ++met;
        parked.set_value();
        for (;;)
            std::this_thread::sleep_for(std::chrono::hours(24));
    }).detach();
    parked.get_future().wait();
}

}

void keepThreadsPatient()
{
    static std::once_flag done;
    std::call_once(done, [] {
        if (!std::getenv("OMP_WAIT_POLICY") && !std::getenv("GOMP_SPINCOUNT"))
            parkOneThread();
    });
}

}
