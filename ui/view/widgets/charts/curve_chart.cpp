// ui/view/widgets/charts/curve_chart.cpp: up to three lines, the one it is about on top.
#include "ui/view/widgets/charts/curve_chart.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/chart_clothes.h"
#include "ui/view/widgets/labelled_row.h"
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <array>
#include <cmath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kRoomForQuarters = 270; ///< else "100 %" is cut
constexpr int kRoomForSteps = 150; ///< lower, the curve needs the height more than the name of its steps
constexpr int kBelowPlot = 18; ///< of the chart's height: its lower axis
constexpr double kLinesForATick = 1.75; ///< heights of a line between two numbers
constexpr std::array kDrawnKinds{LineKind::Subject, LineKind::First, LineKind::Second};

}

CurveChart::CurveChart(const QString& title, const QString& hint, const QString& valueWord, QWidget* parent)
    : QWidget(parent), m_title(makeHeading(title, this)), m_hint(new QLabel(hint, this)), m_firstStep(new QLabel(this)),
      m_lastStep(new QLabel(this)), m_chart(new QChart), m_view(new QChartView(m_chart, this)),
      m_across(new QValueAxis(m_chart)), m_axis(new QValueAxis(m_chart))
{
    setAccessibleName(title);
    m_lines.resize(kDrawnKinds.size());
    for (std::size_t i = kDrawnKinds.size(); i-- > 0;) { // the last one added is painted on top
        m_lines[int(i)] = new QLineSeries(m_chart);
        m_chart->addSeries(m_lines[int(i)]);
    }
    chart::undress(*m_chart, *m_view, title);
    chart::addAxes(*m_chart, m_across, m_axis, valueWord);
    m_view->viewport()->installEventFilter(this);
    m_hint->setProperty("tone", u"dim"_s);
    m_hint->setFont(smallFont());
    m_hint->setContentsMargins(0, 0, 0, metric::tiny); // as the heading
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::small);
    head->addWidget(m_title);
    head->addWidget(m_hint);
    head->addStretch(1);
    auto* ends = new QHBoxLayout;
    ends->addSpacing(scaled(28)); // beside the numbers of the axis
    ends->addWidget(m_firstStep);
    ends->addStretch(1);
    ends->addWidget(m_lastStep);
    for (QLabel* step : {m_firstStep, m_lastStep}) {
        step->setProperty("tone", u"dim"_s);
        step->setFont(smallFont());
        step->hide();
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addLayout(ends);
    scale();
    restyle();
}

void CurveChart::setCurves(const QVector<Curve>& curves)
{
    m_curves = curves;
    for (QLineSeries* line : m_lines)
        line->clear();
    for (const Curve& curve : curves) {
        QList<QPointF> points;
        const double last = std::max<double>(1, double(curve.values.size()) - 1);
        const double whole = m_steps.isEmpty() ? 100 : last;
        for (int i = 0; i < curve.values.size(); ++i)
            points << QPointF(i / last * whole, curve.values[i]);
        m_lines[static_cast<int>(curve.kind)]->replace(points);
    }
    scale();
}

void CurveChart::setReach(double highest)
{
    m_reach = highest;
    scale();
}

double CurveChart::top() const
{
    return m_axis->max();
}

void CurveChart::setStepWord(const QString& word)
{
    m_stepWord = word;
    scale();
}

void CurveChart::setSteps(const QStringList& names)
{
    m_steps = names;
    scale();
}

void CurveChart::showEnds()
{
    const auto showFitting = [this](const QString& first, const QString& last) {
        m_firstStep->setText(first);
        m_lastStep->setText(last);
        return m_firstStep->sizeHint().width() + m_lastStep->sizeHint().width() + 2 * metric::large;
    };
    int both = showFitting(m_steps.value(0), m_steps.value(m_steps.size() - 1));
    if (both > width())
        both = showFitting(tr("the head alone"), tr("everything"));
    for (QLabel* step : {m_firstStep, m_lastStep})
        step->setVisible(!m_steps.isEmpty() && both <= width());
}

void CurveChart::scale()
{
    showEnds();
    double lowest = 0, highest = m_reach;
    for (const Curve& curve : m_curves)
        for (const float value : curve.values) {
            lowest = std::min(lowest, double(value));
            highest = std::max(highest, double(value));
        }
    if (m_steps.isEmpty()) {
        m_across->setRange(0, 100);
        m_across->setTickType(QValueAxis::TicksFixed);
        m_across->setTickCount(width() < scaled(kRoomForQuarters) ? 3 : 5);
        m_across->setTitleText(m_view->height() < scaled(kRoomForSteps) ? QString() : m_stepWord);
        m_across->setLabelFormat(chart::numberFormat(0, u" %"_s));
        chart::setHighest(*m_axis, highest);
        const double tick = m_axis->tickInterval(); // the highest one has its number
        m_axis->setMax(std::max(1.0, std::ceil(highest / tick - 1e-6)) * tick * 1.05);
        return;
    }
    m_across->setRange(0, std::max<double>(1, double(m_steps.size()) - 1));
    m_across->setTickType(QValueAxis::TicksDynamic);
    m_across->setTickAnchor(0);
    m_across->setTickInterval(1);
    m_across->setLabelsVisible(false); // the ends are named below, the others by the tool tip
    m_axis->setRange(lowest < -0.5 ? -1.05 : lowest < 0 ? -0.55 : 0, 1.05);
    m_axis->setTickType(QValueAxis::TicksDynamic);
    m_axis->setTickAnchor(0);
    const double half = 0.5 / (m_axis->max() - m_axis->min()) * (m_view->height() - scaled(kBelowPlot));
    m_axis->setTickInterval(half >= kLinesForATick * QFontMetricsF(smallFont()).height() ? 0.5 : 1); // closer, each is "..."
    m_axis->setLabelFormat(chart::numberFormat(1));
}

void CurveChart::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        restyle();
}

QString CurveChart::tip(double place) const
{
    if (m_curves.isEmpty())
        return {};
    place = std::clamp(place, 0.0, 1.0);
    QStringList lines;
    if (m_steps.isEmpty())
        lines << tr("%1 % of the patches").arg(qRound(place * 100));
    else
        lines << m_steps.value(int(std::lround(place * double(m_steps.size() - 1))));
    for (const Curve& curve : m_curves)
        if (!curve.values.isEmpty())
            lines << curve.name + u"  "_s
                    + valueText(curve.values[int(std::lround(place * double(curve.values.size() - 1)))], 3);
    return lines.join(u'\n');
}

double CurveChart::placeAt(QPoint viewport) const
{
    const QPointF value = m_chart->mapToValue(m_chart->mapFromScene(m_view->mapToScene(viewport)), m_lines.front());
    return value.x() / std::max(1e-9, m_across->max());
}

bool CurveChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        QToolTip::showText(move->globalPosition().toPoint(), tip(placeAt(move->position().toPoint())), this);
    }
    return QWidget::eventFilter(watched, event);
}

void CurveChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_title->setText(m_title->fontMetrics().elidedText(accessibleName(), Qt::ElideRight, width()));
    const int both = m_title->sizeHint().width() + m_hint->sizeHint().width() + metric::small;
    m_hint->setVisible(both <= width());
    scale();
}

void CurveChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void CurveChart::restyle()
{
    for (const LineKind kind : kDrawnKinds)
        m_lines[static_cast<int>(kind)]->setPen(linePen(kind, m_stale));
    chart::dress(*m_across, *m_axis);
}

QVector<ChartLine> CurveChart::legend() const
{
    QVector<ChartLine> lines;
    if (m_curves.size() > 1)
        for (const Curve& curve : m_curves)
            lines << ChartLine{m_lines[static_cast<int>(curve.kind)]->pen(), curve.name};
    return lines;
}

QString CurveChart::csv() const
{
    QStringList names{m_steps.isEmpty() ? u"share"_s : u"step"_s};
    qsizetype most = 0;
    for (const Curve& curve : m_curves) {
        names << quotedName(curve.name == m_axis->titleText() ? curve.name : curve.name + u", "_s + m_axis->titleText());
        most = std::max(most, curve.values.size());
    }
    QString text = names.join(u',') + u'\n';
    for (qsizetype i = 0; i < most; ++i) {
        QStringList row{m_steps.isEmpty() ? QString::number(most > 1 ? double(i) / double(most - 1) : 0.0, 'g', 6)
                                          : quotedName(m_steps.value(i))};
        for (const Curve& curve : m_curves)
            row << (i < curve.values.size() ? QString::number(double(curve.values[i]), 'g', 9) : QString());
        text += row.join(u',') + u'\n';
    }
    return text;
}

}
