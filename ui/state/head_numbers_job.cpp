// ui/state/head_numbers_job.cpp: one job per analysis.
#include "ui/state/head_numbers_job.h"
#include "ui/state/intervention_edits.h"

namespace patchlight
{

void HeadNumbersJob::follow(const AnalysisPtr& analysis)
{
    if (!analysis || analysis == m_analysis)
        return;
    const bool samePicture = untouchedOf(analysis) == untouchedOf(m_analysis);
    m_analysis = analysis;
    if (!samePicture) { // else the old numbers stay until the new ones are there
        m_layers.clear();
        Q_EMIT changed();
    }
    m_job.start([this, analysis](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        auto numbers = headNumbers(*analysis, cancel);
        if (!numbers)
            return;
        deliver([this, layers = std::move(*numbers)]() mutable {
            m_layers = std::move(layers);
            Q_EMIT changed();
        });
    });
}

}
