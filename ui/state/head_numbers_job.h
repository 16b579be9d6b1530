// ui/state/head_numbers_job.h: entropy, distance and prefix share of every head, computed when somebody looks.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/adapter/head_numbers.h"
#include "ui/state/latest_job.h"
#include <QObject>
#include <vector>

namespace patchlight
{

/// Beside the window; the newest picture wins. Never runs the network.
class HeadNumbersJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Nothing happens where these are already the analysis's numbers, or on their way.
    void follow(const AnalysisPtr& analysis);
    /// Empty until they are there.
    const std::vector<LayerNumbers>& layers() const { return m_layers; }

Q_SIGNALS:
    void changed();

private:
    AnalysisPtr m_analysis;
    std::vector<LayerNumbers> m_layers;
    LatestJob m_job;
};

}
