// ui/view/widgets/controls/layer_scrubber.cpp: going through the layers.
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/play_button.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int playMilliseconds = 450;

}

LayerScrubber::LayerScrubber(QWidget* parent) : QWidget(parent), m_play(new PlayButton(this))
{
    setObjectName(u"layerScrubber"_s);
    setAccessibleName(tr("Layer"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_play->setObjectName(u"playButton"_s);
    m_play->setAccessibleName(tr("Play through the layers (P)"));
    m_play->setToolTip(tr("Play through the layers"));
    connect(m_play, &QAbstractButton::clicked, this, [this](bool on) { setPlaying(on); });
    m_clock.setInterval(playMilliseconds);
    connect(&m_clock, &QTimer::timeout, this, &LayerScrubber::tick);
}

void LayerScrubber::setLayers(int count, const QVector<int>& stageStarts)
{
    m_count = count;
    m_stageStarts = stageStarts;
    m_layer = std::clamp(m_layer, 0, std::max(0, count - 1));
    m_hovered = -1; // may be none of the new ones; the mouse's next move says
    m_curve.clear();
    if (count < 2)
        setPlaying(false);
    m_play->setEnabled(count > 1);
    update();
}

void LayerScrubber::setCurve(const QVector<float>& values, const QString& name)
{
    m_curve = values.size() == m_count ? values : QVector<float>();
    m_curveName = name;
    update();
}

void LayerScrubber::setLayer(int layer)
{
    layer = std::clamp(layer, 0, std::max(0, m_count - 1));
    if (layer == m_layer)
        return;
    m_layer = layer;
    announceValue(this);
    update();
}

void LayerScrubber::choose(int layer)
{
    layer = std::clamp(layer, 0, std::max(0, m_count - 1));
    if (layer == m_layer || m_count == 0)
        return;
    setLayer(layer);
    Q_EMIT layerChosen(layer);
}

void LayerScrubber::setPlaying(bool on)
{
    on = on && m_count > 1;
    m_play->setChecked(on);
    if (on == playing())
        return;
    if (on) {
        if (m_layer == m_count - 1)
            choose(0);
        m_clock.start();
    } else {
        m_clock.stop();
    }
    m_play->setAccessibleName(on ? tr("Stop playing") : tr("Play through the layers"));
}

void LayerScrubber::tick()
{
    choose(m_layer + 1);
    if (m_layer == m_count - 1)
        setPlaying(false);
}

QRectF LayerScrubber::trackRect() const
{
    const double left = scaled(20) + scaled(30) + scaled(36);
    const double label = paint::textWidth(boldFont(), tr("layer %1").arg(u"00"_s)) + scaled(18);
    return {left, 0, std::max(1.0, width() - left - scaled(36) - label), double(height())};
}

double LayerScrubber::curveY(int layer) const
{
    const double top = scaled(16);
    const double bottom = height() - scaled(28);
    const auto [low, high] = std::minmax_element(m_curve.begin(), m_curve.end());
    const double span = m_curve.isEmpty() ? 0 : *high - *low;
    if (!(span > 0))
        return (top + bottom) / 2;
    return bottom - (m_curve[layer] - *low) / span * (bottom - top);
}

QPointF LayerScrubber::tickInView(int layer) const
{
    const QRectF track = trackRect();
    const double step = m_count > 1 ? track.width() / (m_count - 1) : 0;
    return {track.left() + layer * step, double(height() - scaled(16))};
}

int LayerScrubber::layerAt(double x) const
{
    const QRectF track = trackRect();
    const double share = (x - track.left()) / track.width();
    return std::clamp(static_cast<int>(std::lround(share * (m_count - 1))), 0, std::max(0, m_count - 1));
}

void LayerScrubber::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(rect(), theme.panel);
    if (m_count > 0) {
        paintCurve(p);
        paintTicks(p);
        const QString number = QString::number(m_layer);
        const QRectF right(0, 0, width() - scaled(18), height());
        const double bold = paint::text(p, right, number, boldFont(), theme.text, Qt::AlignRight | Qt::AlignVCenter);
        paint::text(p, right.adjusted(0, 0, -bold - 4, 0), tr("layer"), bodyFont(), theme.dim,
            Qt::AlignRight | Qt::AlignVCenter);
    }
    if (paint::focusVisible(*this))
        paint::focusRing(p, QRectF(rect()).adjusted(1, 1, -1, -1), metric::radius);
}

void LayerScrubber::paintCurve(QPainter& p) const
{
    const Theme& theme = Theme::current();
    const double middle = curveY(0);
    QPolygonF line;
    for (int layer = 0; layer < m_count; ++layer)
        line << QPointF(tickInView(layer).x(), m_curve.isEmpty() ? middle : curveY(layer));
    p.setBrush(Qt::NoBrush);
    for (const int start : m_stageStarts) {
        const double x = (tickInView(start - 1).x() + tickInView(start).x()) / 2;
        p.setPen(QPen(theme.line, 1, Qt::DashLine));
        p.drawLine(QPointF(x, scaled(10)), QPointF(x, height() - scaled(10)));
    }
    p.setPen(QPen(m_curve.isEmpty() ? theme.line : theme.faint, 1.25));
    p.drawPolyline(line);
    if (m_hovered >= 0 && m_hovered != m_layer) {
        p.setPen(Qt::NoPen);
        p.setBrush(theme.dim);
        p.drawEllipse(line[m_hovered], 3, 3);
    }
    p.setPen(QPen(theme.panel, 2));
    p.setBrush(theme.accent);
    p.drawEllipse(line[m_layer], 5.5, 5.5);
}

void LayerScrubber::paintTicks(QPainter& p) const
{
    const Theme& theme = Theme::current();
    const double step = m_count > 1 ? trackRect().width() / (m_count - 1) : width();
    const double widest = paint::textWidth(boldFont(), QString::number(m_count)) + 6;
    const int stride = std::max(1, qCeil(widest / std::max(step, 0.5)));
    for (int layer = 0; layer < m_count; ++layer) {
        const bool current = layer == m_layer;
        const bool near = std::abs(layer - m_layer) < stride;
        const QPointF at = tickInView(layer);
        const QRectF box(at.x() - 20, at.y() - 9, 40, 18);
        if (current)
            paint::text(p, box, QString::number(layer), boldSmallFont(), theme.accent, Qt::AlignCenter);
        else if (layer % stride == 0 && !near)
            paint::text(p, box, QString::number(layer), smallFont(), layer == m_hovered ? theme.text : theme.dim,
                Qt::AlignCenter);
    }
}

bool LayerScrubber::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_count > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int layer = layerAt(help->pos().x());
        QString text = tr("layer %1").arg(layer);
        if (!m_curve.isEmpty())
            text += u"  ·  "_s + m_curveName + u' ' + valueText(m_curve[layer], 3);
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void LayerScrubber::resizeEvent(QResizeEvent*)
{
    const int side = scaled(30);
    m_play->setGeometry(scaled(18), (height() - side) / 2, side, side);
}

void LayerScrubber::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setPlaying(false);
    m_dragging = true;
    choose(layerAt(event->position().x()));
}

void LayerScrubber::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF reach = trackRect().adjusted(-scaled(14), 0, scaled(14), 0);
    m_hovered = m_count > 0 && reach.contains(event->position()) ? layerAt(event->position().x()) : -1;
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_dragging)
        choose(layerAt(event->position().x()));
    update();
}

void LayerScrubber::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
}

void LayerScrubber::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    const int notches = m_wheel / 120;
    m_wheel -= notches * 120;
    if (notches != 0)
        choose(m_layer - notches);
    event->accept();
}

void LayerScrubber::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_BracketLeft:
        return choose(m_layer - 1);
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_BracketRight:
        return choose(m_layer + 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(m_count - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void LayerScrubber::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

QString LayerScrubber::spokenValue() const
{
    return m_count > 0 ? tr("layer %1 (of 0 … %2)").arg(m_layer).arg(m_count - 1) : QString();
}

QSize LayerScrubber::sizeHint() const
{
    return {scaled(600), scaled(58)};
}

QSize LayerScrubber::minimumSizeHint() const
{
    return {scaled(180), scaled(54)};
}

}
