// ui/state/patch_filter_job.cpp
#include "ui/state/patch_filter_job.h"
#include "ui/adapter/engine_client.h"
#include "ui/adapter/texts.h"

namespace patchlight
{
namespace
{
constexpr RequestKind kFiltersRequest{"filters", Scope::View};
constexpr int kFilters = 28; ///< as in the figure of the paper
}

PatchFilterJob::PatchFilterJob(EngineClient* engine, QObject* parent) : QObject(parent), m_engine(engine) { }

void PatchFilterJob::follow(const ModelInfoPtr& model)
{
    if (!model || model == m_model)
        return;
    m_model = model;
    m_filters.reset();
    m_why.clear();
    Q_EMIT changed();
    m_engine->ask(
        kFiltersRequest,
        [](AnalysisEngine& engine, const RunContext& run) { return engine.patchFilters(kFilters, run); }, this,
        [this](const Result<PatchFilters>& filters) { take(filters); });
}

void PatchFilterJob::take(const Result<PatchFilters>& filters)
{
    if (filters)
        m_filters = *filters;
    else if (filters.error().code == ErrorCode::Cancelled)
        m_model.reset(); // asked again by whoever looks next
    else
        m_why = errorText(filters.error());
    Q_EMIT changed();
}

}
