// core/engine/engine.cpp
#include "core/engine/engine.h"
#include "core/base/ending.h"
#include "core/base/fact_words.h"
#include "core/base/family.h"
#include "core/base/guard.h"
#include "core/base/memory_bound.h"
#include "core/base/stopwatch.h"
#include "core/engine/engine_impl.h"
#include "core/engine/explain_analysis.h"
#include "core/engine/picture/hide_pixels.h"
#include "core/engine/picture/predictions.h"
#include "core/engine/picture/prepare.h"
#include "core/engine/startup.h"
#include "core/explain/perturbation/intervention_hooks.h"

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
    analysis.embedding = std::move(forward.embedding);
    analysis.featureMap = std::move(forward.featureMap);
    analysis.record = std::move(forward.record);
}

}

Engine::Engine(EngineOptions options) : m_impl(std::make_unique<Impl>())
{
    m_impl->readsApart = options.readsApart;
    startUp(options.threads);
}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<ModelInfoPtr> Engine::load(const ModelSource& source, const RunContext& run)
{
    const auto subject = source.path.empty() ? std::string{"the default model"} : source.path.string();
    return guarded(subject, [&]() -> Result<ModelInfoPtr> {
        if (const auto same = m_impl->model ? m_impl->model->prepareOtherwise(source, run) : Result<bool>{false}; !same)
            return fail(same.error());
        else if (*same)
            return m_impl->model->info();
        auto model = LoadedModel::open(source, run);
        if (!model)
            return fail(model.error());
        m_impl->model = std::move(*model);
        m_impl->roomyInput = {};
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

Result<void> Engine::Impl::checkRoom(GridSize input, bool record, const std::string& subject)
{
    if (input == roomyInput)
        return {};
    auto room = checkMemory(model->inference().bytesNeeded(input, record),
        subject + ": at " + std::to_string(input.rows) + " × " + std::to_string(input.columns) + " pixels the network",
        "take a smaller --image-size or model, or give it more with --memory");
    if (room)
        roomyInput = input;
    return room;
}

Result<RecordedForward> Engine::Impl::forward(
    const NdArray& input, bool record, AttentionHooks* hooks, const std::string& subject, const RunContext& run)
{
    if (const auto same = model->checkFiles(); !same)
        return fail(same.error());
    if (input.shape.size() == 4)
        if (const auto room = checkRoom({static_cast<int>(input.shape[2]), static_cast<int>(input.shape[3])}, record, subject);
            !room)
            return fail(room.error());
    auto ran = model->inference().run(input, record ? Keep::Record : Keep::Tokens, hooks, run);
    if (ran)
        if (const auto finite = checkFinite(ran->logits); !finite)
            ran = fail(finite.error());
    return ran ? std::move(ran) : fail(ran.error().code, subject + ": " + ran.error().message);
}

Result<Prepared> Engine::Impl::prepared(const PictureSource& source, const RunContext& run)
{
    const auto work = [source, profile = model->info()->config.profile.value]() -> Result<Prepared> {
        Prepared made;
        auto input = prepare(source, profile, made.picture, made.ms, &made.notes);
        if (!input)
            return fail(input.error());
        made.input = std::move(*input);
        return made;
    };
    run.step("reading", 0, 0);
    if (!readsApart || source.file.empty())
        return work();
    auto made = reading.run(work, run.cancel);
    return made ? std::move(*made) : Result<Prepared>{cancelled()};
}

Result<AnalysisPtr> Engine::Impl::analyse(
    const PictureSource& source, const AnalyseOptions& options, const RunContext& run)
{
    const auto& info = model->info();
    auto analysis = std::make_shared<Analysis>();
    if (auto identity = source.file.empty() ? Result<FileIdentityPtr>{nullptr} : FileIdentity::of(source.file))
        analysis->identity = std::move(*identity); // where there is none, reading says why
    const bool array = lowerEnding(source.file) == ".npy"; // it has a size of its own
    if (const auto room = array ? Result<void>{} : checkRoom(info->config.imageSize.value, options.record, subjectOf(source));
        !room)
        return fail(room.error());
    auto made = prepared(source, run);
    if (!made)
        return fail(made.error());
    auto& input = made->input;
    analysis->picture = std::move(made->picture);
    analysis->ms = made->ms;
    analysis->notes = std::move(made->notes);
    const Stopwatch running;
    auto ran = forward(input.tensor, options.record, nullptr, subjectOf(source), run);
    analysis->ms.forward = running.milliseconds();
    if (!ran)
        return fail(ran.error());
    analysis->name = nameOf(source);
    analysis->file = source.file;
    analysis->seen = std::move(input.pixels);
    analysis->input = std::move(input.tensor);
    analysis->geometry = input.geometry;
    analysis->tokens = tokensOf(info->config, input.geometry.input());
    take(std::move(*ran), info->config, *analysis);
    analysis->model = info;
    analysis->device = model->device();
    analysis->precision = wordFor(model->precision());
    analysis->threads = threadCount();
    return AnalysisPtr{std::move(analysis)};
}

Result<AnalysisPtr> Engine::Impl::intervene(
    const AnalysisPtr& untouched, const Interventions& changes, const AnalyseOptions& options, const RunContext& run)
{
    const auto& config = untouched->model->config;
    if (const auto valid = checkInterventions(changes, config, untouched->tokens.grid); !valid)
        return fail(valid.error());
    const auto network = model->plainNetwork(run);
    if (!network)
        return fail(network.error());
    const GridSize size = untouched->geometry.input();
    auto analysis = std::make_shared<Analysis>(*untouched);
    hideInInput(changes, untouched->tokens.grid, analysis->input);
    hidePixels(changes, untouched->tokens.grid, config.profile.value, analysis->seen);
    InterventionHooks hooks(changes, **network, size);
    const Stopwatch running;
    auto ran = forward(analysis->input, options.record, &hooks, untouched->name, run);
    if (!ran)
        return fail(ran.error());
    analysis->ms = {0, 0, running.milliseconds()};
    take(std::move(*ran), config, *analysis);
    if (options.record)
        analysis->record = intervenedRecord(analysis->record, changes);
    analysis->interventions = changes;
    analysis->untouched = untouched;
    return AnalysisPtr{std::move(analysis)};
}

Result<Explanation> Engine::explain(const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    return explainFromAnalysis(analysis, request, run,
        [&](const ExplainRequest& filled) { return m_impl->explainWithNetwork(analysis, filled, run); });
}

}
