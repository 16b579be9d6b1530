// ui/state/latest_job.cpp: numbers the jobs and drops old news.
#include "ui/state/latest_job.h"

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
    m_pool.start([work = std::move(work), token = m_cancel.token(), deliver] { work(token, deliver); });
}

}
