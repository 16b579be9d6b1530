// ui/view/widgets/charts/statistics_chart.h: one number of every head over the layers, as dots, their mean as a line.
#pragma once
#include "ui/view/widgets/charts/chart_menu.h"
#include <QPoint>
#include <QVector>
#include <QWidget>

class QChart;
class QChartView;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace patchlight
{

class StatisticsChart : public QWidget, public ChartNumbers
{
    Q_OBJECT
public:
    /// `valueWord`, "entropy", stands along the axis; `unit`, "nats", behind every value; empty: they have none.
    StatisticsChart(const QString& title, const QString& valueWord, const QString& unit, QWidget* parent = nullptr);
    /// [layer][head]. `reference` > 0 is drawn as a dashed line named `referenceName`.
    void setValues(const QVector<QVector<float>>& values, double reference, const QString& referenceName);
    void setSelected(int layer, int head);
    float valueAt(int layer, int head) const { return m_values.value(layer).value(head); }
    double reference() const { return m_referenceValue; }
    QString csv() const override;
    QVector<ChartLine> legend() const override;
    QPoint dotInChart(int layer, int head) const; ///< pixels of the chart's viewport
    QPoint dotInView(int layer, int head) const; ///< device-independent pixels of this widget

Q_SIGNALS:
    void headChosen(int layer, int head);

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    void restyle();
    void layOut();
    void showTip(const QPointF& point, bool on);
    int headNear(const QPointF& point) const;

    QVector<QVector<float>> m_values;
    QString m_heading; ///< the title as it is written above
    QString m_unit;
    QLabel* m_title;
    QString m_referenceWord; ///< "uniform"
    QLabel* m_referenceName;
    QChart* m_chart;
    QChartView* m_view;
    QScatterSeries* m_dots;
    QScatterSeries* m_chosen;
    QLineSeries* m_mean;
    QLineSeries* m_reference;
    QValueAxis* m_layers;
    QValueAxis* m_axis;
    QPoint m_selected{-1, -1};
    double m_referenceValue = 0;
};

}
