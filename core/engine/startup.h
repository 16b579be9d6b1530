// core/engine/startup.h: what is set once per process before the first computation.
#pragma once

namespace patchlight
{

/// Sizes the one thread pool (0 = all processors this process may use), keeps OpenCV's own pool out of its way and
/// silences the log lines that libraries print to stderr. Later calls change only the thread count.
void startUp(int threads);
/// Threads a forward pass uses now.
int threadCount();

}
