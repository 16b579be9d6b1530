// ui/view/inside/norm_curve.h: the followed token's length after every block, beside that of the others.
#pragma once
#include "ui/view/theme/spoken.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include <QVector>
#include <QWidget>

namespace patchlight
{

class NormCurve : public QWidget, public Spoken, public ChartNumbers
{
    Q_OBJECT
public:
    explicit NormCurve(QWidget* parent = nullptr);
    /// Lengths after each block: of the followed token, and the median of all tokens.
    void setCurves(const QVector<double>& followed, const QVector<double>& median, int current);
    QString csv() const override;
    QVector<ChartLine> legend() const override;
    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Chart; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void layerChosen(int layer);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;

private:
    int layerAt(double x) const;
    QVector<double> m_followed, m_median;
    int m_current = 0;
};

}
