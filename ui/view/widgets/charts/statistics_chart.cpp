// ui/view/widgets/charts/statistics_chart.cpp: a Qt chart in the design's clothes.
#include "ui/view/widgets/charts/statistics_chart.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/chart_clothes.h"
#include "ui/view/widgets/labelled_row.h"
#include <QChart>
#include <QChartView>
#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineSeries>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double dotSize = 7;
constexpr double chosenPointSize = 11;
constexpr int reach = 10; // view pixels around a dot that count as a click on it

/// As headings are written, but a unit behind the name stays as it is: NAT is none.
QString inCapitals(const QString& title, const QString& unit)
{
    const auto at = unit.isEmpty() ? -1 : title.indexOf(unit);
    return at <= 0 ? title.toUpper() : title.left(at).toUpper() + unit + title.mid(at + unit.size()).toUpper();
}

QScatterSeries* dots(QChart& chart, double size)
{
    auto* series = new QScatterSeries(&chart);
    series->setMarkerSize(size);
    chart.addSeries(series);
    return series;
}

QLineSeries* line(QChart& chart)
{
    auto* series = new QLineSeries(&chart);
    chart.addSeries(series);
    return series;
}

double meanOf(const QVector<float>& heads)
{
    double sum = 0;
    for (const float value : heads)
        sum += value;
    return heads.isEmpty() ? 0 : sum / double(heads.size());
}

}

StatisticsChart::StatisticsChart(
    const QString& title, const QString& valueWord, const QString& unit, QWidget* parent)
    : QWidget(parent), m_heading(inCapitals(title, valueWord)), m_unit(unit), m_title(makeHeading(m_heading, this)), m_referenceName(new QLabel(this)),
      m_chart(new QChart), m_view(new QChartView(m_chart, this)), m_dots(dots(*m_chart, dotSize)),
      m_chosen(dots(*m_chart, chosenPointSize)), m_mean(line(*m_chart)), m_reference(line(*m_chart)),
      m_layers(new QValueAxis(m_chart)), m_axis(new QValueAxis(m_chart))
{
    QFont font = m_title->font();
    font.setCapitalization(QFont::MixedCase);
    m_title->setFont(font);
    setAccessibleName(title);
    chart::undress(*m_chart, *m_view, title);
    chart::addAxes(*m_chart, m_layers, m_axis, valueWord);
    m_view->viewport()->installEventFilter(this);
    m_referenceName->setProperty("tone", u"faint"_s);
    m_referenceName->setFont(smallFont());
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_referenceName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(m_dots, &QScatterSeries::hovered, this, &StatisticsChart::showTip);
    restyle();
}

void StatisticsChart::setValues(const QVector<QVector<float>>& values, double reference, const QString& referenceName)
{
    m_values = values;
    m_referenceValue = reference;
    QList<QPointF> points;
    QList<QPointF> mean;
    double highest = reference;
    for (int layer = 0; layer < values.size(); ++layer) {
        for (const float value : values[layer]) {
            points << QPointF(layer, value);
            highest = std::max<double>(highest, value);
        }
        mean << QPointF(layer, meanOf(values[layer]));
    }
    const double last = std::max<double>(1, double(values.size()) - 1);
    m_dots->replace(points);
    m_mean->replace(mean);
    m_reference->replace(reference > 0 ? QList<QPointF>{{-0.5, reference}, {last + 0.5, reference}} : QList<QPointF>());
    m_referenceWord = referenceName;
    m_referenceName->setText(reference > 0 ? u"╌╌  "_s + referenceName : QString());
    layOut();
    chart::setHighest(*m_axis, highest);
    setSelected(m_selected.x(), m_selected.y());
}

void StatisticsChart::layOut()
{
    chart::setLayers(*m_layers, int(m_values.size()), width());
    const int both = m_title->sizeHint().width() + m_referenceName->sizeHint().width() + metric::small;
    m_referenceName->setVisible(both <= width());
    const QFontMetrics font(m_title->font()); // the letters are set wider apart than their advance says
    m_title->setText(font.elidedText(m_heading, Qt::ElideRight, width()));
    m_title->setToolTip(m_title->text() == m_heading ? QString() : accessibleName());
}

void StatisticsChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void StatisticsChart::setSelected(int layer, int head)
{
    m_selected = {layer, head};
    if (layer < 0 || layer >= m_values.size() || m_values[layer].isEmpty()) {
        m_chosen->clear();
        return;
    }
    const bool one = head >= 0 && head < m_values[layer].size();
    m_chosen->replace(QList<QPointF>{{double(layer), one ? m_values[layer][head] : meanOf(m_values[layer])}});
}

int StatisticsChart::headNear(const QPointF& point) const
{
    const QVector<float> heads = m_values.value(int(std::lround(point.x())));
    int best = -1;
    for (int head = 0; head < heads.size(); ++head)
        if (best < 0 || std::abs(heads[head] - point.y()) < std::abs(heads[best] - point.y()))
            best = head;
    return best;
}

QPoint StatisticsChart::dotInChart(int layer, int head) const
{
    return m_view->mapFromScene(
        m_chart->mapToScene(m_chart->mapToPosition({double(layer), m_values.value(layer).value(head)}, m_dots)));
}

QPoint StatisticsChart::dotInView(int layer, int head) const
{
    return m_view->viewport()->mapTo(this, dotInChart(layer, head));
}

bool StatisticsChart::eventFilter(QObject* watched, QEvent* event)
{
    const auto* press = event->type() == QEvent::MouseButtonPress ? static_cast<const QMouseEvent*>(event) : nullptr;
    if (press && press->button() == Qt::LeftButton && watched == m_view->viewport()) {
        const QPoint at = press->position().toPoint();
        const QPointF value = m_chart->mapToValue(m_chart->mapFromScene(m_view->mapToScene(at)), m_dots);
        const int layer = int(std::lround(value.x()));
        const int head = headNear(value);
        if (head >= 0 && (dotInView(layer, head) - m_view->viewport()->mapTo(this, at)).manhattanLength() <= reach)
            Q_EMIT headChosen(layer, head);
    }
    return QWidget::eventFilter(watched, event);
}

void StatisticsChart::showTip(const QPointF& point, bool on)
{
    if (!on) {
        QToolTip::hideText();
        return;
    }
    const int layer = int(std::lround(point.x()));
    QToolTip::showText(QCursor::pos(),
        tr("layer %1 · head %2 · %3 %4").arg(layer).arg(headNear(point)).arg(valueText(point.y(), 3), m_unit), this);
}

void StatisticsChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void StatisticsChart::restyle()
{
    const Theme& theme = Theme::current();
    QColor quiet = theme.dim;
    quiet.setAlphaF(0.6F);
    m_dots->setColor(quiet);
    m_dots->setBorderColor(Qt::transparent);
    m_chosen->setColor(theme.accent);
    m_chosen->setBorderColor(theme.panel);
    m_mean->setPen(QPen(theme.text, 1.5));
    m_reference->setPen(QPen(theme.faint, 1, Qt::DashLine));
    chart::dress(*m_layers, *m_axis);
}

QVector<ChartLine> StatisticsChart::legend() const
{
    QVector<ChartLine> lines{{QPen(m_dots->color(), dotSize), tr("a head"), true}, {m_mean->pen(), tr("mean of the heads")}};
    if (m_referenceValue > 0)
        lines << ChartLine{m_reference->pen(), m_referenceWord};
    if (m_chosen->count() > 0)
        lines << ChartLine{QPen(m_chosen->color(), chosenPointSize), tr("chosen"), true};
    return lines;
}

QString StatisticsChart::csv() const
{
    QString text = u"layer,head,"_s + quotedName(accessibleName()) + u'\n';
    for (int layer = 0; layer < m_values.size(); ++layer)
        for (int head = 0; head < m_values[layer].size(); ++head)
            text += u"%1,%2,%3\n"_s.arg(layer).arg(head).arg(double(m_values[layer][head]), 0, 'g', 9);
    return text;
}

}
