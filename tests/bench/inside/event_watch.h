// tests/bench/inside/event_watch.h: an application that times every event of the window's thread.
#pragma once
#include <QApplication>
#include <QMap>
#include <QString>

namespace patchlight
{

/// Milliseconds this thread has computed, whatever else the machine does.
double threadMilliseconds();
/// The same of all threads of the process together.
double processMilliseconds();

class EventWatch : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

    /// By receiver and kind of event: the longest, of those not inside another one.
    struct Spent {
        double longest = 0, sum = 0;
        int times = 0;
    };
    const QMap<QString, Spent>& events() const { return m_events; }
    /// Paint events of cards, by card; inside others, too.
    const QMap<QString, Spent>& paints() const { return m_paints; }
    double longest() const;
    void forget();

private:
    QMap<QString, Spent> m_events, m_paints;
    int m_depth = 0;
};

}
