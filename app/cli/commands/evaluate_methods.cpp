// app/cli/commands/evaluate_methods.cpp
#include "app/cli/commands/evaluate_methods.h"
#include "app/cli/commands/evaluation_journal.h"
#include "app/cli/commands/judge_picture.h"
#include "app/cli/text/csv_text.h"
#include "app/cli/text/method_scores.h"
#include "core/base/atomic_file.h"
#include "core/base/formatted.h"
#include "core/base/kept_input.h"
#include "core/base/stopwatch.h"
#include "core/explain/methods.h"
#include <algorithm>
#include <filesystem>
#include <utility>

namespace patchlight
{
namespace
{

constexpr double kBetweenWrites = 1000; ///< ms; a row waits no longer for its file

/// The sums that a map belongs to, made when it first comes.
MethodScore& scoreOf(Scores& scores, const JudgedMap& map)
{
    auto& list = methodInfo(map.method).group == MethodGroup::Baseline ? scores.baselines : scores.methods;
    for (MethodScore& score : list)
        if (score.method == map.method && score.grid == map.grid)
            return score;
    MethodScore score;
    score.method = map.method;
    score.name = map.name;
    score.grid = map.grid;
    return list.emplace_back(std::move(score));
}

void addCurve(std::vector<double>& sum, const std::vector<float>& scores)
{
    if (sum.empty())
        sum.resize(scores.size(), 0.0);
    for (std::size_t i = 0; i < sum.size() && sum.size() == scores.size(); ++i)
        sum[i] += static_cast<double>(scores[i]);
}

void addSteps(RandomisationSteps& sum, const RandomisationSteps& steps)
{
    if (sum.empty())
        for (const auto& step : steps)
            sum.push_back({step.from, 0, 0});
    for (std::size_t i = 0; i < std::min(sum.size(), steps.size()); ++i) {
        sum[i].rank += steps[i].rank;
        sum[i].rankOfSize += steps[i].rankOfSize;
    }
}

void add(MethodScore& score, const JudgedMap& map)
{
    ++score.pictures;
    if (map.curves) {
        score.deletion += map.curves->deletion.area;
        score.insertion += map.curves->insertion.area;
        addCurve(score.deletionCurve, map.curves->deletion.scores);
        addCurve(score.insertionCurve, map.curves->insertion.scores);
    }
    if (map.hit) {
        ++score.boxes;
        score.hits += *map.hit ? 1 : 0;
        score.energy += map.energy;
    }
    addSteps(score.randomised, map.randomised);
}

std::string rowOf(const std::string& picture, const JudgedMap& map)
{
    const auto curves = map.curves
        ? formatted("%.6f,%.6f", map.curves->deletion.area, map.curves->insertion.area)
        : std::string{","};
    const auto pointing = map.hit ? formatted("%d,%.6f", *map.hit ? 1 : 0, map.energy) : std::string{","};
    return csvQuoted(picture) + "," + map.name + "," + curves + "," + pointing + "\n";
}

void add(Scores& scores, const JudgedPicture& picture)
{
    for (const auto& map : picture.maps) {
        add(scoreOf(scores, map), map);
        scores.rows += rowOf(picture.name, map);
    }
}

/// Where the results go besides --out itself and the journal.
std::filesystem::path randomisationFile(const MethodTest& test)
{
    return std::filesystem::path{test.out}.replace_extension(".randomisation.csv");
}

std::filesystem::path curvesFile(const MethodTest& test)
{
    return std::filesystem::path{test.out}.replace_extension(".svg");
}

/// Before hours of work: none of the results would replace what is read.
Result<void> checkResults(const MethodTest& test)
{
    if (test.out.empty())
        return {};
    const std::pair<std::filesystem::path, bool> results[]{
        {test.out, true}, {randomisationFile(test), test.randomise}, {curvesFile(test), test.curves}};
    for (const auto& [file, written] : results)
        if (const auto free = written ? checkNotInput(file) : Result<void>{}; !free)
            return free;
    return {};
}

Result<void> writeAll(const MethodTest& test, const Scores& scores)
{
    if (test.out.empty())
        return {};
    if (auto written = writeFile(test.out, scores.rows); !written)
        return written;
    if (test.randomise)
        if (auto written = writeFile(randomisationFile(test), randomisationCsv(scores.all())); !written)
            return written;
    return test.curves ? writeFile(curvesFile(test), curvesFigure(scores.all())) : Result<void>{};
}

/// Judges what the journal does not know, picture by picture.
struct Evaluation {
    const MethodTest& test;
    Engine& engine;
    Shell& shell;
    EvaluationJournal& journal;
    Scores scores;
    Stopwatch sinceWritten;

    /// Errors: those of the files; what is wrong with a picture is told and counted.
    Result<void> take(const LabelledPicture& picture, const RunContext& run)
    {
        if (const auto* known = journal.known(picture.name)) {
            add(scores, *known);
            return {};
        }
        const auto judged = judgePicture(test, picture, engine, run);
        if (!judged) {
            if (run.cancel.requested())
                return {};
            shell.failed(judged.error());
            ++scores.failed;
            return {};
        }
        add(scores, *judged);
        if (auto kept = journal.append(*judged); !kept)
            return kept;
        if (test.out.empty() || sinceWritten.milliseconds() < kBetweenWrites)
            return {};
        sinceWritten = {};
        return writeFile(test.out, scores.rows);
    }

    void report() const
    {
        if (shell.common.json)
            shell.console.printJson(scoresJson(scores, test.curves, engine.model()->title));
        else
            shell.console.print(scoresTable(scores.all(), test.curves)
                + (test.randomise ? randomisationTable(scores.all()) : std::string{}));
    }
};

/// What an evaluation that was interrupted leaves, said.
Error interrupted(const MethodTest& test, int done, int total)
{
    const auto kept = formatted("; %d of %d pictures are in %s, --resume goes on from there", done, total,
        test.out.c_str());
    return {ErrorCode::Cancelled, "interrupted" + (test.out.empty() ? std::string{} : kept)};
}

}

Status evaluateMethods(
    const MethodTest& test, const std::vector<LabelledPicture>& pictures, Engine& engine, Shell& shell)
{
    if (const auto free = checkResults(test); !free)
        return shell.failed(free.error());
    auto journal = EvaluationJournal::open(test, *engine.model());
    if (!journal)
        return shell.failed(journal.error());
    Evaluation evaluation{test, engine, shell, *journal, {}, {}};
    const RunContext run{shell.context().cancel, {}};
    const int total = static_cast<int>(pictures.size());
    int done = 0;
    for (; done < total && !run.cancel.requested(); ++done) {
        shell.console.progress("pictures", done, total, true);
        if (auto taken = evaluation.take(pictures[static_cast<std::size_t>(done)], run); !taken)
            return shell.failed(taken.error());
    }
    const bool ended = run.cancel.requested();
    if (!ended)
        shell.console.progress("pictures", total, total, true);
    shell.console.clearProgress();
    if (auto written = writeAll(test, evaluation.scores); !written)
        return shell.failed(written.error());
    if (ended) {
        shell.console.error(interrupted(test, done - 1, total));
        return kFailed;
    }
    evaluation.report();
    return evaluation.scores.failed == 0 ? kDone : kFailed;
}

}
