// core/explain/measures/similarity.cpp
#include "core/explain/measures/similarity.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace patchlight
{
namespace
{

struct Pairs {
    std::vector<double> a, b;
};

/// The cells that are numbers in both maps.
Pairs numbersOf(const Grid<float>& a, const Grid<float>& b)
{
    Pairs out;
    for (std::size_t i = 0; i < a.values().size() && a.size() == b.size(); ++i) {
        if (std::isnan(a.values()[i]) || std::isnan(b.values()[i]))
            continue;
        out.a.push_back(a.values()[i]);
        out.b.push_back(b.values()[i]);
    }
    return out;
}

float correlation(const Pairs& pairs)
{
    const auto count = static_cast<double>(pairs.a.size());
    if (count == 0)
        return 0;
    const double meanA = std::accumulate(pairs.a.begin(), pairs.a.end(), 0.0) / count;
    const double meanB = std::accumulate(pairs.b.begin(), pairs.b.end(), 0.0) / count;
    double both = 0, ofA = 0, ofB = 0;
    for (std::size_t i = 0; i < pairs.a.size(); ++i) {
        both += (pairs.a[i] - meanA) * (pairs.b[i] - meanB);
        ofA += (pairs.a[i] - meanA) * (pairs.a[i] - meanA);
        ofB += (pairs.b[i] - meanB) * (pairs.b[i] - meanB);
    }
    return ofA > 0 && ofB > 0 ? static_cast<float>(both / std::sqrt(ofA * ofB)) : 0.0F;
}

std::vector<double> ranks(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    std::vector<double> out(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        for (std::size_t i = first; i <= last; ++i)
            out[order[i]] = static_cast<double>(first + last) / 2;
        first = last + 1;
    }
    return out;
}

float magnitude(const Grid<float>& map)
{
    double sum = 0;
    for (const float value : map.values())
        sum += std::isfinite(value) ? std::abs(value) : 0;
    return sum > 0 ? static_cast<float>(sum) : 1.0F;
}

}

float similarity(const Grid<float>& a, const Grid<float>& b)
{
    return correlation(numbersOf(a, b));
}

float rankSimilarity(const Grid<float>& a, const Grid<float>& b)
{
    const Pairs pairs = numbersOf(a, b);
    return correlation({ranks(pairs.a), ranks(pairs.b)});
}

std::optional<Likeness> likenessOf(const Grid<float>& a, const Grid<float>& b)
{
    if (a.empty() || a.size() != b.size())
        return std::nullopt;
    return Likeness{rankSimilarity(a, b), similarity(a, b)};
}

Grid<float> signedDifference(const Grid<float>& a, const Grid<float>& b)
{
    if (a.empty() || a.size() != b.size())
        return {};
    Grid<float> difference(a.size());
    const float wholeA = magnitude(a);
    const float wholeB = magnitude(b);
    for (std::size_t i = 0; i < difference.values().size(); ++i)
        difference.values()[i] = a.values()[i] / wholeA - b.values()[i] / wholeB;
    return difference;
}

std::vector<std::vector<float>> headSimilarities(const std::vector<LayerMaps>& maps, const Grid<float>& chosen)
{
    std::vector<std::vector<float>> out;
    for (const LayerMaps& layer : maps) {
        out.emplace_back();
        for (const Grid<float>& map : layer.heads)
            out.back().push_back(
                map.size() == chosen.size() ? similarity(map, chosen) : std::numeric_limits<float>::quiet_NaN());
    }
    return out;
}

}
