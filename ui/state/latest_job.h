// ui/state/latest_job.h: a computation off the window's thread of which only the newest counts.
#pragma once
#include "core/base/cancel.h"
#include <QObject>
#include <QThreadPool>
#include <functional>

namespace patchlight
{

/// One at a time, on a thread of its own. A newer job asks the running one to stop; what the old one still says is
/// dropped. Everything public is for the window's thread; the destructor waits.
class LatestJob : public QObject
{
public:
    explicit LatestJob(QObject* parent = nullptr);
    ~LatestJob() override;

    /// Hands `news` to the window's thread, where it runs unless a newer job was started meanwhile.
    using Deliver = std::function<void(std::function<void()> news)>;
    void start(std::function<void(const CancelToken& cancel, const Deliver& deliver)> work);
    void cancel();

private:
    CancelSource m_cancel;
    quint64 m_latest = 0;
    QThreadPool m_pool;
};

}
