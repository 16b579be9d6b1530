// ui/state/logit_lens.cpp
#include "ui/state/logit_lens.h"
#include "ui/adapter/engine_client.h"
#include "ui/state/intervention_edits.h"

namespace patchlight
{
namespace
{

constexpr RequestKind kLensRequest{"lens", Scope::View};
}

LogitLens::LogitLens(EngineClient* engine, QObject* parent) : QObject(parent), m_engine(engine) { }

void LogitLens::follow(const AnalysisPtr& analysis, const Query& query)
{
    if (!analysis || (analysis == m_analysis && query == m_query))
        return;
    const bool another = !m_analysis || untouchedOf(m_analysis) != untouchedOf(analysis); // picture, or model
    m_analysis = analysis;
    m_query = query;
    if (another || analysis->predictions.empty())
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
    show(logits && m_analysis ? lensLayers(*logits, m_analysis->model->config.outputs.value) : std::vector<LensLayer>());
}

void LogitLens::show(std::vector<LensLayer> layers)
{
    m_layers = std::move(layers);
    m_token = m_query;
    Q_EMIT changed();
}

}
