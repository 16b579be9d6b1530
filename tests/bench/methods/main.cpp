// tests/bench/methods/main.cpp: time and peak memory of every method on networks with random weights, as a Markdown
// table. Every figure is of a process of its own, which loads the model, analyses one picture and answers once.
#include "core/engine/engine.h"
#include "core/explain/methods.h"
#include "random_models.h"
#include "time_limit.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace patchlight::bench
{
namespace
{

struct Options {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "patchlight-bench";
    std::string model, method; ///< parts of titles and names; empty = all
    std::vector<std::string> skip; ///< methods
    bool keep = false; ///< leave the weights there, and take those that are there
    int seconds = 300;
    int threads = 0;
};

/// What a child tells its parent; written whole into a pipe.
struct Answer {
    std::array<char, 200> refusal{}; ///< why there is no map
    double milliseconds = 0;
    double fraction = 1; ///< of the work that was done; less than 1: the time of all of it is an estimate
    double peakGigabytes = 0;
};

Image testPicture()
{
    Image picture(1024, 768);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            auto* pixel = picture.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(x / 4);
            pixel[1] = static_cast<std::uint8_t>(y / 3);
            pixel[2] = static_cast<std::uint8_t>(x * y % 256);
        }
    return picture;
}

double peakGigabytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / (1024.0 * 1024.0); // Linux counts in KiB
}

/// Without a method: the recorded forward pass alone.
Result<Answer> measure(const std::filesystem::path& model, std::optional<Method> method, const Options& options)
{
    Engine engine({options.threads});
    ModelSource source;
    source.path = model;
    source.device = "cpu";
    if (const auto loaded = engine.load(source, {}); !loaded)
        return fail(loaded.error());
    const auto analysis = engine.analyse(PictureSource{{}, testPicture(), "test picture"}, {});
    if (!analysis)
        return fail(analysis.error());
    if (!method)
        return Answer{.milliseconds = (*analysis)->ms.forward};
    ExplainRequest request;
    request.method = *method;
    TimeLimit limit(options.seconds);
    const auto explained = engine.explain(**analysis, request, limit.context());
    if (explained)
        return Answer{.milliseconds = explained->milliseconds};
    if (explained.error().code == ErrorCode::Cancelled && limit.fractionDone() > 0)
        return Answer{.milliseconds = limit.estimatedMilliseconds(), .fraction = limit.fractionDone()};
    return fail(explained.error());
}

[[noreturn]] void answerAndLeave(int pipe, const Result<Answer>& measured)
{
    Answer answer = measured.value_or(Answer{});
    if (!measured)
        std::snprintf(answer.refusal.data(), answer.refusal.size(), "%s", measured.error().message.c_str());
    answer.peakGigabytes = peakGigabytes();
    const auto written = ::write(pipe, &answer, sizeof answer);
    ::_exit(written == sizeof answer ? 0 : 1);
}

/// Runs `work` in a child; nothing where it took longer than `seconds` or died.
template <class Work> std::optional<Answer> inChild(int seconds, const Work& work)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return std::nullopt;
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(static_cast<unsigned>(seconds)); // the default action ends the child
        answerAndLeave(pipe[1], work());
    }
    ::close(pipe[1]);
    Answer answer;
    const bool whole = ::read(pipe[0], &answer, sizeof answer) == sizeof answer;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return whole ? std::optional(answer) : std::nullopt;
}

std::string cell(const std::optional<Answer>& answer, int seconds)
{
    std::array<char, 240> text{};
    if (!answer)
        std::snprintf(text.data(), text.size(), "over %d s | ", seconds);
    else if (answer->refusal[0] != 0)
        std::snprintf(text.data(), text.size(), "– | %s", answer->refusal.data());
    else if (answer->fraction < 1)
        std::snprintf(text.data(), text.size(), "≈ %.0f min, from %.1f %% of it | %.2f GiB",
            answer->milliseconds / 60000, 100 * answer->fraction, answer->peakGigabytes);
    else if (answer->milliseconds < 10)
        std::snprintf(text.data(), text.size(), "%.1f ms | %.2f GiB", answer->milliseconds, answer->peakGigabytes);
    else if (answer->milliseconds < 10000)
        std::snprintf(text.data(), text.size(), "%.0f ms | %.2f GiB", answer->milliseconds, answer->peakGigabytes);
    else
        std::snprintf(
            text.data(), text.size(), "%.0f s | %.2f GiB", answer->milliseconds / 1000, answer->peakGigabytes);
    return text.data();
}

void printRow(const std::string& name, const std::optional<Answer>& answer, int seconds)
{
    std::printf("| %s | %s |\n", name.c_str(), cell(answer, seconds).c_str());
    std::fflush(stdout);
}

bool wanted(const MethodInfo& method, const Options& options)
{
    const bool skipped = std::find(options.skip.begin(), options.skip.end(), method.name) != options.skip.end();
    return !skipped && method.needs != Needs::Nothing && method.name.find(options.method) != std::string_view::npos;
}

void benchModel(const RandomModel& model, const Options& options)
{
    const auto folder = options.folder / model.config.name;
    const auto made = inChild(600, [&]() -> Result<Answer> {
        if (options.keep && std::filesystem::exists(folder / "model.safetensors"))
            return Answer{};
        if (const auto written = writeRandomModel(model, folder); !written)
            return fail(written.error());
        return Answer{};
    });
    if (!made || made->refusal[0] != 0) {
        std::printf("%s: %s\n", model.title.c_str(), made ? made->refusal.data() : "the weights could not be made");
        return;
    }
    std::printf("\n### %s\n\n| method | time | peak memory |\n|---|---|---|\n", model.title.c_str());
    const auto row = [&](const std::string& name, std::optional<Method> method) {
        const int patience = 2 * options.seconds + 60; // for loading, and for methods that stop late
        printRow(name, inChild(patience, [&] { return measure(folder, method, options); }), patience);
    };
    row("forward pass, recorded", std::nullopt);
    for (const MethodInfo& method : methods())
        if (wanted(method, options))
            row(std::string{method.name}, method.method);
    std::error_code ignored;
    if (!options.keep)
        std::filesystem::remove_all(folder, ignored);
}

int run(int argc, char** argv)
{
    Options options;
    CLI::App app{"Time and peak memory of every method, with random weights", "bench_methods"};
    app.add_option("--folder", options.folder, "where the weights are put while they are used (2.5 GB)");
    app.add_option("--model", options.model, "only models whose title has this in it");
    app.add_option("--method", options.method, "only methods whose name has this in it");
    app.add_option("--skip", options.skip, "methods to leave out");
    app.add_flag("--keep", options.keep, "leave the weights there, and take those that are there");
    app.add_option("--seconds", options.seconds, "after so long a method is stopped and its time estimated")
        ->capture_default_str();
    app.add_option("--threads", options.threads, "0 = all")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    for (const RandomModel& model : randomModels())
        if (model.title.find(options.model) != std::string::npos)
            benchModel(model, options);
    return 0;
}

}
}

int main(int argc, char** argv)
{
    return patchlight::bench::run(argc, argv);
}
