// ui/state/logit_lens.cpp: asks, and turns logits into probabilities.
#include "ui/state/logit_lens.h"
#include "ui/adapter/engine_client.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr RequestKind kLensRequest{"lens", Scope::View};

LensLayer lensLayer(const float* logits, std::size_t classes)
{
    LensLayer layer;
    layer.known = classes > 0 && std::isfinite(logits[0]);
    if (!layer.known)
        return layer;
    const float* best = std::max_element(logits, logits + classes);
    double sum = 0;
    for (std::size_t c = 0; c < classes; ++c)
        sum += std::exp(static_cast<double>(logits[c] - *best));
    layer.probabilities.reserve(classes);
    for (std::size_t c = 0; c < classes; ++c)
        layer.probabilities.push_back(static_cast<float>(std::exp(static_cast<double>(logits[c] - *best)) / sum));
    layer.top = ClassIndex{static_cast<int>(best - logits)};
    layer.topProbability = static_cast<float>(1 / sum);
    return layer;
}

}

std::vector<LensLayer> lensLayers(const NdArray& logits)
{
    std::vector<LensLayer> layers;
    const auto classes = static_cast<std::size_t>(logits.dim(1));
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(logits.dim(0)); ++layer)
        layers.push_back(lensLayer(logits.values.data() + layer * classes, classes));
    return layers;
}

LogitLens::LogitLens(EngineClient* engine, QObject* parent) : QObject(parent), m_engine(engine) { }

void LogitLens::follow(const AnalysisPtr& analysis, const Query& query)
{
    if (!analysis || (analysis == m_analysis && query == m_query))
        return;
    const bool otherModel = !m_analysis || m_analysis->model != analysis->model;
    m_analysis = analysis;
    m_query = query;
    if (otherModel || analysis->predictions.empty())
        show({});
    if (!analysis->predictions.empty())
        m_engine->ask(
            kLensRequest,
            [analysis, query](
                AnalysisEngine& engine, const RunContext& run) { return engine.logitLens(*analysis, query, run); },
            this, [this](const Result<NdArray>& logits) { take(logits); });
}

void LogitLens::forget()
{
    m_analysis.reset();
    show({});
}

void LogitLens::take(const Result<NdArray>& logits)
{
    if (!logits && logits.error().code == ErrorCode::Cancelled)
        m_analysis.reset(); // nothing is known of it
    show(logits && logits->shape.size() == 2 ? lensLayers(*logits) : std::vector<LensLayer>());
}

void LogitLens::show(std::vector<LensLayer> layers)
{
    m_layers = std::move(layers);
    Q_EMIT changed();
}

}
