// tests/bench/inside/event_watch.cpp
#include "tests/bench/inside/event_watch.h"
#include <QEvent>
#include <QThread>
#include <algorithm>
#include <ctime>

namespace patchlight
{
namespace
{

double millisecondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void add(EventWatch::Spent& spent, double took)
{
    spent.longest = std::max(spent.longest, took);
    spent.sum += took;
    ++spent.times;
}

}

double threadMilliseconds()
{
    return millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
}

double processMilliseconds()
{
    return millisecondsOf(CLOCK_PROCESS_CPUTIME_ID);
}

bool EventWatch::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const auto type = event->type();
    const QString name = receiver->objectName().isEmpty() ? QString::fromLatin1(receiver->metaObject()->className()) : receiver->objectName();
    const bool card = type == QEvent::Paint && name.startsWith(QStringLiteral("card_"));
    const double before = threadMilliseconds();
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    --m_depth;
    const double took = threadMilliseconds() - before;
    if (card)
        add(m_paints[name], took);
    if (m_depth == 0)
        add(m_events[name + QStringLiteral(", event ") + QString::number(type)], took);
    return done;
}

double EventWatch::longest() const
{
    double most = 0;
    for (const Spent& spent : m_events)
        most = std::max(most, spent.longest);
    return most;
}

void EventWatch::forget()
{
    m_events.clear();
    m_paints.clear();
}

}
