// ui/view/canvas/image_canvas.h: the picture with the map where the network saw it; asks and tells, decides nothing.
#pragma once
#include "ui/view/canvas/brush_tool.h"
#include "ui/view/canvas/canvas_view.h"
#include "ui/view/canvas/map_layer.h"
#include "ui/view/canvas/picture_cache.h"
#include "ui/view/canvas/query_tool.h"
#include "ui/view/theme/spoken.h"
#include <QElapsedTimer>
#include <QVariantAnimation>
#include <QWidget>
#include <functional>
#include <optional>

namespace patchlight
{
class ColourBarWidget;

class ImageCanvas : public QWidget, public Spoken
{
    Q_OBJECT
public:
    using Renderer = MapLayer::Renderer;

    explicit ImageCanvas(QWidget* parent = nullptr);
    ~ImageCanvas() override;

    /// A new picture is fitted; the old map, field and query go with the old picture.
    void setPicture(const QImage&);
    const QImage& picture() const { return m_picture.picture(); }
    /// Other pixels of the same picture: view, map and marks stay.
    void replacePixels(const QImage&);
    /// What the network saw, in picture pixels, and the patch grid laid over all of it (columns × rows).
    void setFieldOfView(const QRectF& field, QSize grid);
    /// All of a map at once: the members below, with the colour bar.
    void setMap(const MapLayer&);
    /// No map, nothing of its values; places can still be asked.
    void clearMap();
    /// The map; an empty renderer shows the picture alone. Calling it again says that the pixels changed.
    void setRenderer(Renderer);
    void setMapValues(const MapValues&);
    void setQuery(const CanvasQuery&);
    /// Whether a patch can be asked about, and if not, why (shown in the read-out).
    void setQueryPossible(bool, const QString& why = {});
    /// Why it cannot be asked who looks at a patch; empty: it can.
    void setWhyNotInverse(const QString& why) { m_query.setWhyNotInverse(why); }
    /// Patches that the network is not shown, hatched, on a grid of their own (the map's may be coarser).
    void setHidden(const QVector<QPoint>& cells, QSize grid);
    /// Patches that stand out, ringed; cells of the map's grid.
    void setMarks(const QVector<QPoint>& cells);
    const QVector<QPoint>& marks() const { return m_marks; }
    /// With the brush a drag paints patches instead of asking them; it shows them again where it starts on a hidden
    /// one, or with the right button.
    void setBrush(bool on);
    bool brush() const { return m_brush.isOn(); }
    /// The stroke that is being painted, counted from 1; 0 where none is.
    int stroke() const { return painting() ? m_strokes : 0; }
    bool painting() const { return m_drag == Drag::Paint; }
    bool queryPossible() const { return m_query.possible(); }
    /// The brush covers this many patches to every side of the one under the cursor.
    void setBrushRadius(int patches);
    /// One line at the foot while a patch is under the cursor; empty: none.
    void setHint(const QString&);
    const QString& hint() const { return m_hint; }
    /// Room is kept for `longest`, which `place` may soon become.
    void setCaption(const QString& name, const QString& place, const QString& longest = {});
    int captionHeight() const; ///< px from the upper edge that it needs at this width
    void setCaptionRoom(int least); ///< of two side by side: the picture begins at the same height
    void setFoot(int room); ///< at the lower edge, that a lying colour bar leaves to what stands there
    void setPatchGridVisible(bool);
    /// Darkens what the network did not see; off where the renderer already does.
    void setDimOutside(bool);
    /// The old map steps back until the new one is here; nothing happens in the first 100 ms.
    void setRunning(bool);
    /// Something that can be opened is held over the window.
    void setDropActive(bool);
    void setOverlayVisible(bool);
    bool overlayVisible() const { return m_overlayVisible; }
    ColourBarWidget* colourBar() const { return m_colourBar; }

    void fit();
    void zoomBy(double factor); ///< at the middle of the view
    void zoomToActualPixels(); ///< one picture pixel per device pixel
    double zoom() const { return m_view.zoom(); }

    /// Painted facts, in device-independent pixels of the widget.
    QRectF pictureRectInView() const { return m_view.pictureInView(); }
    QRectF fieldRectInView() const;
    QRectF patchRectInView(QPoint cell) const;
    QRectF brushRectInView(QPoint cell) const; ///< of the grid that is painted on
    std::optional<QPoint> patchAt(QPointF view) const;
    std::optional<QPoint> hoveredPatch() const { return m_hovered; }
    QString readOut() const;
    QRectF readOutRectInView() const; ///< empty where nothing is read out
    const CanvasView& view() const { return m_view; }
    /// Two canvases side by side show the same place, and mark the patch under the cursor in both. Tell nothing.
    void setView(const CanvasView&);
    void setLinkedHover(std::optional<QPoint> cell);

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void patchClicked(QPoint cell);
    void inverseClicked(QPoint cell);
    void regionSelected(QRect cells);
    void captionChanged(); ///< or the width that it has
    void escaped(); ///< Esc
    /// A right click, or the menu key: the patch there, and a place on the screen.
    void menuRequested(std::optional<QPoint> cell, QPoint global);
    /// The brush went over these; cells of the grid given to setHidden.
    void brushed(QVector<QPoint> cells, bool hide);
    void paintingEnded();
    void patchHovered(std::optional<QPoint> cell);
    void overlayVisibilityChanged(bool visible);
    void viewChanged();

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void keyReleaseEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;
    bool eventFilter(QObject*, QEvent*) override; ///< of the application, while a patch is pointed at
    void focusOutEvent(QFocusEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;

private:
    enum class Drag { None, Press, Region, Pan, Paint };

    void paintMap(QPainter&);
    void paintOutside(QPainter&) const;
    void paintGrid(QPainter&) const;
    void paintHidden(QPainter&) const;
    void paintMarks(QPainter&) const;
    void paintBrush(QPainter&) const;
    QRectF cellsRectInView(const QRect& cells) const; ///< of the map's grid
    void paintQuery(QPainter&) const;
    void paintPointed(QPainter&) const;
    struct CaptionPlaces {
        QRectF name, place;
        bool beside = true; ///< in one line
    };
    CaptionPlaces captionPlaces(const QString& place) const;
    void paintCaption(QPainter&) const;
    bool readsOutTheQuery() const; ///< not what is pointed at
    void paintReadOut(QPainter&) const;
    void paintHint(QPainter&) const;
    void paintDrop(QPainter&) const;

    void layOut(); ///< while a button is held only afterwards: the picture stays under the pointer
    Drag endDrag();
    int standUp(int top);
    int lieDown(int top, int side);
    void applyView(const std::function<void(CanvasView&)>& change);
    void zoomSmoothly(double zoom, QPointF anchor);
    void hover(std::optional<QPoint> cell);
    void mouseAt(QPointF view);
    void pointAgain();
    void ask(const CanvasQuery&);
    void moveQuery(QPoint by, bool toEdge, bool extend);
    void updateCursor();
    QRectF cellRectInView(QPoint cell, QSize grid) const;
    std::optional<QPoint> cellAt(QPointF view, QSize grid) const;
    /// Counted in cells of the brush, within the field.
    QPointF brushPlace(QPointF view) const;
    void startPainting(QPointF view, bool hide);
    QPointF insideField(QPointF view) const;
    CanvasQuery regionOfDrag() const;
    void paintTo(QPointF view);
    bool brushKey(const QKeyEvent&);
    void fadeFromCurrent();

    PictureCache m_picture;
    Renderer m_renderer;
    CanvasView m_view;
    QRectF m_field;
    QueryTool m_query; ///< with the map's grid
    BrushTool m_brush; ///< with the hidden patches and their grid
    MapValues m_values;
    QString m_name, m_place, m_longestPlace, m_hint;
    int m_captionRoom = 0, m_foot = 0;
    int m_strokes = 0;
    bool m_gridVisible = false, m_dimOutside = false, m_overlayVisible = true, m_running = false, m_dropActive = false;

    QVector<QPoint> m_marks;
    Drag m_drag = Drag::None;
    bool m_layOutAfterDrag = false;
    QPointF m_pressed, m_mouse, m_mouseOnScreen;
    bool m_pointed = false; ///< the mouse is over the canvas
    bool m_spaceDown = false, m_spaceUsed = false;
    std::optional<QPoint> m_hovered;
    bool m_hoverLinked = false; ///< the cursor is in the other canvas
    QVariantAnimation m_zooming, m_fading, m_veiling;
    QPointF m_zoomAnchor;
    QImage m_fadingFrom;
    QElapsedTimer m_sinceChange, m_sinceSpace;
    ColourBarWidget* m_colourBar;
};

}
