// ui/adapter/inside/card_parts.cpp
#include "ui/adapter/inside/card_parts.h"
#include "core/base/scientific.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace patchlight::inside
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kWritten = 1e7; ///< longer numbers are written as powers of ten

/// "9.1×10¹²⁵" of its decimal logarithm, which may be that of a number no double holds.
QString powerOfTen(double logarithm)
{
    double whole = std::floor(logarithm);
    QString digits = QString::number(std::pow(10.0, logarithm - whole), 'f', 1);
    if (digits == u"10.0"_s) {
        digits = u"1.0"_s;
        ++whole;
    }
    return fromUtf8(timesPowerOfTen(digits.toStdString(), static_cast<int>(whole)));
}

}

QString shown(double value)
{
    if (!std::isfinite(value))
        return u"–"_s;
    const double size = std::abs(value);
    if (size >= kWritten || (size > 0 && size < 1e-4))
        return (value < 0 ? u"−"_s : QString()) + powerOfTen(std::log10(size));
    QString text = size >= 1000 ? QLocale(QLocale::English).toString(std::llround(value))
                                : QString::number(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
    if (size > 0 && size < 0.005)
        text = QString::number(value, 'g', 2);
    if (text.startsWith(u"-0.00"_s) && text.size() == 5)
        text = u"0.00"_s;
    return text.replace(u'-', u'−');
}

QString timesText(double difference)
{
    const double logarithm = difference / std::log(10.0);
    return logarithm >= std::log10(kWritten) ? powerOfTen(logarithm) : shown(std::exp(difference));
}

QString percent(double share)
{
    if (share > 0 && share < 0.0005)
        return u"<0.1 %"_s;
    return QString::number(share * 100, 'f', 1) + u" %"_s;
}

QString rangeText(const std::vector<float>& values)
{
    double low = INFINITY, high = -INFINITY;
    for (const float v : values)
        if (std::isfinite(v)) {
            low = std::min<double>(low, v);
            high = std::max<double>(high, v);
        }
    return low > high ? QString() : QString(shown(low) + u"\u00a0…\u00a0"_s + shown(high));
}

QString sizes(std::initializer_list<std::int64_t> shape)
{
    QStringList texts;
    for (const auto size : shape)
        texts << QLocale(QLocale::English).toString(static_cast<qlonglong>(size));
    return texts.join(u" × "_s);
}

QString blockText(const Subject& subject)
{
    return CardText::tr("block %1").arg(subject.layer.value);
}

QString blockHeadText(const Subject& subject)
{
    return CardText::tr("block %1, head %2").arg(subject.layer.value).arg(subject.head.value);
}

QString named(const QString& sentence, const QString& name)
{
    return withoutGaps(sentence.arg(name));
}

Strip strip(Slice slice, const QString& caption, const QString& letter)
{
    Strip out;
    out.values = std::move(slice.values);
    out.origin = std::move(slice.origin);
    out.caption = caption;
    out.letter = letter;
    return out;
}

Map channelMap(const Subject& subject, const NdArray& array, const std::string& name, int channel)
{
    const GridSize grid = subject.grid();
    const bool patchesOnly = array.shape.size() == 2 && array.dim(0) == grid.count();
    const int first = patchesOnly ? 0 : subject.prefix();
    const auto width = static_cast<std::size_t>(array.shape.back());
    Map map;
    map.values = Grid<float>(grid);
    for (int cell = 0; cell < grid.count(); ++cell) {
        const auto at = static_cast<std::size_t>(cell + first) * width + static_cast<std::size_t>(channel);
        map.values.values()[static_cast<std::size_t>(cell)] = at < array.values.size() ? array.values[at] : NAN;
    }
    map.origin = {name, {-1, channel}, first};
    map.small = true;
    return map;
}

Picture seenPicture(const Subject& subject, const QString& caption)
{
    Picture picture;
    picture.pixels = toQImage(subject.analysis->seen);
    picture.caption = caption;
    picture.grid = subject.analysis->tokens.grid;
    picture.hidden = subject.analysis->interventions.hidden;
    return picture;
}

std::vector<int> largest(const std::vector<float>& values, const std::vector<int>& tokens, int count)
{
    std::vector<int> places;
    for (int i = 0; i < static_cast<int>(std::min(values.size(), tokens.size())); ++i)
        if (tokens[static_cast<std::size_t>(i)] >= 0 && std::isfinite(values[static_cast<std::size_t>(i)]))
            places.push_back(i);
    const auto kept = std::min<std::size_t>(places.size(), static_cast<std::size_t>(count));
    std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(kept), places.end(),
        [&](int a, int b) { return values[static_cast<std::size_t>(a)] > values[static_cast<std::size_t>(b)]; });
    places.resize(kept);
    return places;
}

Sign sign(const QString& text)
{
    return {text};
}

QString layerScaled(const Subject& subject, const QString& term, int number)
{
    return subject.config().layerScale ? u"\\gamma_{%1} \\odot "_s.arg(number) + term : term;
}

QString addedText(const Subject& subject)
{
    return subject.config().layerScale ? CardText::tr("what is added, after the layer scale γ") : CardText::tr("what is added");
}

std::pair<double, double> moments(const std::vector<float>& values)
{
    if (values.empty())
        return {NAN, NAN};
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double square = 0;
    for (const float v : values)
        square += (v - mean) * (v - mean);
    return {mean, std::sqrt(square / static_cast<double>(values.size()))};
}

std::vector<float> difference(const std::vector<float>& a, const std::vector<float>& b)
{
    std::vector<float> out(std::min(a.size(), b.size()));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = a[i] - b[i];
    return out;
}

QVector<Element> strongestChannels(const NdArray& array, const std::string& name, int count)
{
    const auto channels = static_cast<std::size_t>(array.shape.at(0));
    const GridSize grid{static_cast<int>(array.shape.at(1)), static_cast<int>(array.shape.at(2))};
    const auto size = static_cast<std::size_t>(grid.count());
    std::vector<std::pair<double, std::size_t>> strength(channels);
    for (std::size_t c = 0; c < channels; ++c) {
        double sum = 0;
        for (std::size_t i = 0; i < size; ++i)
            sum += std::abs(array.values[c * size + i]);
        strength[c] = {sum, c};
    }
    const auto kept = std::min<std::size_t>(channels, static_cast<std::size_t>(count));
    std::partial_sort(strength.begin(), strength.begin() + static_cast<std::ptrdiff_t>(kept), strength.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    QVector<Element> maps;
    for (std::size_t i = 0; i < kept; ++i) {
        const auto channel = static_cast<std::int64_t>(strength[i].second);
        auto slice = sliceOf(&array, name, {channel});
        Map map;
        map.caption = CardText::tr("channel %1: %2").arg(channel).arg(rangeText(slice.values));
        map.values = Grid<float>(grid, std::move(slice.values));
        map.origin = std::move(slice.origin);
        map.small = true;
        maps.push_back(std::move(map));
    }
    return maps;
}

}
