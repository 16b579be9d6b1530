// app/cli/commands/benchmark_command.cpp: `benchmark`: loading, one forward, one browsing step, peak memory.
#include "app/cli/options/one_of.h"
#include "app/cli/shell.h"
#include "app/cli/text/median.h"
#include "core/base/json_text.h"
#include "core/base/stopwatch.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include "core/render/overlay.h"
#include <CLI/CLI.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

namespace patchlight
{
namespace
{

constexpr int kCanvasWidth = 1024, kCanvasHeight = 768;

struct BenchmarkOptions {
    int runs = 9;
    std::string method; ///< timed as well; the peak memory is then its own
};

/// A smooth picture of the canvas' size; its content does not matter for time.
PictureSource testPicture()
{
    Image picture(kCanvasWidth, kCanvasHeight);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            auto* pixel = picture.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(x * 255 / picture.width());
            pixel[1] = static_cast<std::uint8_t>(y * 255 / picture.height());
            pixel[2] = static_cast<std::uint8_t>((x * y) % 256);
        }
    return {{}, std::move(picture), "test picture"};
}

double peakMegabytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // Linux counts in KiB
}

/// Median forward time after one run to warm up.
Result<double> forwardTime(Engine& engine, const PictureSource& picture, bool record, int runs, const RunContext& run)
{
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        run.step(record ? "forward, recording" : "forward", i, runs + 1);
        const auto analysis = engine.analyse(picture, {.record = record}, run);
        if (!analysis)
            return fail(analysis.error());
        if (i > 0)
            times.push_back((*analysis)->ms.forward);
    }
    return medianOf(times);
}

/// Median time from a new layer, head and query to a finished overlay of the canvas' size.
Result<double> browseTime(const Analysis& analysis, const RunContext& run)
{
    const int layers = analysis.record.attends() ? analysis.record.layerCount() : 0;
    std::vector<double> times;
    for (int step = 0; layers > 0 && step < 60; ++step) {
        ExplainRequest request;
        const LayerIndex layer{step * 5 % layers};
        const GridSize grid = analysis.record.layer(layer).grid;
        request.layer = layer;
        request.query = Query::patch({step * 3 % grid.rows, step * 7 % grid.columns});
        if (step % 2 == 0) // every other step shows the mean of all heads, the others one head
            request.head = HeadIndex{step % analysis.record.headCount(layer)};
        const Stopwatch watch;
        const auto explanation = explainFromRecord(analysis.record, request, run);
        if (!explanation)
            return fail(explanation.error());
        const auto overlay = renderOverlay(analysis.picture, explanation->map, analysis.geometry, Look{},
            {0, 0, kCanvasWidth, kCanvasHeight}, kCanvasWidth, kCanvasHeight);
        if (!overlay.empty())
            times.push_back(watch.milliseconds());
    }
    return medianOf(times);
}

/// The first answer, or the median of three where that takes less than a second: the first also lays memory out.
Result<double> methodTime(Engine& engine, const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    constexpr double kQuick = 1000;
    std::vector<double> times;
    for (int i = 0; i < 4; ++i) {
        const auto explained = engine.explain(analysis, request, run);
        if (!explained)
            return fail(explained.error());
        if (explained->milliseconds > kQuick)
            return explained->milliseconds;
        if (i > 0)
            times.push_back(explained->milliseconds);
    }
    return medianOf(times);
}

struct Figures {
    double forward = 0, plain = 0, browse = 0, load = 0, memory = 0, method = 0;
    std::size_t recordBytes = 0;
};

Result<Figures> measure(Engine& engine, const BenchmarkOptions& options, const RunContext& run)
{
    const auto picture = testPicture();
    Figures figures;
    figures.load = engine.model()->loadMilliseconds;
    const auto forward = forwardTime(engine, picture, true, options.runs, run);
    if (!forward)
        return fail(forward.error());
    const auto plain = forwardTime(engine, picture, false, options.runs, run);
    if (!plain)
        return fail(plain.error());
    const auto analysis = engine.analyse(picture, run);
    if (!analysis)
        return fail(analysis.error());
    const auto browse = browseTime(**analysis, run);
    if (!browse)
        return fail(browse.error());
    if (!options.method.empty()) {
        ExplainRequest request;
        request.method = *methodByName(options.method);
        const auto time = methodTime(engine, **analysis, request, run);
        if (!time)
            return fail(time.error());
        figures.method = *time;
    }
    figures.forward = *forward;
    figures.plain = *plain;
    figures.browse = *browse;
    figures.recordBytes = (*analysis)->record.bytes();
    figures.memory = peakMegabytes();
    return figures;
}

double rounded(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

Status benchmark(const BenchmarkOptions& options, Shell& shell)
{
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    const auto run = shell.context();
    const auto figures = measure(*engine, options, run);
    if (!figures)
        return shell.failed(figures.error());
    const auto place = engine->runsOn();
    nlohmann::ordered_json all{{"forward_ms", rounded(figures->forward)}, {"forward_plain_ms", rounded(figures->plain)},
        {"load_ms", rounded(figures->load)}, {"peak_rss_mb", rounded(figures->memory)},
        {"browse_ms", rounded(figures->browse)},
        {"record_mb", rounded(static_cast<double>(figures->recordBytes) / (1024.0 * 1024.0))},
        {"model", engine->model()->title}, {"device", place.device}, {"precision", place.precision},
        {"threads", place.threads}, {"runs", options.runs}};
    if (!options.method.empty()) {
        all["method"] = options.method;
        all["method_ms"] = rounded(figures->method);
        all["ratio"] = rounded(figures->method / figures->forward);
    }
    if (shell.common.json) {
        shell.console.printJson(all);
        return kDone;
    }
    for (const auto& [name, value] : all.items())
        shell.console.print(name + std::string(18 - std::min<std::size_t>(17, name.size()), ' ')
            + (value.is_string() ? value.get<std::string>() : jsonText(value)));
    return kDone;
}

}

void addBenchmarkCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<BenchmarkOptions>();
    auto* command = app.add_subcommand("benchmark", "Time loading, one forward pass and one browsing step");
    command->add_option("--runs", options->runs, "forward passes per figure, after one to warm up; the median counts")
        ->check(CLI::Range(7, 1000))
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--method", options->method, "time this method too, and its ratio to a recorded forward pass; peak_rss_mb then includes it")
        ->check(aMethod())
        ->type_name("M");
    addCommonOptions(*command, shell.common);
    command->callback([options, &shell] { shell.work = [options, &shell] { return benchmark(*options, shell); }; });
}

}
