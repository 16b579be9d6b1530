// core/model/waiting_threads.h: how the threads of OpenMP's pool wait for the next layer's work.
#pragma once
#include "core/base/stopwatch.h"
#include <cstdint>

namespace patchlight
{

/// From now on they sleep after a microsecond of waiting. GNU's library lets them spin for longer than a time slice,
/// unless more threads live than there are processors; then whatever else runs on the machine makes a small network's
/// forward fifty times slower, since every layer waits for a thread that the spinning ones keep from running. One parked
/// thread more than the processors is all it asks for. Later calls do nothing; so does everything here where
/// OMP_WAIT_POLICY or GOMP_SPINCOUNT say what the user wants.
void keepThreadsPatient();
/// Whether they sleep by what is said here.
bool threadsArePatient();

/// What tells whether somebody else wants the processors.
struct ProcessorDemand {
    int (*runnable)(); ///< threads of all programs that run or could, this one included; −1 = unknown
    std::int64_t (*waited)(); ///< nanoseconds that this thread could have run but did not; −1 = unknown
};
ProcessorDemand thisMachine();

/// For one pass through a network: where nothing else wants the processors, the threads spin, since waking one for every
/// layer costs a fifth of a small network's pass. Where this thread waited for a processor for more than a twentieth of
/// the pass, they are patient again from its end. Cost: two to five reads of /proc, some 20 to 50 µs.
class SpinWhileAlone
{
public:
    explicit SpinWhileAlone(const ProcessorDemand& demand = thisMachine());
    ~SpinWhileAlone();
    SpinWhileAlone(const SpinWhileAlone&) = delete;
    SpinWhileAlone& operator=(const SpinWhileAlone&) = delete;

private:
    ProcessorDemand m_demand;
    std::int64_t m_waitedBefore = -1;
    Stopwatch m_watch;
};

}
