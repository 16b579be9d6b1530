// ui/view/widgets/charts/statistics_panel.cpp: four charts, side by side.
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/statistics_chart.h"
#include <QBoxLayout>

namespace patchlight
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kNarrowestChart = 110, kLowestChart = 110;
}

StatisticsPanel::StatisticsPanel(QWidget* parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(u"statisticsPanel"_s);
    setAccessibleName(tr("Statistics of the heads"));
    m_charts = {new StatisticsChart(tr("Entropy, nats"), tr("nats"), tr("nats"), this),
        new StatisticsChart(tr("Distance, pixels"), tr("pixels"), tr("px"), this),
        new StatisticsChart(tr("Share on other tokens"), tr("share"), {}, this)};
    m_row->setContentsMargins(metric::medium, metric::tiny + 1, metric::medium, metric::small);
    m_row->setSpacing(metric::large);
    m_charts[0]->setObjectName(u"entropy"_s);
    m_charts[1]->setObjectName(u"distance"_s);
    m_charts[2]->setObjectName(u"otherTokens"_s);
    for (StatisticsChart* chart : m_charts) {
        m_row->addWidget(chart, 1);
        chart->setMinimumSize(scaled(kNarrowestChart), scaled(kLowestChart));
        connect(chart, &StatisticsChart::headChosen, this, &StatisticsPanel::headChosen);
    }
    m_lens = new LensChart(this);
    m_lens->setMinimumSize(scaled(kNarrowestChart), scaled(kLowestChart));
    m_lens->hide();
    m_row->addWidget(m_lens, 1);
    connect(m_lens, &LensChart::layerChosen, this, &StatisticsPanel::layerChosen);
}

void StatisticsPanel::setLens(const QVector<LensPoint>& points, const QString& targetName, const QString& token)
{
    m_lens->setPoints(points, targetName, token);
    m_lens->setVisible(!points.isEmpty());
}

void StatisticsPanel::setStatistics(const HeadStatistics& statistics)
{
    m_charts[0]->setValues(statistics.entropy, statistics.uniformEntropy, tr("uniform"));
    m_charts[1]->setValues(statistics.distance, statistics.uniformDistance, tr("uniform"));
    m_charts[2]->setValues(statistics.prefix, 0, {});
    m_charts[0]->setVisible(!statistics.entropy.isEmpty());
    m_charts[1]->setVisible(!statistics.distance.isEmpty());
    m_charts[2]->setVisible(!statistics.prefix.isEmpty());
}

void StatisticsPanel::setSelected(int layer, int head)
{
    for (StatisticsChart* chart : m_charts)
        chart->setSelected(layer, head);
    m_lens->setLayer(layer);
}

QSize StatisticsPanel::sizeHint() const
{
    return {scaled(720), scaled(190)};
}

}
