// ui/view/theme/number_text.cpp: numbers to text.
#include "ui/view/theme/number_text.h"
#include "ui/adapter/texts.h"
#include <cmath>

namespace patchlight
{

using namespace Qt::StringLiterals;

QString valueText(double value, int digits)
{
    if (!std::isfinite(value))
        return u"–"_s;
    const double size = std::abs(value);
    if (size < 1e-12)
        return u"0"_s;
    if (size < 1e-4 || size >= 1e5)
        return scientificText(value, digits);
    const int exponent = QString::number(value, 'e', digits - 1).section(u'e', 1).toInt(); // rounded: 0.00998 is 1.0e-02
    return QString::number(value, 'f', std::max(0, digits - 1 - exponent)).replace(u'-', u'−');
}

QString percentText(double share, int decimals)
{
    const double percent = share * 100;
    const double least = std::pow(10.0, -decimals);
    if (percent > 0 && percent < least / 2)
        return u"<"_s + QString::number(least, 'f', decimals);
    return QString::number(percent, 'f', decimals);
}

QString changeText(double share)
{
    const double points = std::abs(share * 100);
    const QString size = QString::number(points, 'f', points < 0.095 ? 2 : 1); // "0.04" beside 3.9 → 4.0
    if (size == u"0.00"_s) // beside "−0.02" as beside "+12.3"
        return u"0"_s;
    return (share < 0 ? QChar(0x2212) : QChar(u'+')) + size;
}

}
