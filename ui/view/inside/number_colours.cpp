// ui/view/inside/number_colours.cpp
#include "ui/view/inside/number_colours.h"
#include "ui/adapter/map_painter.h"
#include "ui/view/theme/theme.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

QColor mixed(const QColor& a, const QColor& b, float share)
{
    const auto at = [share](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(at(a.redF(), b.redF()), at(a.greenF(), b.greenF()), at(a.blueF(), b.blueF()));
}

}

NumberColours::NumberColours(ColourMap amounts)
{
    const Theme& theme = Theme::current();
    const bool dark = theme.kind == ThemeKind::Dark;
    const QColor zero = dark ? QColor(0x23, 0x27, 0x2f) : QColor(0xe9, 0xec, 0xf0);
    const QColor below = dark ? QColor(0x5a, 0xac, 0xff) : QColor(0x10, 0x62, 0xb8);
    const QColor above = dark ? QColor(0xff, 0x7a, 0x52) : QColor(0xc8, 0x3a, 0x12);
    for (std::size_t i = 0; i < m_signed.size(); ++i) {
        const float x = static_cast<float>(i) / 127.5F - 1;
        m_signed[i] = mixed(zero, x < 0 ? below : above, std::pow(std::abs(x), 0.85F)).rgb();
    }
    const auto table = colourTable(amounts);
    for (std::size_t i = 0; i < m_amounts.size(); ++i)
        m_amounts[i] = table.at(static_cast<int>(i)).rgb();
}

QRgb NumberColours::of(float value, double limit, inside::Tint tint) const
{
    if (!std::isfinite(value))
        return qRgba(0, 0, 0, 0);
    const double share = limit > 0 ? static_cast<double>(value) / limit : 0;
    if (tint == inside::Tint::Amount)
        return m_amounts[static_cast<std::size_t>(std::clamp(qRound(share * 255), 0, 255))];
    return m_signed[static_cast<std::size_t>(std::clamp(qRound(127.5 + share * 127.5), 0, 255))];
}

QImage NumberColours::picture(
    const std::vector<float>& values, int rows, int columns, double limit, inside::Tint tint, int most) const
{
    const int width = std::min(columns, std::max(1, most));
    QImage image(width, rows, QImage::Format_ARGB32);
    for (int y = 0; y < rows; ++y) {
        const float* row = values.data() + static_cast<std::ptrdiff_t>(y) * columns;
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int first = x * columns / width, end = std::max(first + 1, (x + 1) * columns / width);
            float shown = row[first];
            for (int i = first + 1; i < end; ++i)
                if (!(std::abs(shown) >= std::abs(row[i])))
                    shown = row[i];
            line[x] = of(shown, limit, tint);
        }
    }
    return image;
}

double limitOf(const std::vector<float>& values)
{
    double most = 0;
    for (const float v : values)
        if (std::isfinite(v))
            most = std::max(most, std::abs(static_cast<double>(v)));
    return most > 0 ? most : 1;
}

}
