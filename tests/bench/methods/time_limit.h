// tests/bench/methods/time_limit.h: stops what takes too long, and says how long all of it would have taken.
#pragma once
#include "core/base/run_context.h"
#include "core/base/stopwatch.h"
#include <algorithm>
#include <map>
#include <string>

namespace patchlight::bench
{

/// The estimate is the time so far divided by the part that is done. What is done is told by the stage that spans the
/// whole run: stages within it begin again and again.
class TimeLimit
{
public:
    explicit TimeLimit(int seconds) : m_limit(1000.0 * seconds) { }

    RunContext context()
    {
        return {m_stop.token(), [this](const Progress& progress) { hear(progress); }};
    }
    double fractionDone() const
    {
        double least = m_stages.empty() ? 0 : 1;
        for (const auto& [name, stage] : m_stages)
            if (!stage.repeats)
                least = std::min(least, stage.fraction);
        return least;
    }
    double estimatedMilliseconds() const { return m_heard / fractionDone(); }

private:
    struct Stage {
        double fraction = 0;
        bool repeats = false;
    };

    void hear(const Progress& progress)
    {
        if (progress.total <= 0)
            return;
        m_heard = m_watch.milliseconds();
        const double fraction = static_cast<double>(progress.done) / progress.total;
        auto& stage = m_stages[std::string(progress.stage)];
        stage.repeats |= fraction < stage.fraction;
        stage.fraction = fraction;
        if (m_heard > m_limit)
            m_stop.request();
    }

    double m_limit;
    double m_heard = 0; ///< milliseconds at the last report
    Stopwatch m_watch;
    CancelSource m_stop;
    std::map<std::string, Stage> m_stages;
};

}
