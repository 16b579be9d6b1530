// ui/state/logit_lens.h: what the head would say after every layer, asked when somebody looks.
#pragma once
#include "ui/adapter/lens_layers.h"
#include <QObject>
#include <vector>

namespace patchlight
{
class EngineClient;

/// One forward pass on the engine's thread for each run and token; the newest question wins. What was cancelled is
/// asked again by the next `follow`.
class LogitLens : public QObject
{
    Q_OBJECT
public:
    /// `engine` outlives this.
    explicit LogitLens(EngineClient* engine, QObject* parent = nullptr);

    /// Nothing happens where this is already known or on its way. A network without classes has no lens.
    void follow(const AnalysisPtr& analysis, const Query& query);
    /// Of the last run and token that were answered; empty until then.
    const std::vector<LensLayer>& layers() const { return m_layers; }
    const Query& token() const { return m_token; } ///< that `layers` are of
    /// Another model is loaded: what the old one said is of no class of the new one.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<NdArray>& logits);
    void show(std::vector<LensLayer> layers);

    EngineClient* m_engine;
    AnalysisPtr m_analysis; ///< with m_query what was answered or is on its way
    Query m_query;
    Query m_token;
    std::vector<LensLayer> m_layers;
};

}
