// tests/window/latest_job_test.cpp: what a job throws is told, and a retired job is waited for by nobody.
#include "tests/window/support/window_test.h"
#include "ui/state/latest_job.h"
#include <QObject>
#include <atomic>
#include <memory>
#include <new>
#include <thread>

namespace patchlight
{

class LatestJobTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsThrownIsToldAndTheNextJobRuns()
    {
        LatestJob job;
        Error told;
        bool ran = false;
        job.onFailure([&told](const Error& error) { told = error; });
        job.start([](const CancelToken&, const LatestJob::Deliver&) { throw std::bad_alloc(); });
        QTRY_COMPARE(told.code, ErrorCode::OutOfMemory);
        job.start([&ran](const CancelToken&, const LatestJob::Deliver& deliver) { deliver([&ran] { ran = true; }); });
        QTRY_VERIFY(ran);
    }
    void whatAnOldJobThrewIsDropped()
    {
        LatestJob job;
        int told = 0;
        bool ran = false;
        job.onFailure([&told](const Error&) { ++told; });
        job.start([](const CancelToken&, const LatestJob::Deliver&) { throw 1; });
        job.start([&ran](const CancelToken&, const LatestJob::Deliver& deliver) { deliver([&ran] { ran = true; }); });
        QTRY_VERIFY(ran);
        QCOMPARE(told, 0);
    }
    void aRetiredJobEndsBeforeItsOwnerGoes()
    {
        const auto gate = std::make_shared<std::atomic<bool>>(false);
        const auto begun = std::make_shared<std::atomic<bool>>(false);
        auto job = std::make_unique<LatestJob>();
        bool news = false;
        job->start([&news, gate, begun](const CancelToken&, const LatestJob::Deliver& deliver) {
            *begun = true;
            while (!*gate) // does not hear that it is cancelled
                std::this_thread::yield();
            deliver([&news] { news = true; });
        });
        QTRY_VERIFY(begun->load());
        bool ended = false;
        job->retire([&ended] { ended = true; }); // returns at once: else the gate would never open
        QCoreApplication::processEvents();
        const bool early = ended;
        *gate = true;
        QVERIFY(!early);
        QTRY_VERIFY(ended);
        QVERIFY(!news);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::LatestJobTest)
#include "latest_job_test.moc"
