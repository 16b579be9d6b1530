// core/engine/engine.cpp
#include "core/engine/engine.h"
#include "core/base/stopwatch.h"
#include "core/engine/engine_impl.h"
#include "core/engine/guard.h"
#include "core/engine/model/describe_model.h"
#include "core/engine/model/fact_names.h"
#include "core/engine/picture/hide_pixels.h"
#include "core/engine/picture/predictions.h"
#include "core/engine/picture/prepare.h"
#include "core/engine/startup.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include "core/explain/perturbation/intervention_hooks.h"
#include <limits>

namespace patchlight
{
namespace
{

void take(RecordedForward&& forward, const ModelConfig& config, Analysis& analysis)
{
    analysis.predictions = predictionsFrom(forward.logits, config);
    analysis.predictionsClass = predictionsFrom(forward.logitsClass, config);
    analysis.predictionsDistillation = predictionsFrom(forward.logitsDistillation, config);
    analysis.logits = std::move(forward.logits);
    analysis.logitsClass = std::move(forward.logitsClass);
    analysis.logitsDistillation = std::move(forward.logitsDistillation);
    analysis.features = std::move(forward.tokens);
    analysis.record = std::move(forward.record);
}

const std::vector<Cell>& droppedFrom(const Analysis& analysis)
{
    static const std::vector<Cell> none;
    return analysis.interventions.hideWith == HideWith::Drop ? analysis.interventions.hidden : none;
}

Result<void> checkQuery(const Analysis& analysis, const Query& query)
{
    for (const Cell cell : query.cells)
        for (const Cell gone : droppedFrom(analysis))
            if (cell == gone)
                return fail(ErrorCode::InvalidOption,
                    "Patch " + std::to_string(cell.row) + "," + std::to_string(cell.column)
                        + " is dropped from the sequence, so it looks at nothing; ask another one.");
    return {};
}

/// Patches that were not there have no value.
void leaveOutDropped(const Analysis& analysis, Grid<float>& map)
{
    if (map.size() == analysis.tokens.grid)
        for (const Cell cell : droppedFrom(analysis))
            map.at(cell) = std::numeric_limits<float>::quiet_NaN();
}

}

Engine::Engine(EngineOptions options) : m_impl(std::make_unique<Impl>())
{
    startUp(options.threads);
}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<ModelInfoPtr> Engine::load(const ModelSource& source, const RunContext& run)
{
    const auto subject = source.path.empty() ? std::string{"the default model"} : source.path.string();
    return guarded(subject, [&]() -> Result<ModelInfoPtr> {
        auto model = LoadedModel::open(source, run);
        if (!model)
            return fail(model.error());
        m_impl->model = std::move(*model);
        return m_impl->model->info();
    });
}

ModelInfoPtr Engine::model() const
{
    return m_impl->model ? m_impl->model->info() : nullptr;
}

RunsOn Engine::runsOn() const
{
    if (!m_impl->model)
        return {};
    return {m_impl->model->device(), std::string{wordFor(m_impl->model->precision())}, threadCount()};
}

Result<AnalysisPtr> Engine::analyse(const PictureSource& picture, const RunContext& run)
{
    return analyse(picture, {}, run);
}

Result<AnalysisPtr> Engine::analyse(const PictureSource& picture, const AnalyseOptions& options, const RunContext& run)
{
    return guarded(subjectOf(picture), [&]() -> Result<AnalysisPtr> {
        if (!m_impl->model)
            return fail(ErrorCode::InvalidOption, "no model is loaded: load one first");
        return m_impl->analyse(picture, options, run);
    });
}

Result<AnalysisPtr> Engine::intervene(
    const AnalysisPtr& analysis, const Interventions& interventions, const RunContext& run)
{
    return intervene(analysis, interventions, {}, run);
}

Result<AnalysisPtr> Engine::intervene(const AnalysisPtr& analysis, const Interventions& interventions,
    const AnalyseOptions& options, const RunContext& run)
{
    return guarded(analysis->name, [&]() -> Result<AnalysisPtr> {
        if (!m_impl->model || analysis->model != m_impl->model->info())
            return fail(Impl::otherModel(*analysis));
        const auto& untouched = analysis->untouched ? analysis->untouched : analysis;
        return interventions.empty() ? Result<AnalysisPtr>{untouched}
                                     : m_impl->intervene(untouched, interventions, options, run);
    });
}

Result<RecordedForward> Engine::Impl::forward(
    const NdArray& input, bool record, AttentionHooks* hooks, const std::string& subject, const RunContext& run)
{
    auto ran = model->inference().run(input, record, hooks, run);
    if (ran)
        if (const auto finite = checkFinite(ran->logits); !finite)
            ran = fail(finite.error());
    return ran ? std::move(ran) : fail(ran.error().code, subject + ": " + ran.error().message);
}

Result<AnalysisPtr> Engine::Impl::analyse(
    const PictureSource& source, const AnalyseOptions& options, const RunContext& run)
{
    const auto& info = model->info();
    auto analysis = std::make_shared<Analysis>();
    auto input = prepare(source, info->config.profile.value, analysis->picture, analysis->ms, &analysis->notes);
    if (!input)
        return fail(input.error());
    const Stopwatch running;
    auto ran = forward(input->tensor, options.record, nullptr, subjectOf(source), run);
    analysis->ms.forward = running.milliseconds();
    if (!ran)
        return fail(ran.error());
    analysis->name = nameOf(source);
    analysis->file = source.file;
    analysis->seen = std::move(input->pixels);
    analysis->input = std::move(input->tensor);
    analysis->geometry = input->geometry;
    analysis->tokens = tokensFor(info->config, input->geometry.input());
    take(std::move(*ran), info->config, *analysis);
    analysis->model = info;
    analysis->device = model->device();
    analysis->precision = wordFor(model->precision());
    analysis->threads = threadCount();
    return AnalysisPtr{std::move(analysis)};
}

Result<AnalysisPtr> Engine::Impl::intervene(
    const AnalysisPtr& untouched, const Interventions& wish, const AnalyseOptions& options, const RunContext& run)
{
    const auto& config = untouched->model->config;
    if (const auto fine = checkInterventions(wish, config, untouched->tokens.grid); !fine)
        return fail(fine.error());
    const auto network = model->plainNetwork(run);
    if (!network)
        return fail(network.error());
    const GridSize size = untouched->geometry.input();
    auto analysis = std::make_shared<Analysis>(*untouched);
    hideInInput(wish, untouched->tokens.grid, size, analysis->input.values.data());
    hidePixels(wish, untouched->tokens.grid, config.profile.value, analysis->seen);
    InterventionHooks hooks(wish, **network, size);
    const Stopwatch running;
    auto ran = forward(analysis->input, options.record, &hooks, untouched->name, run);
    if (!ran)
        return fail(ran.error());
    analysis->ms = {0, 0, running.milliseconds()};
    take(std::move(*ran), config, *analysis);
    if (options.record)
        analysis->record = intervenedRecord(analysis->record, wish);
    analysis->interventions = wish;
    analysis->untouched = untouched;
    return AnalysisPtr{std::move(analysis)};
}

Result<Explanation> Engine::explain(const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<Explanation> {
        const auto& method = methodInfo(request.method);
        auto filled = request;
        if (method.needs == Needs::Class && !filled.target) {
            if (analysis.predictions.empty())
                return fail(ErrorCode::InvalidOption,
                    std::string{method.name} + " explains a class, and this model has no classification head");
            filled.target = analysis.predictions.front().index;
        }
        if (const auto asked = checkQuery(analysis, filled.query); !asked)
            return fail(asked.error());
        auto explanation = method.network ? m_impl->explainWithNetwork(analysis, filled, run)
                                          : explainFromRecord(analysis.record, filled, run);
        if (explanation)
            leaveOutDropped(analysis, explanation->map);
        return explanation;
    });
}

}
