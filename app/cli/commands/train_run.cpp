// app/cli/commands/train_run.cpp
#include "app/cli/commands/train_run.h"
#include "app/cli/commands/training_pictures.h"
#include "app/cli/console.h"
#include "app/cli/options/output_names.h"
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/kept_input.h"
#include "core/base/message_parts.h"
#include "core/train/results/result_names.h"
#include "core/train/results/run_options_text.h"
#include "core/train/results/train_log.h"
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace patchlight
{
namespace
{

using Clock = std::chrono::steady_clock;
constexpr std::size_t kNamedProblems = 5; ///< unreadable pictures told on the screen; all are in the log

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
    TrainDisplay(TrainLog& log, bool quiet, bool validates)
        : m_log(log), m_quiet(quiet), m_validates(validates), m_terminal(::isatty(STDERR_FILENO) == 1)
    {
    }

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
        const auto validation
            = m_validates ? formatted("validation top-1 %.1f %%, top-5 %.1f %%, ", 100 * f.top1, 100 * f.top5) : "";
        say(formatted("epoch %d: loss %.3f, ", f.epoch, f.loss) + validation
            + formatted("%.0f images/s", f.imagesPerSecond));
    }
    void onNote(const std::string& text) override
    {
        m_log.note(text);
        say(text);
    }
    void say(const std::string& text) const
    {
        if (!m_quiet)
            std::fprintf(stderr, "%s%s\n", m_terminal ? "\r\033[K" : "", oneLine(text).c_str());
    }

private:
    static std::string bar(const StepFigures& f)
    {
        constexpr std::int64_t kCells = 20;
        const auto full = static_cast<std::size_t>(kCells * f.step / std::max<std::int64_t>(1, f.steps));
        return "[" + std::string(full, '#') + std::string(kCells - full, '.') + "]";
    }

    TrainLog& m_log;
    bool m_quiet, m_validates, m_terminal;
    Clock::time_point m_lastDrawn;
};

int failed(const Error& error)
{
    const auto message = error.message == cancelled().value().message ? "interrupted" : oneLine(error.message);
    std::fprintf(stderr, "%serror: %s\n", ::isatty(STDERR_FILENO) == 1 ? "\r\033[K" : "", message.c_str());
    return 1;
}

/// A model that took hours is not replaced by a forgotten --resume, nor a file of somebody's own. Errors: InvalidOption,
/// NotFound (nothing to go on with), WriteFailed.
Result<void> checkOutput(const TrainCommandOptions& options, std::vector<std::string>& replaced)
{
    const auto& out = options.job.output;
    if (auto folder = checkFolder(out); !folder)
        return folder;
    std::error_code ignored;
    for (const auto& name : trainingResults())
        if (std::filesystem::exists(std::filesystem::symlink_status(out / name, ignored)))
            replaced.push_back(name);
    const auto holds = [&](const char* name) { return std::ranges::find(replaced, name) != replaced.end(); };
    if (options.job.resume && !holds("training.safetensors"))
        return fail(ErrorCode::NotFound,
            out.string() + ": holds no training.safetensors to go on from; leave --resume out to begin anew");
    if (options.job.resume || options.overwrite || replaced.empty())
        return {};
    if (holds("model.safetensors") || holds("training.safetensors"))
        return fail(ErrorCode::InvalidOption,
            out.string()
                + ": holds a trained model already; go on with --resume, begin anew with --overwrite, or give another "
                  "--out");
    return fail(ErrorCode::InvalidOption,
        out.string() + ": training would replace " + firstTen(replaced)
            + " in it; give another --out, or --overwrite to replace them");
}

/// Where a packed file goes. Errors: InvalidOption (one that is read), WriteFailed.
Result<void> checkPack(TrainCommandOptions& options)
{
    options.folder.result = options.pack;
    if (auto free = checkWritable(options.pack); !free)
        return free;
    return checkNotInput(options.pack);
}

std::string outcomeJson(const TrainResult& result, const TrainJob& job)
{
    constexpr std::array kEnded{"finished", "interrupted", "diverged"};
    const auto last = result.epochs.empty() ? EpochFigures{} : result.epochs.back();
    return jsonText(nlohmann::ordered_json{{"model", job.output.string()},
        {"ended", kEnded.at(static_cast<std::size_t>(result.ended))}, {"epochs", last.epoch}, {"loss", last.loss},
        {"top1", last.top1}, {"top5", last.top5}});
}

int ending(const TrainResult& result, const TrainDisplay& display, const TrainJob& job)
{
    const std::string again = "; go on with the same command and --resume";
    const std::string checkpoint = result.checkpoint.string();
    switch (result.ended) {
    case Ended::Finished:
        display.say("done: the model is in " + job.output.string());
        return 0;
    case Ended::Interrupted:
        return failed({ErrorCode::Cancelled, "interrupted; everything so far is in " + checkpoint + again});
    case Ended::Diverged:
        break;
    }
    std::error_code ignored;
    const bool kept = std::filesystem::exists(result.checkpoint, ignored);
    return failed({ErrorCode::InvalidOption,
        "the loss is not a number any more, so training stopped; "
            + (kept ? "the last good checkpoint is " + checkpoint : std::string{"there was no checkpoint yet"})
            + "; try a smaller --lr or --clip 1"});
}

}

int runTrain(TrainCommandOptions& options, const CancelToken& cancel)
{
    if (const auto settled = settle(options); !settled)
        return failed(settled.error());
    std::vector<std::string> replaced;
    if (const auto free = options.pack.empty() ? checkOutput(options, replaced) : checkPack(options); !free)
        return failed(free.error());
    prepareTraining(options.threads);
    auto lastTold = Clock::now();
    const RunContext run{cancel, [&](const Progress& p) {
                             if (options.quiet || Clock::now() - lastTold < std::chrono::seconds(2))
                                 return;
                             lastTold = Clock::now();
                             std::fprintf(stderr, "%s %d of %d\n", std::string(p.stage).c_str(), p.done, p.total);
                         }};
    const auto data = trainingPictures(options, run);
    if (!data)
        return failed(data.error());
    if (!options.pack.empty()) {
        const auto written = writePacked(options.pack, *data);
        return written ? 0 : failed(written.error());
    }
    TrainLog log(options.job.output, !options.job.resume);
    TrainDisplay display(log, options.quiet, data->validation.count() > 0);
    log.begin(optionsText(options.job.options));
    for (std::size_t i = 0; i < data->skipped.size(); ++i) {
        log.note("skipped: " + data->skipped[i]);
        if (i < kNamedProblems)
            display.say("skipped: " + data->skipped[i]);
    }
    display.say(std::to_string(data->train.count()) + " training and " + std::to_string(data->validation.count())
        + " validation pictures in " + std::to_string(data->classes()) + " classes; " + data->split + "; "
        + std::to_string(data->skipped.size()) + " unreadable files skipped");
    if (options.overwrite && !options.job.resume && !replaced.empty())
        display.say("replacing " + firstTen(replaced) + " in " + options.job.output.string());
    options.job.provenance.try_emplace("Command", "```\n" + options.commandLine + "\n```");
    const auto result = runTraining(*data, options.job, run, display);
    if (!result)
        return failed(result.error());
    log.keep();
    if (options.json)
        std::puts(outcomeJson(*result, options.job).c_str());
    return ending(*result, display, options.job);
}

}
