// ui/view/widgets/charts/lens_chart.cpp: two lines over the layers.
#include "ui/view/widgets/charts/lens_chart.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/chart_clothes.h"
#include "ui/view/widgets/labelled_row.h"
#include <QBoxLayout>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>
#include <cmath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double chosenSize = 11;

}

LensChart::LensChart(QWidget* parent)
    : QWidget(parent), m_title(makeHeading(tr("Class by layer"), this)), m_legend(new QLabel(this)),
      m_chart(new QChart), m_view(new QChartView(m_chart, this)), m_target(new QLineSeries(m_chart)),
      m_top(new QLineSeries(m_chart)), m_chosen(new QScatterSeries(m_chart)), m_layers(new QValueAxis(m_chart)),
      m_axis(new QValueAxis(m_chart))
{
    setObjectName(u"lensChart"_s);
    setAccessibleName(tr("What the head would say after every layer (logit lens)"));
    setToolTip(tr("Logit lens: the final norm and the head, applied after every block to the token that is asked"));
    for (QXYSeries* series :
        {static_cast<QXYSeries*>(m_top), static_cast<QXYSeries*>(m_target), static_cast<QXYSeries*>(m_chosen)})
        m_chart->addSeries(series);
    m_chosen->setMarkerSize(chosenSize);
    chart::undress(*m_chart, *m_view, accessibleName());
    chart::addAxes(*m_chart, m_layers, m_axis, tr("probability"));
    m_view->viewport()->installEventFilter(this);
    m_legend->setFont(smallFont());
    m_legend->setProperty("tone", u"dim"_s);
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_legend->setObjectName(u"lensLegend"_s);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_title->setObjectName(u"lensTitle"_s);
    m_head->addWidget(m_title);
    m_head->addWidget(m_legend, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_head);
    column->addWidget(m_view, 1);
    restyle();
}

void LensChart::setPoints(const QVector<LensPoint>& points, const QString& targetName, const QString& token)
{
    m_points = points;
    m_title->setText(token.isEmpty() ? tr("Class by layer") : tr("Class by layer · %1").arg(token));
    m_targetName = targetName;
    QList<QPointF> target, top;
    double highest = 0;
    for (int layer = 0; layer < points.size(); ++layer) {
        if (!points[layer].known)
            continue;
        target << QPointF(layer, points[layer].target);
        top << QPointF(layer, points[layer].top);
        highest = std::max({highest, double(points[layer].target), double(points[layer].top)});
    }
    m_target->replace(target);
    m_top->replace(top);
    chart::setLayers(*m_layers, int(points.size()), width());
    chart::setHighest(*m_axis, highest);
    restyle(); // the legend names the class
    setLayer(m_layer);
}

/// Beside the title where the name fits there, else in a line of its own.
void LensChart::nameLines()
{
    const QFontMetrics metrics = m_legend->fontMetrics();
    const QString ahead = tr("╌╌  leading");
    const int lines = metrics.horizontalAdvance(tr("—  %1   %2").arg(QString(), ahead)) + metric::small;
    const int beside = width() - m_title->sizeHint().width() - metric::large - lines;
    const bool below = !m_targetName.isEmpty() && metrics.horizontalAdvance(m_targetName) > beside;
    const int room = below ? width() - lines : beside;
    const bool fits = room >= metrics.averageCharWidth() * 4;
    m_head->setDirection(below && fits ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_head->setSpacing(below ? 0 : metric::small);
    m_legend->setAlignment((below ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QString name = metrics.elidedText(m_targetName, Qt::ElideRight, std::max(0, room));
    m_legend->setText(m_targetName.isEmpty() || !fits ? QString() : tr("—  %1   %2").arg(name, ahead));
}

void LensChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    chart::setLayers(*m_layers, int(m_points.size()), width());
    nameLines();
}

void LensChart::setLayer(int layer)
{
    m_layer = layer;
    const LensPoint point = m_points.value(layer);
    m_chosen->replace(point.known ? QList<QPointF>{{double(layer), point.target}} : QList<QPointF>());
}

QString LensChart::tip(int layer) const
{
    const LensPoint point = m_points.value(layer);
    if (!point.known)
        return tr("layer %1 · the head cannot read this width").arg(layer);
    return tr("layer %1 · %2 %3 %\nleading: %4 %5 %")
        .arg(layer)
        .arg(m_targetName, percentText(point.target), point.topName, percentText(point.top));
}

int LensChart::layerAt(QPoint viewport) const
{
    const QPointF value = m_chart->mapToValue(m_chart->mapFromScene(m_view->mapToScene(viewport)), m_target);
    const int layer = int(std::lround(value.x()));
    return layer >= 0 && layer < m_points.size() ? layer : -1;
}

QPoint LensChart::layerInChart(int layer) const
{
    const double value = m_points.value(layer).target;
    return m_view->mapFromScene(m_chart->mapToScene(m_chart->mapToPosition({double(layer), value}, m_target)));
}

bool LensChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_view->viewport())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* press = static_cast<QMouseEvent*>(event);
        const int layer = layerAt(press->position().toPoint());
        if (press->button() == Qt::LeftButton && layer >= 0)
            Q_EMIT layerChosen(layer);
    } else if (event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        const int layer = layerAt(move->position().toPoint());
        QToolTip::showText(move->globalPosition().toPoint(), layer < 0 ? QString() : tip(layer), this);
    }
    return QWidget::eventFilter(watched, event);
}

void LensChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void LensChart::restyle()
{
    const Theme& theme = Theme::current();
    m_target->setPen(QPen(theme.text, 2));
    m_top->setPen(QPen(theme.dim, 1, Qt::DashLine));
    m_chosen->setColor(theme.accent);
    m_chosen->setBorderColor(theme.panel);
    chart::dress(*m_layers, *m_axis);
    nameLines();
    m_legend->setToolTip(tr("Full line: %1. Dashed: whatever class leads after that layer.").arg(m_targetName));
}

QVector<ChartLine> LensChart::legend() const
{
    return {{m_target->pen(), m_targetName}, {m_top->pen(), tr("whatever class leads after that layer")},
        {QPen(m_chosen->color(), chosenSize), tr("the layer chosen"), true}};
}

QString LensChart::csv() const
{
    QString text = u"layer,target,probability,leading,its probability\n"_s;
    for (int layer = 0; layer < m_points.size(); ++layer)
        if (const LensPoint& point = m_points[layer]; point.known)
            text += u"%1,"_s.arg(layer) + quotedName(m_targetName) + u",%1,"_s.arg(double(point.target), 0, 'g', 9)
                + quotedName(point.topName) + u",%1\n"_s.arg(double(point.top), 0, 'g', 9);
    return text;
}

}
