// ui/view/window/head_cells.cpp
#include "ui/view/window/head_cells.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/map_painter.h"
#include "ui/state/intervention_edits.h"
#include "ui/state/session.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/window/heads_panel.h"
#include <algorithm>

namespace patchlight
{
namespace
{

/// Place of a head in its column: heads first, then the fused one.
std::size_t placeOf(const HeadCell& cell, const HeadColumn& column)
{
    return cell.fused() ? column.maps.size() - 1 : static_cast<std::size_t>(cell.head);
}

QImage centred(const QImage& patches, int side)
{
    if (patches.isNull() || patches.width() == patches.height())
        return patches;
    QImage square(side, side, QImage::Format_ARGB32_Premultiplied);
    square.fill(Qt::transparent);
    const QImage fitted = patches.scaled(side, side, Qt::KeepAspectRatio, Qt::FastTransformation);
    const QPoint corner((side - fitted.width()) / 2, (side - fitted.height()) / 2);
    const QImage source = fitted.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < source.height(); ++y)
        for (int x = 0; x < source.width(); ++x)
            square.setPixelColor(corner + QPoint(x, y), source.pixelColor(x, y));
    return square;
}

}

QImage headThumbnail(Session& session, const HeadCell& cell, int side)
{
    const auto& heads = session.heads();
    if (cell.layer >= heads.layerCount() || heads.layer(cell.layer).maps.empty())
        return {};
    const auto& column = heads.layer(cell.layer);
    const auto& map = column.maps[placeOf(cell, column)];
    Look look;
    look.colours = session.selection().look().look.colours;
    const bool isSigned = session.selection().map().query.kind == Query::Kind::TokenDifference;
    if (isSigned) {
        look.colours = ColourMap::BlueRed;
        look.range = mapRange(map, true);
    }
    if (session.selection().heads().sharedScale) {
        look.range = heads.sharedRange();
        look.range->low = isSigned ? -look.range->high : look.range->low;
    }
    return centred(patchImage(map, look), side);
}

QString headDescription(Session& session, const HeadCell& cell)
{
    const auto& heads = session.heads();
    if (cell.layer >= heads.layerCount() || heads.layer(cell.layer).maps.empty())
        return {};
    const auto& column = heads.layer(cell.layer);
    const auto place = placeOf(cell, column);
    if (column.maps[place].empty())
        return isBlockOff(session.interventions(), LayerIndex{cell.layer})
            ? HeadsPanel::tr("this block is switched off")
            : HeadsPanel::tr("this query is not in this layer; it joins later");
    if (!cell.fused() && changeOf(session.analysis()->interventions, LayerIndex{cell.layer}, HeadIndex{cell.head}) == HeadChange::Off)
        return HeadsPanel::tr("switched off: it looks nowhere");
    const QString entropy
        = HeadsPanel::tr("entropy %1 of uniform").arg(HeadsPanel::tr("%1 %").arg(qRound(column.entropy[place] * 100)));
    const QString distance = HeadsPanel::tr("distance %1 patches").arg(valueText(column.distance[place]));
    return entropy + QLatin1Char('\n') + distance;
}

QVector<HeadCell> headOrder(Session& session)
{
    const auto& heads = session.heads();
    const HeadSort sort = session.selection().heads().sort;
    if (sort == HeadSort::ByLayer)
        return {};
    const auto& shown = session.shown();
    QVector<std::pair<double, HeadCell>> keyed;
    for (int layer = 0; layer < heads.layerCount(); ++layer) {
        const auto& column = heads.layer(layer);
        for (int head = 0; head + 1 < static_cast<int>(column.maps.size()); ++head) {
            const auto place = static_cast<std::size_t>(head);
            if (column.maps[place].empty())
                continue; // its block is off
            double key = sort == HeadSort::Entropy ? column.entropy[place] : column.distance[place];
            if (sort == HeadSort::Similarity)
                key = shown ? -similarity(column.maps[place], shown->map()) : 0;
            keyed << std::pair(key, HeadCell{layer, head});
        }
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QVector<HeadCell> order;
    for (const auto& [key, cell] : keyed)
        order << cell;
    return order;
}

}
