// core/engine/engine.cpp
#include "core/engine/engine.h"
#include "core/base/npy.h"
#include "core/engine/describe_model.h"
#include "core/engine/engine_impl.h"
#include "core/engine/fact_names.h"
#include "core/engine/guard.h"
#include "core/engine/hide_pixels.h"
#include "core/engine/predictions.h"
#include "core/engine/startup.h"
#include "core/engine/stopwatch.h"
#include "core/explain/from_network.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include "core/image/preprocess.h"
#include "core/image/read_picture.h"
#include "core/model/plain_inference.h"

namespace patchlight
{
namespace
{

bool isNpy(const std::filesystem::path& path)
{
    return path.extension() == ".npy";
}

std::string nameOf(const PictureSource& source)
{
    return source.name.empty() ? source.file.filename().string() : source.name;
}

/// The network's input, and the picture it came from (for an .npy: its own pixels).
Result<NetworkInput> prepare(const PictureSource& source, const PreprocessProfile& profile, Image& picture, Timings& ms)
{
    const Stopwatch reading;
    if (isNpy(source.file)) {
        auto array = readNpy(source.file);
        if (!array)
            return fail(array.error());
        auto input = fromTensor(std::move(*array), profile);
        if (!input)
            return fail(input.error().code, source.file.string() + ": " + input.error().message);
        picture = input->pixels;
        ms.read = reading.milliseconds();
        return input;
    }
    auto image = source.file.empty() ? Result<Image>{source.pixels} : readPicture(source.file);
    if (!image)
        return fail(image.error());
    picture = std::move(*image);
    ms.read = reading.milliseconds();
    const Stopwatch preparing;
    auto input = preprocess(picture, profile);
    ms.preprocess = preparing.milliseconds();
    return input;
}

void take(RecordedForward&& forward, const std::vector<std::string>& names, Analysis& analysis)
{
    analysis.predictions = predictionsFrom(forward.logits, names);
    analysis.predictionsClass = predictionsFrom(forward.logitsClass, names);
    analysis.predictionsDistillation = predictionsFrom(forward.logitsDistillation, names);
    analysis.logits = std::move(forward.logits);
    analysis.logitsClass = std::move(forward.logitsClass);
    analysis.logitsDistillation = std::move(forward.logitsDistillation);
    analysis.features = std::move(forward.tokens);
    analysis.record = std::move(forward.record);
}

}

Error Engine::Impl::otherModel(const Analysis& analysis)
{
    return {ErrorCode::InvalidOption, analysis.name + ": analysed by another model: analyse it again"};
}

Result<std::shared_ptr<Network>> Engine::Impl::networkFor(const Analysis& analysis, const RunContext& run)
{
    if (!model || analysis.model != model->info())
        return fail(otherModel(analysis));
    return model->plainNetwork(run);
}

std::unique_ptr<InterventionHooks> Engine::Impl::hooksOf(const Analysis& analysis, const Network& network)
{
    if (analysis.interventions.empty())
        return nullptr;
    return std::make_unique<InterventionHooks>(analysis.interventions, network, analysis.geometry.input());
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
    const auto subject = picture.file.empty() ? nameOf(picture) : picture.file.string();
    return guarded(subject, [&]() -> Result<AnalysisPtr> {
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

Result<AnalysisPtr> Engine::Impl::analyse(
    const PictureSource& source, const AnalyseOptions& options, const RunContext& run)
{
    const auto& info = model->info();
    auto analysis = std::make_shared<Analysis>();
    auto input = prepare(source, info->config.profile.value, analysis->picture, analysis->ms);
    if (!input)
        return fail(input.error());
    const Stopwatch running;
    auto forward = model->inference().run(input->tensor, options.record, nullptr, run);
    analysis->ms.forward = running.milliseconds();
    if (!forward)
        return fail(forward.error().code, source.file.string() + ": " + forward.error().message);
    const auto& names = info->config.classNames;
    analysis->name = nameOf(source);
    analysis->file = source.file;
    analysis->seen = std::move(input->pixels);
    analysis->input = std::move(input->tensor);
    analysis->geometry = input->geometry;
    analysis->tokens = tokensFor(info->config, input->geometry.input());
    take(std::move(*forward), names, *analysis);
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
    auto forward = model->inference().run(analysis->input, options.record, &hooks, run);
    if (!forward)
        return fail(forward.error().code, untouched->name + ": " + forward.error().message);
    analysis->ms = {0, 0, running.milliseconds()};
    take(std::move(*forward), config.classNames, *analysis);
    if (options.record)
        analysis->record = intervenedRecord(analysis->record, wish);
    analysis->interventions = wish;
    analysis->untouched = untouched;
    return AnalysisPtr{std::move(analysis)};
}

Result<Explanation> Engine::Impl::explainWithNetwork(
    const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    const Stopwatch watch;
    const auto network = networkFor(analysis, run);
    if (!network)
        return fail(network.error());
    const auto hooks = hooksOf(analysis, **network);
    auto explanation
        = explainFromNetwork(**network, viewOf(analysis.input), &analysis.record, request, run, hooks.get());
    if (explanation)
        explanation->milliseconds = watch.milliseconds();
    return explanation;
}

Result<Explanation> Engine::explain(const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<Explanation> {
        const auto& method = methodInfo(request.method);
        const Stopwatch watch;
        auto filled = request;
        if (method.needs == Needs::Class && !filled.target) {
            if (analysis.predictions.empty())
                return fail(ErrorCode::InvalidOption,
                    std::string{method.name} + " explains a class, and this model has no classification head");
            filled.target = analysis.predictions.front().index;
        }
        if (method.network)
            return m_impl->explainWithNetwork(analysis, filled, run);
        auto explanation = explainFromRecord(analysis.record, filled, run);
        if (explanation)
            explanation->milliseconds = watch.milliseconds();
        return explanation;
    });
}

}
