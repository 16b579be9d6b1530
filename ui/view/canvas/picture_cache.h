// ui/view/canvas/picture_cache.h: pixels ready for the screen, kept until picture, view or screen change.
#pragma once
#include <QImage>
#include <QRectF>
#include <QVector>
#include <functional>

namespace patchlight
{

/// A part of the picture and the device pixels it fills; the unit the canvas draws in.
struct Tile {
    QRectF source; ///< picture pixels
    QRect target; ///< device pixels of the widget
    bool operator==(const Tile&) const = default;
};

/// The picture, which is not copied, in halves of halves, so that shrinking never skips pixels, and the last finished
/// tile.
class PictureCache
{
public:
    void setPicture(const QImage&);
    const QImage& picture() const { return m_levels.isEmpty() ? m_none : m_levels.first(); }

    /// The picture alone at `tile`'s device pixels.
    const QImage& plain(const Tile& tile);
    /// The picture with what `render` gives laid on it. Cost: one call of `render` per new tile.
    const QImage& composed(const Tile& tile, const std::function<QImage(const QRectF&, const QSize&)>& render);
    void dropPlain() { m_plain = {}; }
    void dropComposed() { m_composed = {}; }
    /// The last composed tile, for a cross-fade; null when there is none.
    const QImage& lastComposed() const { return m_composed; }
    const Tile& lastTile() const { return m_composedTile; }

private:
    const QImage& level(double scale, int& power);
    QImage drawn(const Tile& tile);

    QVector<QImage> m_levels; ///< [0] the picture, then halves, made when first needed
    QImage m_none, m_plain, m_composed;
    Tile m_plainTile, m_composedTile;
};

}
