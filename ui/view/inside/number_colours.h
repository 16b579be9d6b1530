// ui/view/inside/number_colours.h: numbers as colours on the panel, and pictures of rows and grids of them.
#pragma once
#include "ui/adapter/inside/card.h"
#include <QColor>
#include <QImage>
#include <array>

namespace patchlight
{

/// Tables for the theme in use. Signed: blue below zero, the raised surface at zero, red above; amounts: the map's.
class NumberColours
{
public:
    explicit NumberColours(ColourMap amounts);
    /// `limit` > 0: the value of full colour. Transparent for NaN.
    QRgb of(float value, double limit, inside::Tint tint) const;
    /// One pixel a value, row by row; the largest of each bin where there are more than `most` in a row.
    QImage picture(const std::vector<float>& values, int rows, int columns, double limit, inside::Tint tint, int most) const;

private:
    std::array<QRgb, 256> m_signed{}, m_amounts{};
};

/// Largest magnitude of the finite ones; 1 where all are zero.
double limitOf(const std::vector<float>& values);

}
