// app/cli/interrupt.h: Ctrl-C asks the running computation to stop, and ends the process where it does not listen.
#pragma once
#include "core/base/cancel.h"
#include <chrono>

namespace patchlight
{

/// Installs the handler for SIGINT and SIGTERM on the first call, and has writes that a limit or a closed pipe stops
/// fail instead of ending the process. A second signal ends the process at once.
CancelToken interruptToken();

/// True for the first who asks: the interruption is said once, by the computation that heard of it or by the end.
bool firstToSayInterrupted();

/// From now on a process that is still there so long after the signal (inside a library's product, decoder or
/// allocation) is ended: what is unfinished is removed, one line said, status 1. Training does without: it saves first.
void endAfterInterrupt(std::chrono::milliseconds grace);

}
