// ui/view/canvas/image_canvas_layout.cpp: where the picture and its colour bar lie.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include <QFontMetricsF>
#include <algorithm>
#include <utility>

namespace patchlight
{
namespace
{

constexpr double kWorthTheBar = 0.55; // of its size that a picture keeps at least beside the bar
constexpr double kWorthLying = 1.15; // times larger that a picture becomes above a lying bar

}

/// The bar stands beside the picture, or lies below it where that leaves the picture clearly more room.
void ImageCanvas::layOut()
{
    m_layOutAfterDrag = m_drag != Drag::None;
    if (m_layOutAfterDrag)
        return update();
    const bool map = m_renderer && !m_picture.picture().isNull();
    // Where the picture would become much smaller beside it, the bar lies on it: without a bar colours say nothing.
    m_colourBar->setVisible(map && !m_colourBar->isEmpty() && m_overlayVisible);
    const int side = scaled(16), bottom = scaled(28);
    const int top = m_name.isEmpty() ? side : std::min(std::max(captionHeight(), m_captionRoom), std::max(scaled(36), height() * 2 / 5));
    m_view.setViewport(size(), side, top, side, bottom);
    if (map) {
        const double alone = m_view.fitZoom();
        const int below = lieDown(top, side);
        m_view.setViewport(size(), side, top, side, below);
        const double above = m_view.fitZoom();
        const int beside = standUp(top);
        m_view.setViewport(size(), side, top, beside, bottom);
        if (m_colourBar->legend().isEmpty() && above > kWorthLying * m_view.fitZoom()) {
            lieDown(top, side);
            m_view.setViewport(size(), side, top, side, below);
        } else if (width() <= scaled(420) && m_view.fitZoom() < kWorthTheBar * alone) {
            m_view.setViewport(size(), side, top, side, bottom);
        }
    }
    m_colourBar->setPlate(pictureRectInView().intersects(m_colourBar->geometry()));
    pointAgain();
    update();
}

ImageCanvas::Drag ImageCanvas::endDrag()
{
    const Drag ended = std::exchange(m_drag, Drag::None);
    if (m_layOutAfterDrag) {
        layOut();
        Q_EMIT viewChanged();
    }
    return ended;
}

/// Words that do not fit beside the name go on below it: what a map is, is not cut.
ImageCanvas::CaptionPlaces ImageCanvas::captionPlaces(const QString& words) const
{
    const double most = width() - scaled(32);
    const double name = std::min(paint::textWidth(boldFont(), m_name), most);
    const QRectF line(scaled(16), scaled(8), name, scaled(26));
    const QFontMetricsF metrics(bodyFont());
    const double wide = paint::textWidth(bodyFont(), words);
    if (name + 8 + wide <= most)
        return {line, QRectF(line.right() + 8, line.y(), wide + 1, line.height()), true};
    const QRectF below(line.x(), line.bottom() - metric::tiny, most, 4 * metrics.height());
    return {line, metrics.boundingRect(below, Qt::TextWordWrap, words), false};
}

int ImageCanvas::captionHeight() const
{
    const auto height = [this](const QString& words) {
        const auto [line, place, beside] = captionPlaces(words);
        return beside || words.isEmpty() ? scaled(36) : qCeil(place.bottom()) + metric::tiny;
    };
    return std::max(height(m_place), height(m_longestPlace));
}

void ImageCanvas::setCaptionRoom(int least)
{
    if (std::exchange(m_captionRoom, least) != least)
        layOut();
}

void ImageCanvas::setFoot(int room)
{
    if (std::exchange(m_foot, room) != room)
        layOut();
}

/// The margin that the picture leaves free for the bar at its right.
int ImageCanvas::standUp(int top)
{
    m_colourBar->setLying(false);
    const int width = m_colourBar->sizeHint().width();
    const int room = this->height() - top - scaled(28); // the foot is for what is said there
    const int height = std::min({scaled(300), this->height() * 6 / 10, std::max(scaled(60), room)});
    const int left = this->width() - width - scaled(18);
    m_colourBar->setGeometry(left, std::max(top, (this->height() - height) / 2), width, height);
    return this->width() - left + scaled(8);
}

/// The margin that the picture leaves free for the bar below it; the bar keeps close to the fitted picture.
int ImageCanvas::lieDown(int top, int side)
{
    m_colourBar->setLying(true);
    const int bar = m_colourBar->sizeHint().height(), gap = scaled(8), margin = bar + gap + std::max(gap, m_foot);
    m_view.setViewport(size(), side, top, side, margin);
    const double shown = m_picture.picture().height() * m_view.fitZoom();
    const double end = (top + height() - margin + shown) / 2;
    m_colourBar->setGeometry(side, qRound(end) + gap, width() - 2 * side, bar);
    return margin;
}

}
