// tests/window/head_numbers_test.cpp: the numbers of heads are those of the newest picture, computed once.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/state/head_numbers_job.h"
#include <QSignalSpy>
#include <memory>

namespace patchlight
{

class HeadNumbersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areThoseOfEveryLayerAndComputedOnce()
    {
        HeadNumbersJob job;
        QSignalSpy changed(&job, &HeadNumbersJob::changed);
        const auto analysis = fakeAnalysis("one", fakeModel("fake"));
        job.follow(analysis);
        QTRY_COMPARE(job.layers().size(), analysis->record.layerCount());
        const auto wanted = headNumbers(*analysis, CancelToken());
        QVERIFY(wanted.has_value());
        for (std::size_t layer = 0; layer < wanted->size(); ++layer)
            QCOMPARE(job.layers()[layer].heads.front().entropy, wanted->at(layer).heads.front().entropy);
        const auto told = changed.count();
        job.follow(analysis);
        QVERIFY(!changed.wait(50));
        QCOMPARE(changed.count(), told);
    }
    void ofAnEarlierPictureAreDropped()
    {
        HeadNumbersJob job;
        const auto model = fakeModel("fake");
        int told = 0; // with numbers
        connect(&job, &HeadNumbersJob::changed, &job, [&] { told += !job.layers().empty(); });
        for (int picture = 0; picture < 50; ++picture)
            job.follow(fakeAnalysis(std::to_string(picture), model));
        QTRY_VERIFY(!job.layers().empty());
        QTest::qWait(50);
        QCOMPARE(told, 1);
    }
    void mayBeUnderWayWhenTheirPanelGoes()
    {
        const auto model = fakeModel("fake");
        for (int panel = 0; panel < 50; ++panel) {
            const auto job = std::make_unique<HeadNumbersJob>();
            job->follow(fakeAnalysis(std::to_string(panel), model));
            if (panel % 2)
                QCoreApplication::processEvents();
        }
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::HeadNumbersTest)
#include "head_numbers_test.moc"
