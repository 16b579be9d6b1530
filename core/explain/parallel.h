// core/explain/parallel.h: a loop over a few processors, without torch's pool (the window's thread uses it too).
#pragma once
#include <algorithm>
#include <thread>
#include <vector>

namespace patchlight
{

inline int parallelWorkers(int tasks)
{
    constexpr int kMost = 8; // beyond, starting them costs more than they save
    return std::clamp(std::min(static_cast<int>(std::thread::hardware_concurrency()), tasks), 1, kMost);
}

/// task(worker, i) for every i in [0, tasks); worker < parallelWorkers(tasks), for sums of its own. Always the same
/// tasks in the same order for a worker, so that sums of floats come out the same in every run.
/// `task` must not throw.
template <class Task> void parallelFor(int tasks, const Task& task)
{
    const int workers = parallelWorkers(tasks);
    const auto work = [&](int worker) {
        for (int i = worker; i < tasks; i += workers)
            task(worker, i);
    };
    std::vector<std::jthread> others;
    for (int worker = 1; worker < workers; ++worker)
        others.emplace_back(work, worker);
    work(0);
}

}
