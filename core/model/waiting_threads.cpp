// core/model/waiting_threads.cpp
#include "core/model/waiting_threads.h"
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#ifdef _OPENMP
#include <omp.h>
#endif

namespace patchlight
{
namespace
{

/// A thread that owns a pool of two for as long as this lives; libgomp counts the second of them.
class ParkedPool
{
public:
    ParkedPool() : m_thread([this] { park(); })
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_parked; });
    }
    ~ParkedPool()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    ParkedPool(const ParkedPool&) = delete;
    ParkedPool& operator=(const ParkedPool&) = delete;

private:
    void park()
    {
        std::atomic<int> met{0}; // an empty region would be optimised away
#ifdef _OPENMP
#pragma omp parallel num_threads(2)
#endif
        ++met;
        std::unique_lock lock(m_mutex);
        m_parked = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_over; });
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_parked = false, m_over = false;
    std::thread m_thread;
};

struct Waiting {
    std::mutex mutex;
    bool governed = false; ///< keepThreadsPatient was called, and the user says nothing else
    std::unique_ptr<ParkedPool> parked;
};

/// Never destroyed: threads of the pool outlive main.
Waiting& waiting()
{
    static auto& only = *new Waiting;
    return only;
}

void parkIfPossible(Waiting& state)
{
    try {
        state.parked = std::make_unique<ParkedPool>();
    } catch (const std::system_error&) {
        state.governed = false; // no room for a thread: then nothing is asked for
    }
}

int poolThreads()
{
#ifdef _OPENMP
    return omp_get_max_threads();
#else
    return 1;
#endif
}

int processors()
{
#ifdef _OPENMP
    return omp_get_num_procs();
#else
    return 1;
#endif
}

/// The fourth word of "0.20 0.18 0.12 1/80 11206".
int runnableThreads()
{
    std::ifstream load("/proc/loadavg");
    std::string one, five, fifteen;
    int running = -1;
    load >> one >> five >> fifteen >> running;
    return load ? running : -1;
}

/// The second of three numbers.
std::int64_t nanosecondsWaited()
{
    std::ifstream statistics("/proc/thread-self/schedstat");
    std::int64_t ran = 0, waited = -1;
    statistics >> ran >> waited;
    return statistics ? waited : -1;
}

}

void keepThreadsPatient()
{
    auto& state = waiting();
    static std::once_flag done;
    std::call_once(done, [&state] {
        if (std::getenv("OMP_WAIT_POLICY") || std::getenv("GOMP_SPINCOUNT"))
            return;
        const std::lock_guard lock(state.mutex);
        state.governed = true;
        parkIfPossible(state);
    });
}

bool threadsArePatient()
{
    auto& state = waiting();
    const std::lock_guard lock(state.mutex);
    return state.parked != nullptr;
}

ProcessorDemand thisMachine()
{
    return {runnableThreads, nanosecondsWaited};
}

SpinWhileAlone::SpinWhileAlone(const ProcessorDemand& demand) : m_demand(demand)
{
    auto& state = waiting();
    const std::lock_guard lock(state.mutex);
    if (!state.governed || poolThreads() < 2)
        return;
    m_waitedBefore = m_demand.waited();
    if (!state.parked || m_waitedBefore < 0)
        return;
    // The pool sleeps, so who runs besides this thread is somebody else. Asked again, since much runs for a moment only.
    constexpr int kAsked = 3;
    for (int i = 0; i < kAsked && state.parked; ++i) {
        const int runnable = m_demand.runnable();
        if (runnable > 0 && runnable - 1 + poolThreads() <= processors())
            state.parked.reset();
    }
}

SpinWhileAlone::~SpinWhileAlone()
{
    constexpr double kMost = 0.05, kNanoseconds = 1e6; // of a millisecond
    if (m_waitedBefore < 0)
        return;
    const auto waited = static_cast<double>(m_demand.waited() - m_waitedBefore);
    auto& state = waiting();
    const std::lock_guard lock(state.mutex);
    if (state.governed && !state.parked && waited > kMost * m_watch.milliseconds() * kNanoseconds)
        parkIfPossible(state);
}

}
