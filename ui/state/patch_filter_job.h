// ui/state/patch_filter_job.h: the filters of the loaded model's patch embedding, asked when somebody looks.
#pragma once
#include "ui/adapter/core_types.h"
#include <QObject>
#include <QString>
#include <optional>

namespace patchlight
{
class EngineClient;

/// Once for each model.
class PatchFilterJob : public QObject
{
    Q_OBJECT
public:
    /// `engine` outlives this.
    explicit PatchFilterJob(EngineClient* engine, QObject* parent = nullptr);

    /// `model`: the one that is loaded. Nothing happens where its filters are known or on their way.
    void follow(const ModelInfoPtr& model);
    const std::optional<PatchFilters>& filters() const { return m_filters; }
    /// Why this model has none to show; empty where it has, or they are on their way.
    QString why() const { return m_why; }

Q_SIGNALS:
    void changed();

private:
    void take(const Result<PatchFilters>& filters);

    EngineClient* m_engine;
    ModelInfoPtr m_model;
    std::optional<PatchFilters> m_filters;
    QString m_why;
};

}
