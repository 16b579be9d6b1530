// ui/view/widgets/charts/curve_chart.h: one number over the steps of a test, of one thing and what it is compared with.
#pragma once
#include "ui/view/widgets/charts/chart_menu.h"
#include "ui/view/widgets/charts/line_kinds.h"
#include <QStringList>
#include <QVector>
#include <QWidget>

class QChart;
class QChartView;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace patchlight
{

struct Curve {
    LineKind kind = LineKind::Subject;
    QString name; ///< "Rollout", "random"
    QVector<float> values; ///< at equal distances from the first step to the last
};

class CurveChart : public QWidget, public ChartNumbers
{
    Q_OBJECT
public:
    /// `hint`, beside the heading, says how to read it; `valueWord`, along the axis, what is drawn: "probability".
    CurveChart(const QString& title, const QString& hint, const QString& valueWord, QWidget* parent = nullptr);
    void setCurves(const QVector<Curve>& curves);
    const QVector<Curve>& curves() const { return m_curves; }
    /// The axis reaches at least this high: one scale for charts that stand side by side.
    void setReach(double highest);
    double top() const; ///< of the axis
    QString csv() const override;
    QVector<ChartLine> legend() const override;
    /// What the share below the curve is of, where there is room: "patches hidden".
    void setStepWord(const QString& word);
    /// Steps with names instead of a share of the patches: "head", "block 11", …; values then reach from −1 to 1.
    void setSteps(const QStringList& names);
    void setStale(bool stale);
    /// What a tool tip says at a place between 0 (the first step) and 1.
    QString tip(double place) const;

protected:
    void changeEvent(QEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void restyle();
    void scale();
    void showEnds();
    double placeAt(QPoint viewport) const;

    QVector<Curve> m_curves;
    QStringList m_steps;
    QString m_stepWord;
    bool m_stale = false;
    double m_reach = 0;
    QLabel *m_title, *m_hint, *m_firstStep, *m_lastStep;
    QChart* m_chart;
    QChartView* m_view;
    QVector<QLineSeries*> m_lines; ///< by kind
    QValueAxis *m_across, *m_axis;
};

}
