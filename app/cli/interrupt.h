// app/cli/interrupt.h: Ctrl-C asks the running computation to stop instead of killing it.
#pragma once
#include "core/base/cancel.h"

namespace patchlight
{

/// Installs the handler for SIGINT and SIGTERM on the first call. A second signal ends the process at once.
CancelToken interruptToken();

}
