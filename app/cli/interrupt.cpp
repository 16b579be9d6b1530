// app/cli/interrupt.cpp
#include "app/cli/interrupt.h"
#include "core/base/unfinished.h"
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <semaphore.h>
#include <string_view>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace patchlight
{
namespace
{

CancelSource& source()
{
    static CancelSource asked;
    return asked;
}

sem_t* signalled()
{
    static sem_t semaphore;
    return &semaphore;
}

void onSignal(int number)
{
    source().request(); // a lock-free store, and a post: both allowed in a signal handler
    sem_post(signalled());
    std::signal(number, SIG_DFL);
}

/// On a thread of its own, so that it may do what a handler may not.
void waitForTheEnd(std::chrono::milliseconds grace)
{
    while (sem_wait(signalled()) != 0 && errno == EINTR)
        continue;
    std::this_thread::sleep_for(grace);
    removeUnfinished();
    if (!firstToSayInterrupted())
        ::_exit(1);
    const std::string_view says = ::isatty(STDERR_FILENO) == 1 ? "\r\033[Kerror: interrupted\n" : "error: interrupted\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, says.data(), says.size());
    ::_exit(1);
}

}

bool firstToSayInterrupted()
{
    static std::atomic<bool> said{false};
    return !said.exchange(true);
}

CancelToken interruptToken()
{
    static const bool installed = [] {
        source(); // made before a signal can arrive
        sem_init(signalled(), 0, 0);
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
        std::signal(SIGPIPE, SIG_IGN);
        std::signal(SIGXFSZ, SIG_IGN);
        return true;
    }();
    static_cast<void>(installed);
    return source().token();
}

void endAfterInterrupt(std::chrono::milliseconds grace)
{
    interruptToken();
    try {
        std::thread(waitForTheEnd, grace).detach();
    } catch (const std::system_error&) { // no thread to be had: the computation's own looks have to do
    }
}

}
