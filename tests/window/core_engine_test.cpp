// tests/window/core_engine_test.cpp: the real engine as the window starts it.
#include "tests/window/support/window_test.h"
#include "ui/adapter/analysis_engine.h"
#include <thread>

namespace patchlight
{

class CoreEngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noThreadsStandForAllProcessors()
    {
        const auto all = static_cast<int>(std::thread::hardware_concurrency());
        QCOMPARE(threadsWith(0), all);
        QCOMPARE(threadsWith(1), 1);
        QCOMPARE(threadsWith({}), all > 2 ? all - 1 : all);
    }

private:
    /// As the first device, the processor, says.
    static int threadsWith(std::optional<int> threads) { return coreEngine(threads)()->devices().front().threads; }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::CoreEngineTest)
#include "core_engine_test.moc"
