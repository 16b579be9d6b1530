// ui/view/widgets/charts/statistics_panel.h: entropy, distance and prefix share of every head, and the logit lens.
#pragma once
#include "ui/view/widgets/charts/lens_chart.h"
#include <QVector>
#include <QWidget>

class QBoxLayout;

namespace patchlight
{
class StatisticsChart;

/// [layer][head]; layers may have different numbers of heads. An empty table hides its chart.
struct HeadStatistics {
    QVector<QVector<float>> entropy; ///< nats
    QVector<QVector<float>> distance; ///< pixels of the network's input
    QVector<QVector<float>> prefix; ///< share of attention on class, distillation and register tokens, [0, 1]
    float uniformEntropy = 0; ///< of a head that looks everywhere alike; 0: not drawn
    float uniformDistance = 0;
};

class StatisticsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit StatisticsPanel(QWidget* parent = nullptr);
    void setStatistics(const HeadStatistics&);
    /// An empty list hides the chart: no classes, or not known yet.
    void setLens(const QVector<LensPoint>& points, const QString& targetName, const QString& token);
    void setSelected(int layer, int head); ///< head −1: the layer only
    QSize sizeHint() const override;

Q_SIGNALS:
    void headChosen(int layer, int head);
    void layerChosen(int layer);

private:
    QBoxLayout* m_row;
    QVector<StatisticsChart*> m_charts;
    LensChart* m_lens;
};

}
