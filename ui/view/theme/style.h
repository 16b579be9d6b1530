// ui/view/theme/style.h: the controls a style sheet cannot draw sharply: sliders, check marks, arrows, focus.
#pragma once
#include <QProxyStyle>

namespace patchlight
{

/// Fusion underneath; colours from Theme::current().
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    void drawPrimitive(PrimitiveElement, const QStyleOption*, QPainter*, const QWidget*) const override;
    void drawComplexControl(ComplexControl, const QStyleOptionComplex*, QPainter*, const QWidget*) const override;
    int pixelMetric(PixelMetric, const QStyleOption*, const QWidget*) const override;
    int styleHint(StyleHint, const QStyleOption*, const QWidget*, QStyleHintReturn*) const override;
};

}
