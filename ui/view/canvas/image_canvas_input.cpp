// ui/view/canvas/image_canvas_input.cpp: mouse, wheel and keys.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace patchlight
{
namespace
{

constexpr double zoomPerNotch = 1.25;
constexpr double zoomPerKey = 1.25;
constexpr qint64 tapMilliseconds = 250; // a longer press of Space shows the picture only while held

bool ownsKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return !(event.modifiers() & Qt::AltModifier);
    case Qt::Key_Space:
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return event.modifiers() == Qt::NoModifier;
    default:
        return false;
    }
}

}

bool ImageCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!m_picture.picture().isNull() && ownsKey(*key)) {
            key->accept();
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_zooming.stop();
            applyView(
                [&](CanvasView& view) { view.zoomTo(view.zoom() * (1 + gesture->value()), gesture->position()); });
            return true;
        }
    }
    return QWidget::event(event);
}

void ImageCanvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (m_picture.picture().isNull() || notches == 0)
        return;
    event->accept();
    const bool underWay = m_zooming.state() == QVariantAnimation::Running;
    const double from = underWay ? std::exp(m_zooming.endValue().toDouble()) : m_view.zoom();
    const double zoom = from * std::pow(zoomPerNotch, notches);
    if (event->pixelDelta().isNull()) {
        zoomSmoothly(zoom, event->position());
        return;
    }
    m_zooming.stop(); // a touchpad is smooth by itself
    applyView([&](CanvasView& view) { view.zoomTo(zoom, event->position()); });
}

void ImageCanvas::mousePressEvent(QMouseEvent* event)
{
    mouseAt(event->position());
    m_pressed = m_mouse;
    if (m_picture.picture().isNull() || m_drag != Drag::None)
        return;
    const bool left = event->button() == Qt::LeftButton;
    if (event->button() == Qt::MiddleButton || (left && m_spaceDown)) {
        m_drag = Drag::Pan;
        m_spaceUsed = m_spaceDown;
    } else if (m_brush.isOn() && (left || event->button() == Qt::RightButton)) {
        const auto cell = cellAt(m_mouse, m_brush.grid());
        if (cell)
            startPainting(m_mouse, left && !m_brush.hidden().contains(*cell));
        else if (left)
            m_drag = Drag::Press;
    } else if (left) {
        m_drag = Drag::Press;
    }
    updateCursor();
}

void ImageCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF before = m_mouse;
    mouseAt(event->position());
    if (m_drag == Drag::Pan) {
        m_zooming.stop();
        applyView([&](CanvasView& view) { view.pan(m_mouse - before); });
        return;
    }
    if (m_drag == Drag::Paint)
        return paintTo(m_mouse);
    const bool far = (m_mouse - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Press && far) {
        // A drag on the patches is a region; from beside them it moves the picture.
        // A stroke may begin beside them: it hides from where it comes in.
        const auto under = cellAt(m_mouse, m_brush.grid());
        if (!m_brush.isOn())
            m_drag = patchAt(m_pressed) && m_query.possible() ? Drag::Region : Drag::Pan;
        else if (under)
            startPainting(m_mouse, true);
        updateCursor();
    }
    if (m_brush.isOn())
        m_brush.setPlace(cellAt(m_mouse, m_brush.grid()));
    hover(patchAt(m_mouse));
    update();
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    const bool painted = m_drag == Drag::Paint && event->button() == Qt::RightButton;
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton && !painted)
        return;
    const Drag drag = endDrag();
    updateCursor();
    update();
    if (drag == Drag::Paint) {
        Q_EMIT paintingEnded();
        return;
    }
    if (m_brush.isOn())
        return;
    const auto cell = patchAt(event->position());
    if (drag == Drag::Region) {
        ask(regionOfDrag());
    } else if (drag == Drag::Press && cell) {
        // Shift beside Alt: window managers may take Alt+click for themselves.
        const bool inverse = event->modifiers().testAnyFlags(Qt::AltModifier | Qt::ShiftModifier);
        if (const QString& why = m_query.refusal(inverse); !why.isEmpty())
            QToolTip::showText(event->globalPosition().toPoint(), why, this);
        else if (m_query.possible())
            ask(QueryTool::clicked(*cell, inverse));
    }
}

QPointF ImageCanvas::insideField(QPointF view) const
{
    const QRectF field = fieldRectInView();
    return {std::clamp(view.x(), field.left(), field.right() - 1e-6),
        std::clamp(view.y(), field.top(), field.bottom() - 1e-6)};
}

CanvasQuery ImageCanvas::regionOfDrag() const
{
    const auto corner = [this](QPointF view) { return patchAt(insideField(view)).value_or(QPoint()); };
    return QueryTool::dragged(corner(m_pressed), corner(m_mouse));
}

void ImageCanvas::ask(const CanvasQuery& query)
{
    if (query.kind == CanvasQuery::Kind::Region)
        Q_EMIT regionSelected(query.cells);
    else if (query.kind == CanvasQuery::Kind::Inverse)
        Q_EMIT inverseClicked(query.cells.topLeft());
    else
        Q_EMIT patchClicked(query.cells.topLeft());
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    // With the brush, two quick clicks hide a patch and show it again.
    if (m_brush.isOn())
        mousePressEvent(event);
    else if (event->button() == Qt::LeftButton)
        fit();
}

void ImageCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    if (m_brush.isOn() && brushKey(*event))
        return;
    const bool far = control || event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveQuery({-1, 0}, far, extend);
    case Qt::Key_Right:
        return moveQuery({1, 0}, far, extend);
    case Qt::Key_Up:
        return moveQuery({0, -1}, far, extend);
    case Qt::Key_Down:
        return moveQuery({0, 1}, far, extend);
    case Qt::Key_Home:
        return moveQuery({-1, control ? -1 : 0}, true, extend);
    case Qt::Key_End:
        return moveQuery({1, control ? 1 : 0}, true, extend);
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceDown = true;
            m_spaceUsed = false;
            m_sinceSpace.restart();
            setOverlayVisible(!m_overlayVisible);
            updateCursor();
        }
        return;
    default:
        break;
    }
    if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal))
        zoomBy(zoomPerKey);
    else if (control && event->key() == Qt::Key_Minus)
        zoomBy(1 / zoomPerKey);
    else if (control && event->key() == Qt::Key_0)
        fit();
    else
        QWidget::keyPressEvent(event);
}

void ImageCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_spaceDown) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    m_spaceDown = false;
    // Held, or used to pan: as it was before. A tap: stays switched.
    if (m_spaceUsed || m_sinceSpace.elapsed() > tapMilliseconds)
        setOverlayVisible(!m_overlayVisible);
    updateCursor();
}

void ImageCanvas::focusOutEvent(QFocusEvent* event)
{
    if (std::exchange(m_spaceDown, false))
        setOverlayVisible(!m_overlayVisible); // as it was before
    updateCursor();
    QWidget::focusOutEvent(event);
}

void ImageCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_picture.picture().isNull() || m_brush.isOn() || m_drag != Drag::None)
        return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint asked = m_query.query().cells.topLeft();
    if (byKey && m_query.asksPatches())
        Q_EMIT menuRequested(asked, mapToGlobal(patchRectInView(asked).center().toPoint()));
    else
        Q_EMIT menuRequested(byKey ? std::nullopt : patchAt(event->pos()), event->globalPos());
}

void ImageCanvas::mouseAt(QPointF view)
{
    m_mouse = view;
    m_mouseOnScreen = mapToGlobal(view);
    m_pointed = true;
}

/// What lies under a mouse that rests may be another patch now: the picture, its place or its grid has changed.
void ImageCanvas::pointAgain()
{
    if (!m_pointed || m_drag != Drag::None)
        return;
    m_mouse = mapFromGlobal(m_mouseOnScreen);
    const bool here = QRectF(rect()).contains(m_mouse);
    if (m_brush.isOn() && here && !m_brush.place()) // else the arrows may have led it elsewhere
        m_brush.setPlace(cellAt(m_mouse, m_brush.grid()));
    hover(here ? patchAt(m_mouse) : std::nullopt);
}

void ImageCanvas::leaveEvent(QEvent*)
{
    m_pointed = false;
    m_brush.setPlace({});
    hover({});
    update();
}

/// After a menu the toolkit does not tell that the mouse has left, only whom it has come to.
bool ImageCanvas::eventFilter(QObject* watched, QEvent* event)
{
    const auto* other = event->type() == QEvent::Enter ? qobject_cast<QWidget*>(watched) : nullptr;
    if (other && other != this && !isAncestorOf(other) && !other->isAncestorOf(this))
        leaveEvent(event);
    return QWidget::eventFilter(watched, event);
}

void ImageCanvas::hover(std::optional<QPoint> cell)
{
    const float value = cell ? m_values.at(*cell) : std::numeric_limits<float>::quiet_NaN();
    m_colourBar->setMarker(std::isfinite(value) ? std::optional<double>(value) : std::nullopt);
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    if (cell)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
    m_hoverLinked = false;
    updateCursor();
    update();
    Q_EMIT patchHovered(cell);
}

void ImageCanvas::moveQuery(QPoint by, bool toEdge, bool extend)
{
    const auto query = m_query.moved(by, toEdge, extend);
    if (!query)
        return;
    const bool region = query->kind == CanvasQuery::Kind::Region;
    const QPoint from = m_query.query().cells.topLeft();
    const QPoint to = region && query->cells.topLeft() != from ? query->cells.topLeft() : query->cells.bottomRight();
    m_view.reveal(m_view.toPicture(patchRectInView(to)));
    ask(*query);
}

void ImageCanvas::updateCursor()
{
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceDown)
        setCursor(Qt::OpenHandCursor);
    else if (m_hovered && (m_query.possible() || m_brush.isOn()))
        setCursor(Qt::CrossCursor);
    else
        setCursor(Qt::ArrowCursor);
}

}
