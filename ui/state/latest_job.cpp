// ui/state/latest_job.cpp: numbers the jobs and drops old news.
#include "ui/state/latest_job.h"
#include "ui/adapter/caught.h"

namespace patchlight
{

LatestJob::LatestJob(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LatestJob::~LatestJob()
{
    cancel();
    m_pool.waitForDone();
}

void LatestJob::cancel()
{
    m_cancel.request();
    m_pool.clear();
    ++m_latest;
}

void LatestJob::start(std::function<void(const CancelToken&, const Deliver&)> work)
{
    cancel();
    m_cancel = CancelSource{};
    const Deliver deliver = [this, id = m_latest](std::function<void()> news) {
        // The destructor waits for the work, so `this` is alive here; later, Qt drops what is queued for it.
        QMetaObject::invokeMethod(
            this,
            [this, id, news = std::move(news)] {
                if (id == m_latest)
                    news();
            },
            Qt::QueuedConnection);
    };
    m_pool.start([this, work = std::move(work), token = m_cancel.token(), deliver] {
        try {
            work(token, deliver);
        } catch (...) { // on a thread of a pool it would end the program
            deliver([this, error = currentException("this map")] {
                if (m_failed)
                    m_failed(error);
            });
        }
    });
}

void LatestJob::retire(std::function<void()> afterwards)
{
    cancel();
    // The pool has one thread: this waits there for the running job.
    m_pool.start([this, afterwards = std::move(afterwards)] {
        QMetaObject::invokeMethod(this, afterwards, Qt::QueuedConnection);
    });
}

}
