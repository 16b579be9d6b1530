// app/cli/train_run.cpp
#include "app/cli/train_run.h"
#include "core/base/formatted.h"
#include "core/engine/startup.h"
#include "core/train/run_options_text.h"
#include "core/train/train_log.h"
#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace patchlight
{
namespace
{

using Clock = std::chrono::steady_clock;

std::string duration(double seconds)
{
    const auto total = static_cast<long>(seconds);
    return total >= 3600 ? formatted("%ld h %02ld min", total / 3600, total / 60 % 60)
                         : formatted("%ld:%02ld min", total / 60, total % 60);
}

/// A bar on a terminal, a line every half minute elsewhere; every event in the log.
class TrainDisplay : public TrainListener
{
public:
    TrainDisplay(TrainLog& log, bool quiet) : m_log(log), m_quiet(quiet), m_terminal(::isatty(STDERR_FILENO) == 1) { }

    void onStep(const StepFigures& f) override
    {
        if (m_quiet || Clock::now() - m_lastDrawn < std::chrono::milliseconds(m_terminal ? 100 : 30000))
            return;
        m_lastDrawn = Clock::now();
        std::fprintf(stderr, "%sepoch %d/%d %s %3.0f %%  %.0f images/s  loss %.3f  accuracy %.1f %%  %s left%s",
            m_terminal ? "\r\033[K" : "", f.epoch + 1, f.epochs, bar(f).c_str(),
            100.0 * static_cast<double>(f.step) / static_cast<double>(f.steps), f.imagesPerSecond, f.loss,
            100 * f.accuracy, duration(f.secondsLeft).c_str(), m_terminal ? "" : "\n");
    }
    void onEpoch(const EpochFigures& f) override
    {
        m_log.epoch(f);
        say("epoch " + std::to_string(f.epoch) + ": loss " + fixed(f.loss, 3) + ", validation top-1 "
            + fixed(100 * f.top1, 1) + " %, top-5 " + fixed(100 * f.top5, 1) + " %, " + fixed(f.imagesPerSecond, 0)
            + " images/s");
    }
    void onNote(const std::string& text) override
    {
        m_log.note(text);
        say(text);
    }
    void say(const std::string& text) const
    {
        if (!m_quiet)
            std::fprintf(stderr, "%s%s\n", m_terminal ? "\r\033[K" : "", text.c_str());
    }

private:
    static std::string fixed(double value, int digits) { return formatted("%.*f", digits, value); }
    static std::string bar(const StepFigures& f)
    {
        constexpr std::int64_t kCells = 20;
        const auto full = static_cast<std::size_t>(kCells * f.step / std::max<std::int64_t>(1, f.steps));
        return "[" + std::string(full, '#') + std::string(kCells - full, '.') + "]";
    }

    TrainLog& m_log;
    bool m_quiet, m_terminal;
    Clock::time_point m_lastDrawn;
};

int failed(const Error& error)
{
    std::fprintf(stderr, "\nerror: %s\n", error.message.c_str());
    return 1;
}

Result<PackedPictures> dataOf(const TrainCommandOptions& options, const RunContext& run)
{
    return looksPacked(options.data) ? readPacked(options.data) : packFolder(options.data, options.folder, run);
}

int ending(const TrainResult& result, const TrainDisplay& display, const TrainJob& job)
{
    const std::string again = "; go on with the same command and --resume";
    switch (result.ended) {
    case Ended::Finished:
        display.say("done: the model is in " + job.output.string());
        return 0;
    case Ended::Interrupted:
        display.say("interrupted; everything so far is in " + result.checkpoint.string() + again);
        return 1;
    case Ended::Diverged:
        display.say("the loss is not a number any more, so training stopped; the last good checkpoint is "
            + result.checkpoint.string() + "; try a smaller --lr or --clip 1");
        return 1;
    }
    return 1;
}

}

int runTrain(TrainCommandOptions& options, const CancelToken& cancel, const std::string& commandLine)
{
    if (const auto settled = settle(options); !settled)
        return failed(settled.error());
    startUp(options.threads);
    auto lastTold = Clock::now();
    const RunContext run{cancel, [&](const Progress& p) {
                             if (options.quiet || Clock::now() - lastTold < std::chrono::seconds(2))
                                 return;
                             lastTold = Clock::now();
                             std::fprintf(stderr, "%s %d of %d\n", std::string(p.stage).c_str(), p.done, p.total);
                         }};
    const auto data = dataOf(options, run);
    if (!data)
        return failed(data.error());
    if (!options.pack.empty()) {
        const auto written = writePacked(options.pack, *data);
        return written ? 0 : failed(written.error());
    }
    TrainLog log(options.job.output, !options.job.resume);
    TrainDisplay display(log, options.quiet);
    log.begin(optionsText(options.job.options));
    for (const std::string& problem : data->skipped)
        log.note("skipped: " + problem);
    display.say(std::to_string(data->train.count()) + " training and " + std::to_string(data->validation.count())
        + " validation pictures in " + std::to_string(data->classes()) + " classes; " + data->split + "; "
        + std::to_string(data->skipped.size()) + " unreadable files skipped");
    options.job.provenance.try_emplace("Command", "```\n" + commandLine + "\n```");
    const auto result = runTraining(*data, options.job, run, display);
    return result ? ending(*result, display, options.job) : failed(result.error());
}

}
