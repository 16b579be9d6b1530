// core/base/heap.cpp
#include "core/base/heap.h"
#include <cstdlib>
#include <mutex>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace patchlight
{

void keepLargeBlocksApart()
{
#ifdef __GLIBC__
    static std::once_flag done;
    std::call_once(done, [] {
        if (std::getenv("MALLOC_MMAP_THRESHOLD_") || std::getenv("MALLOC_TRIM_THRESHOLD_"))
            return;
        mallopt(M_MMAP_THRESHOLD, 4'000'000);
        mallopt(M_TRIM_THRESHOLD, 64 << 20);
    });
#endif
}

}
