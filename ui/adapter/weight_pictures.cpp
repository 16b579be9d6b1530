// ui/adapter/weight_pictures.cpp
#include "ui/adapter/weight_pictures.h"
#include "core/explain/measures/statistics.h"
#include "ui/adapter/map_painter.h"
#include <algorithm>

namespace patchlight
{

QVector<QImage> filterPictures(const PatchFilters& filters)
{
    QVector<QImage> pictures;
    const int count = static_cast<int>(filters.filters.dim(0)), side = static_cast<int>(filters.filters.dim(1));
    const float* value = filters.filters.values.data();
    const auto byte = [&value] { return qRound(std::clamp(*value++, 0.0F, 1.0F) * 255); };
    for (int i = 0; i < count; ++i) {
        QImage picture(side, side, QImage::Format_RGB32);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const int red = byte(), green = byte(), blue = byte();
                picture.setPixel(x, y, qRgb(red, green, blue));
            }
        pictures << picture;
    }
    return pictures;
}

bool hasPositionBias(const AttentionRecord& record)
{
    return record.layerCount() > 0 && !relativePositionBias(record, LayerIndex{0}, HeadIndex{0}).empty();
}

QVector<QImage> positionBiasPictures(const AttentionRecord& record, LayerIndex layer)
{
    QVector<QImage> pictures;
    if (layer.value >= record.layerCount())
        return pictures;
    for (int head = 0; head < record.headCount(layer); ++head) {
        const Grid<float> bias = relativePositionBias(record, layer, HeadIndex{head});
        if (bias.empty())
            return {};
        Look look;
        look.colours = ColourMap::BlueRed;
        look.range = mapRange(bias, true);
        pictures << patchImage(bias, look);
    }
    return pictures;
}

}
