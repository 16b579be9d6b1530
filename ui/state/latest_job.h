// ui/state/latest_job.h: a computation off the window's thread of which only the newest counts.
#pragma once
#include "core/base/cancel.h"
#include "core/base/result.h"
#include <QObject>
#include <QThreadPool>
#include <functional>

namespace patchlight
{

/// One at a time, on a thread of its own. A newer job asks the running one to stop; what the old one still says is
/// dropped. Everything public is for the window's thread; the destructor waits (see `retire`).
class LatestJob : public QObject
{
public:
    explicit LatestJob(QObject* parent = nullptr);
    ~LatestJob() override;

    /// Hands `news` to the window's thread, where it runs unless a newer job was started meanwhile.
    using Deliver = std::function<void(std::function<void()> news)>;
    void start(std::function<void(const CancelToken& cancel, const Deliver& deliver)> work);
    void cancel();
    /// Told what the newest job threw; without this the job has no news.
    void onFailure(std::function<void(const Error&)> told) { m_failed = std::move(told); }
    /// Cancels; `afterwards` runs on the window's thread once no work is left, so that the destructor need not wait.
    /// Nothing is started after this.
    void retire(std::function<void()> afterwards);

private:
    CancelSource m_cancel;
    quint64 m_latest = 0;
    std::function<void(const Error&)> m_failed;
    QThreadPool m_pool;
};

}
