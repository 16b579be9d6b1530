// ui/state/patch_filter_job.cpp
#include "ui/state/patch_filter_job.h"
#include "ui/adapter/engine_client.h"
#include "ui/adapter/texts.h"

namespace patchlight
{
namespace
{
constexpr int kFilters = 28; ///< as in the figure of the paper
}

PatchFilterJob::PatchFilterJob(EngineClient* engine, QObject* parent) : QObject(parent), m_engine(engine)
{
    connect(engine, &EngineClient::filtered, this, [this](const PatchFilters& filters) {
        m_filters = filters;
        Q_EMIT changed();
    });
    connect(engine, &EngineClient::failed, this, [this](RequestKind kind, const Error& error) {
        if (kind != RequestKind::Filters)
            return;
        m_why = errorText(error);
        Q_EMIT changed();
    });
    connect(engine, &EngineClient::dropped, this, [this](RequestKind kind) {
        if (kind == RequestKind::Filters)
            m_model.reset(); // asked again by whoever looks next
    });
}

void PatchFilterJob::follow(const ModelInfoPtr& model)
{
    if (!model || model == m_model)
        return;
    m_model = model;
    m_filters.reset();
    m_why.clear();
    Q_EMIT changed();
    m_engine->filters(kFilters);
}

}
