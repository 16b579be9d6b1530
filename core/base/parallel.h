// core/base/parallel.h: a loop over a few processors, without torch's pool (the window's thread uses it too).
#pragma once
#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace patchlight
{

/// At most so many processors for parallelFor from now on; 0 = all there are.
void limitWorkers(int count);
int parallelWorkers(int tasks);

/// task(worker, i) for every i in [0, tasks); worker < parallelWorkers(tasks), for sums of its own. Always the same
/// tasks in the same order for a worker, so that sums of floats come out the same in every run.
/// What a task throws ends its worker's part and comes out here, when all have stopped; of several the first.
template <class Task> void parallelFor(int tasks, const Task& task)
{
    const int workers = parallelWorkers(tasks);
    std::exception_ptr thrown;
    std::mutex guard;
    const auto work = [&](int worker) {
        try {
            for (int i = worker; i < tasks; i += workers)
                task(worker, i);
        } catch (...) {
            const std::lock_guard lock(guard);
            if (!thrown)
                thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (int worker = 1; worker < workers; ++worker)
            others.emplace_back(work, worker);
        work(0);
    }
    if (thrown)
        std::rethrow_exception(thrown);
}

}
