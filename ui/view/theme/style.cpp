// ui/view/theme/style.cpp: primitives in the design's lines and colours.
#include "ui/view/theme/style.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QPushButton>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

void drawCheck(const QStyleOption& option, QPainter& p, bool round)
{
    const Theme& theme = Theme::current();
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(on && enabled ? theme.accent : theme.faint, 1.2));
    p.setBrush(on && enabled ? theme.accent : theme.raised);
    if (round)
        p.drawEllipse(box);
    else
        p.drawRoundedRect(box, 3.5, 3.5);
    if (!on)
        return;
    p.setPen(QPen(enabled ? theme.onAccent : theme.faint, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    const double u = box.width() / 12;
    if (round)
        p.drawEllipse(c, 1.6 * u, 1.6 * u);
    else if (option.state & QStyle::State_NoChange)
        p.drawLine(QPointF(c.x() - 3 * u, c.y()), QPointF(c.x() + 3 * u, c.y()));
    else
        p.drawPolyline(
            QPolygonF{{c.x() - 3 * u, c.y()}, {c.x() - 0.8 * u, c.y() + 2.4 * u}, {c.x() + 3.2 * u, c.y() - 2.4 * u}});
}

void drawSlider(const QStyleOptionSlider& option, QPainter& p, const QWidget* widget, const QStyle& style)
{
    const QRectF knob = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    const bool across = option.orientation == Qt::Horizontal;
    const QRectF all = option.rect;
    const QRectF track = across ? QRectF(all.left(), all.center().y() - 2, all.width(), 4)
                                : QRectF(all.center().x() - 2, all.top(), 4, all.height());
    QRectF filled = track;
    const QPointF at = knob.center();
    if (across)
        option.upsideDown ? filled.setLeft(at.x()) : filled.setRight(at.x());
    else
        option.upsideDown ? filled.setTop(at.y()) : filled.setBottom(at.y());
    paint::Knob state;
    state.enabled = option.state & QStyle::State_Enabled;
    state.hovered = option.activeSubControls & QStyle::SC_SliderHandle && option.state & QStyle::State_MouseOver;
    state.focused = widget && paint::focusVisible(*widget);
    paint::track(p, track, filled, state.enabled);
    paint::knob(p, at, state);
}

}

Style::Style() : QProxyStyle(u"Fusion"_s) { }

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* p, const QWidget* widget) const
{
    p->save();
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton:
        drawCheck(*option, *p, element == PE_IndicatorRadioButton);
        break;
    case PE_IndicatorMenuCheckMark:
        if (option->state & State_On)
            drawCheck(*option, *p, false);
        break;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const bool enabled = option->state & State_Enabled;
        const double angle = element == PE_IndicatorArrowDown ? 0
            : element == PE_IndicatorArrowUp                  ? 180
            : element == PE_IndicatorArrowLeft                ? 90
                                                              : -90;
        paint::chevron(
            *p, QRectF(option->rect).center(), angle, enabled ? Theme::current().dim : Theme::current().faint);
        break;
    }
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown:
        paint::chevron(
            *p, QRectF(option->rect).center(), element == PE_IndicatorSpinUp ? 180 : 0, Theme::current().dim);
        break;
    case PE_FrameFocusRect:
        // Buttons show it by their border (style_sheet.cpp).
        if (qobject_cast<const QPushButton*>(widget) || qobject_cast<const QToolButton*>(widget))
            break;
        if (widget && paint::focusVisible(*widget))
            paint::focusRing(*p, QRectF(option->rect), 4);
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, p, widget);
    }
    p->restore();
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* p, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_Slider || !slider) {
        QProxyStyle::drawComplexControl(control, option, p, widget);
        return;
    }
    p->save();
    drawSlider(*slider, *p, widget, *proxy());
    p->restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return scaled(20);
    case PM_SliderLength:
        return scaled(14);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(16);
    case PM_ToolTipLabelFrameWidth:
        return 4;
    case PM_DockWidgetSeparatorExtent:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton; // a click goes there, not a page towards it
    case SH_UnderlineShortcut:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

}
