// ui/view/inside/norm_curve.cpp
#include "ui/view/inside/norm_curve.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace patchlight
{

using namespace Qt::StringLiterals;

NormCurve::NormCurve(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"normCurve"_s);
    setAccessibleName(tr("Length after every block"));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NormCurve::setCurves(const QVector<double>& followed, const QVector<double>& median, int current)
{
    m_followed = followed;
    m_median = median;
    m_current = current;
    update();
}

QString NormCurve::spokenValue() const
{
    return m_followed.isEmpty() ? QString() : valueText(m_followed.value(m_current), 3);
}

QVector<ChartLine> NormCurve::legend() const
{
    const Theme& theme = Theme::current();
    return {{QPen(theme.accent, 1.75), tr("the token followed")}, {QPen(theme.faint, 1), tr("the middle one of all")}};
}

QString NormCurve::csv() const
{
    QString text = u"block,followed,median\n"_s;
    for (int block = 0; block < m_followed.size(); ++block)
        text += u"%1,%2,%3\n"_s.arg(block).arg(m_followed[block], 0, 'g', 9).arg(m_median.value(block), 0, 'g', 9);
    return text;
}

QSize NormCurve::sizeHint() const
{
    return {scaled(180), scaled(64)};
}

int NormCurve::layerAt(double x) const
{
    const auto last = static_cast<double>(std::max<qsizetype>(1, m_followed.size() - 1));
    return std::clamp(qRound((x - 3) / std::max(1.0, width() - 6.0) * last), 0, static_cast<int>(m_followed.size()) - 1);
}

bool NormCurve::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_followed.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int layer = layerAt(help->pos().x());
        QToolTip::showText(help->globalPos(), tr("after block %1: %2; half of all tokens are shorter than %3").arg(layer).arg(valueText(m_followed[layer], 3), valueText(m_median.value(layer), 3)), this);
        return true;
    }
    return QWidget::event(event);
}

void NormCurve::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_followed.isEmpty())
        Q_EMIT layerChosen(layerAt(event->position().x()));
}

void NormCurve::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_followed.isEmpty())
        return;
    double most = 1e-9;
    for (const auto* curve : {&m_followed, &m_median})
        for (const double v : *curve)
            most = std::max(most, v);
    const auto last = static_cast<double>(std::max<qsizetype>(1, m_followed.size() - 1));
    const auto at = [&](const QVector<double>& curve, int i) {
        return QPointF(3 + (width() - 6) * i / last, height() - 4 - curve[i] / most * (height() - 10));
    };
    const auto line = [&](const QVector<double>& curve, const QColor& colour, double width) {
        QPolygonF points;
        for (int i = 0; i < curve.size(); ++i)
            points << at(curve, i);
        p.setPen(QPen(colour, width));
        p.drawPolyline(points);
    };
    p.setPen(QPen(theme.line, 1));
    p.drawLine(QPointF(0, height() - 3.5), QPointF(width(), height() - 3.5));
    line(m_median, theme.faint, 1);
    line(m_followed, theme.accent, 1.75);
    if (m_current >= 0 && m_current < m_followed.size()) {
        p.setPen(Qt::NoPen);
        p.setBrush(theme.accent);
        p.drawEllipse(at(m_followed, m_current), 3.5, 3.5);
    }
}

}
