// core/model/packed/parallel.h: pieces of work on the one pool that oneDNN and torch use too (OpenMP's).
#pragma once
#ifdef _OPENMP
#include <omp.h>
#endif

namespace patchlight::packed
{

inline int threadCount()
{
#ifdef _OPENMP
    return omp_get_max_threads();
#else
    return 1;
#endif
}

/// body(piece, thread) for every piece in [0, count); pieces are handed out as threads become free.
template <class Body> void inParallel(int count, const Body& body)
{
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic) num_threads(threadCount()) if (count > 1)
    for (int piece = 0; piece < count; ++piece)
        body(piece, omp_get_thread_num());
#else
    for (int piece = 0; piece < count; ++piece)
        body(piece, 0);
#endif
}

}
