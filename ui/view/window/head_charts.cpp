// ui/view/window/head_charts.cpp
#include "ui/view/window/head_charts.h"
#include "ui/adapter/class_names.h"
#include <algorithm>

namespace patchlight
{

HeadStatistics headStatistics(const std::vector<LayerNumbers>& layers, bool prefix)
{
    HeadStatistics statistics;
    for (const LayerNumbers& layer : layers) {
        QVector<float> entropy, distance, share;
        for (const HeadNumbers& head : layer.heads) {
            entropy << head.entropy;
            distance << head.distance;
            share << head.prefixShare;
        }
        statistics.entropy << entropy;
        statistics.distance << distance;
        if (prefix)
            statistics.prefix << share;
        statistics.uniformEntropy = std::max(statistics.uniformEntropy, layer.mostEntropy);
        statistics.uniformDistance = std::max(statistics.uniformDistance, layer.uniformDistance);
    }
    return statistics;
}

QVector<LensPoint> lensPoints(const std::vector<LensLayer>& layers, const Analysis& analysis, ClassIndex shown)
{
    const auto place = static_cast<std::size_t>(shown.value);
    QVector<LensPoint> points;
    for (const LensLayer& layer : layers) {
        const bool said = layer.known && place < layer.probabilities.size();
        points << (said
                ? LensPoint{true, layer.probabilities[place], layer.topProbability, className(analysis, layer.top)}
                : LensPoint{});
    }
    return points;
}

}
