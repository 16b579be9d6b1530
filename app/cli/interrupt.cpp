// app/cli/interrupt.cpp
#include "app/cli/interrupt.h"
#include <csignal>

namespace patchlight
{
namespace
{

CancelSource& source()
{
    static CancelSource asked;
    return asked;
}

void onSignal(int number)
{
    source().request(); // a lock-free store: allowed in a signal handler
    std::signal(number, SIG_DFL);
}

}

CancelToken interruptToken()
{
    static const bool installed = [] {
        source(); // made before a signal can arrive
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
        return true;
    }();
    static_cast<void>(installed);
    return source().token();
}

}
