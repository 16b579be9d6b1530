// ui/view/widgets/charts/lens_chart.h: how probable the head would find a class after every layer.
#pragma once
#include "ui/view/widgets/charts/chart_menu.h"
#include <QPoint>
#include <QVector>
#include <QWidget>

class QBoxLayout;
class QChart;
class QChartView;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace patchlight
{

struct LensPoint {
    bool known = false; ///< false where the head cannot read the layer
    float target = 0; ///< probability of the class asked about, [0, 1]
    float top = 0; ///< of the class that leads after this layer
    QString topName;
};

class LensChart : public QWidget, public ChartNumbers
{
    Q_OBJECT
public:
    explicit LensChart(QWidget* parent = nullptr);
    /// `token`: which one the head reads, named in the title.
    void setPoints(const QVector<LensPoint>& points, const QString& targetName, const QString& token = {});
    void setLayer(int layer);
    const QVector<LensPoint>& points() const { return m_points; }
    QString csv() const override;
    QVector<ChartLine> legend() const override;
    QString tip(int layer) const;
    QPoint layerInChart(int layer) const; ///< pixels of the chart's viewport

Q_SIGNALS:
    void layerChosen(int layer);

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    void restyle();
    void nameLines();
    int layerAt(QPoint viewport) const;

    QVector<LensPoint> m_points;
    QString m_targetName;
    QLabel *m_title, *m_legend;
    QBoxLayout* m_head = nullptr; ///< title and legend
    QChart* m_chart;
    QChartView* m_view;
    QLineSeries *m_target, *m_top;
    QScatterSeries* m_chosen;
    QValueAxis *m_layers, *m_axis;
    int m_layer = -1;
};

}
