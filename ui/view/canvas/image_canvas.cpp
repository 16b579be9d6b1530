// ui/view/canvas/image_canvas.cpp: what the canvas is told, and where things lie.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include <QPainter>
#include <QResizeEvent>
#include <QToolTip>
#include <cmath>
#include <limits>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int fadeMilliseconds = 80;
constexpr int zoomMilliseconds = 120;
constexpr int quietMilliseconds = 150; // changes that follow faster than this do not fade: they would lag
constexpr int veilMilliseconds = 240;
constexpr double veilDelay = 0.42; // share of it that passes before anything is seen: 100 ms

}

ImageCanvas::ImageCanvas(QWidget* parent) : QWidget(parent), m_colourBar(new ColourBarWidget(this))
{
    setObjectName(u"imageCanvas"_s);
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_colourBar->setObjectName(u"canvasColourBar"_s);
    m_colourBar->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_colourBar->hide();
    m_zooming.setDuration(zoomMilliseconds);
    m_zooming.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_zooming, &QVariantAnimation::valueChanged, this, [this](const QVariant& logZoom) {
        applyView([&](CanvasView& view) { view.zoomTo(std::exp(logZoom.toDouble()), m_zoomAnchor); });
    });
    m_fading.setDuration(fadeMilliseconds);
    m_fading.setStartValue(1.0);
    m_fading.setEndValue(0.0);
    connect(&m_fading, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_fading, &QVariantAnimation::finished, this, [this] { m_fadingFrom = {}; });
    m_veiling.setDuration(veilMilliseconds);
    m_veiling.setKeyValueAt(0, 0.0);
    m_veiling.setKeyValueAt(veilDelay, 0.0);
    m_veiling.setKeyValueAt(1, 1.0);
    connect(&m_veiling, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_veiling, &QVariantAnimation::valueChanged, m_colourBar,
        [this](const QVariant& veil) { m_colourBar->setStale(m_running && veil.toDouble() > 0); });
}

ImageCanvas::~ImageCanvas() = default;

void ImageCanvas::setPicture(const QImage& picture)
{
    m_zooming.stop();
    m_fadingFrom = {};
    m_picture.setPicture(picture);
    m_renderer = {};
    m_field = {};
    m_query.setGrid({});
    m_query.setQuery({});
    m_values = {};
    m_brush.setHidden({}, m_brush.grid());
    m_brush.setPlace({});
    m_marks = {};
    m_hovered.reset();
    m_view.setPicture(picture.size());
    layOut();
    Q_EMIT viewChanged();
}

void ImageCanvas::replacePixels(const QImage& picture)
{
    if (picture.size() != m_picture.picture().size())
        return setPicture(picture);
    m_fading.stop();
    m_fadingFrom = {};
    m_picture.setPicture(picture);
    update();
}

void ImageCanvas::setFieldOfView(const QRectF& field, QSize grid)
{
    m_field = field;
    m_query.setGrid(grid);
    if (m_hovered && !QRect(QPoint(), grid).contains(*m_hovered))
        hover({});
    pointAgain();
    update();
}

void ImageCanvas::setMap(const MapLayer& layer)
{
    setFieldOfView(layer.field, layer.grid);
    setMapValues(layer.values);
    setMarks(layer.marks);
    m_colourBar->setColours(layer.colours);
    m_colourBar->setRange(layer.low, layer.high);
    m_colourBar->setLegend(layer.legend);
    setRenderer(layer.renderer);
}

void ImageCanvas::clearMap()
{
    setMapValues({});
    setMarks({});
    setRenderer({});
}

void ImageCanvas::setRenderer(Renderer renderer)
{
    fadeFromCurrent();
    m_renderer = std::move(renderer);
    m_picture.dropComposed();
    m_sinceChange.restart();
    layOut();
}

void ImageCanvas::fadeFromCurrent()
{
    const bool resting = !m_sinceChange.isValid() || m_sinceChange.elapsed() > quietMilliseconds;
    m_fading.stop();
    m_fadingFrom = {};
    if (reducedMotion() || !resting || !m_renderer || m_picture.lastComposed().isNull() || !isVisible())
        return;
    m_fadingFrom = m_picture.lastComposed();
    m_fading.start();
}

void ImageCanvas::setMapValues(const MapValues& values)
{
    m_values = values;
    hover(m_hovered);
    announceValue(this);
    update();
}

void ImageCanvas::setQuery(const CanvasQuery& query)
{
    if (query == m_query.query())
        return;
    m_query.setQuery(query);
    announceValue(this);
    update();
}

void ImageCanvas::setQueryPossible(bool possible, const QString& why)
{
    if (possible && QToolTip::isVisible() && QToolTip::text() == m_query.whyNot())
        QToolTip::hideText(); // no longer true
    m_query.setPossible(possible, why);
    updateCursor();
}

void ImageCanvas::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void ImageCanvas::setCaption(const QString& name, const QString& place, const QString& longest)
{
    m_name = name;
    m_place = place;
    m_longestPlace = longest;
    setAccessibleDescription(name + u' ' + place);
    layOut();
    Q_EMIT captionChanged();
}

void ImageCanvas::setPatchGridVisible(bool visible)
{
    m_gridVisible = visible;
    update();
}

void ImageCanvas::setDimOutside(bool dim)
{
    m_dimOutside = dim;
    update();
}

void ImageCanvas::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    if (running)
        m_veiling.start();
    else
        m_veiling.stop();
    m_colourBar->setStale(false); // until the veil is seen
    update();
}

void ImageCanvas::setDropActive(bool active)
{
    m_dropActive = active;
    update();
}

void ImageCanvas::setOverlayVisible(bool visible)
{
    if (visible == m_overlayVisible)
        return;
    m_overlayVisible = visible;
    layOut();
    Q_EMIT overlayVisibilityChanged(visible);
}

void ImageCanvas::applyView(const std::function<void(CanvasView&)>& change)
{
    change(m_view);
    m_colourBar->setPlate(pictureRectInView().intersects(m_colourBar->geometry()));
    pointAgain();
    update();
    Q_EMIT viewChanged();
}

void ImageCanvas::setView(const CanvasView& view)
{
    if (m_drag != Drag::None)
        return; // this one leads
    m_zooming.stop();
    m_view = view;
    layOut();
}

void ImageCanvas::setLinkedHover(std::optional<QPoint> cell)
{
    if (underMouse())
        return;
    m_hovered = cell && QRect(QPoint(), m_query.grid()).contains(*cell) ? cell : std::nullopt;
    m_hoverLinked = m_hovered.has_value();
    const float value = m_hovered ? m_values.at(*m_hovered) : std::numeric_limits<float>::quiet_NaN();
    m_colourBar->setMarker(std::isfinite(value) ? std::optional<double>(value) : std::nullopt);
    update();
}

void ImageCanvas::zoomSmoothly(double zoom, QPointF anchor)
{
    zoom = std::clamp(zoom, m_view.minimumZoom(), m_view.maximumZoom());
    m_zoomAnchor = anchor;
    m_zooming.stop();
    if (reducedMotion() || !isVisible()) {
        applyView([&](CanvasView& view) { view.zoomTo(zoom, anchor); });
        return;
    }
    m_zooming.setStartValue(std::log(m_view.zoom()));
    m_zooming.setEndValue(std::log(zoom));
    m_zooming.start();
}

void ImageCanvas::fit()
{
    m_zooming.stop();
    applyView([](CanvasView& view) { view.fit(); });
}

void ImageCanvas::zoomBy(double factor)
{
    const bool underWay = m_zooming.state() == QVariantAnimation::Running;
    const double from = underWay ? std::exp(m_zooming.endValue().toDouble()) : m_view.zoom();
    zoomSmoothly(from * factor, QRectF(rect()).center());
}

void ImageCanvas::zoomToActualPixels()
{
    zoomSmoothly(1 / devicePixelRatioF(), QRectF(rect()).center());
}

QRectF ImageCanvas::fieldRectInView() const
{
    return m_field.isEmpty() ? QRectF() : m_view.toView(m_field);
}

QRectF ImageCanvas::cellRectInView(QPoint cell, QSize grid) const
{
    if (grid.isEmpty() || m_field.isEmpty())
        return {};
    const double width = m_field.width() / grid.width();
    const double height = m_field.height() / grid.height();
    return m_view.toView(QRectF(m_field.x() + cell.x() * width, m_field.y() + cell.y() * height, width, height));
}

QRectF ImageCanvas::patchRectInView(QPoint cell) const
{
    return cellRectInView(cell, m_query.grid());
}

QRectF ImageCanvas::brushRectInView(QPoint cell) const
{
    return cellRectInView(cell, m_brush.grid());
}

std::optional<QPoint> ImageCanvas::patchAt(QPointF view) const
{
    return cellAt(view, m_query.grid());
}

std::optional<QPoint> ImageCanvas::cellAt(QPointF view, QSize grid) const
{
    const QPointF at = m_view.toPicture(view);
    if (grid.isEmpty() || m_field.isEmpty() || !m_field.contains(at))
        return {};
    const auto index = [](double offset, double length, int count) {
        return std::clamp(static_cast<int>(std::floor(offset / length * count)), 0, count - 1);
    };
    return QPoint(index(at.x() - m_field.x(), m_field.width(), grid.width()),
        index(at.y() - m_field.y(), m_field.height(), grid.height()));
}

QString ImageCanvas::readOut() const
{
    if (m_brush.isOn())
        return {};
    return m_hovered ? m_values.readOut(*m_hovered) : QString();
}

QString ImageCanvas::spokenValue() const
{
    const QRect cells = m_query.query().cells;
    switch (m_query.query().kind) {
    case CanvasQuery::Kind::None:
        return m_picture.picture().isNull() ? tr("no picture") : tr("no patch chosen");
    case CanvasQuery::Kind::Region:
        return tr("rows %1 to %2, columns %3 to %4")
            .arg(cells.top())
            .arg(cells.bottom())
            .arg(cells.left())
            .arg(cells.right());
    case CanvasQuery::Kind::Patch:
    case CanvasQuery::Kind::Inverse:
        break;
    }
    const QSize grid = m_query.grid();
    return m_values.isEmpty()
        ? MapValues(QVector<float>(grid.width() * grid.height(), std::numeric_limits<float>::quiet_NaN()), grid).spoken(cells.topLeft())
        : m_values.spoken(cells.topLeft());
}

void ImageCanvas::resizeEvent(QResizeEvent*)
{
    layOut();
    Q_EMIT captionChanged();
    Q_EMIT viewChanged();
}

}
