// ui/view/heads/heads_grid.h: layers × heads as thumbnails. Only what is visible is asked for and drawn.
#pragma once
#include "ui/view/heads/heads_shape.h"
#include "ui/view/theme/spoken.h"
#include <QAbstractScrollArea>
#include <QColor>
#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QSet>
#include <QTimer>
#include <functional>

namespace patchlight
{
class HeadPreview;

class HeadsGrid : public QAbstractScrollArea, public Spoken
{
    Q_OBJECT
public:
    /// A thumbnail of `side` device pixels (square; the map may be letterboxed by the caller), drawn nearest.
    using Renderer = std::function<QImage(HeadCell, int side)>;
    using Describer = std::function<QString(HeadCell)>; ///< lines of statistics for the preview

    explicit HeadsGrid(QWidget* parent = nullptr);
    ~HeadsGrid() override;

    /// Heads per layer (Swin: they differ) and whether a fused head ends each column. Thumbnails are as large as the
    /// room allows, between 30 and 112; where layers are few, their heads stand side by side.
    void setShape(const QVector<int>& headsPerLayer, bool fused, const QString& fusedName = {});
    /// Said in the middle of the grid where there is nothing to draw (a network without attention); empty: nothing.
    void setNothing(const QString& sentence);
    void setOrder(const QVector<HeadCell>& order); ///< empty: by layer
    void setRenderer(Renderer); ///< calling it again says that the pixels changed
    void setDescriber(Describer);
    void setSelected(std::optional<HeadCell>);
    void setCurrentLayer(int layer);
    /// The colours that tell heads apart elsewhere: a mark on each thumbnail, the legend. Empty: none.
    using Colours = std::function<QColor(HeadCell)>;
    void setColours(Colours);
    /// Which heads make up the fused map, where it is of a subset; asked on paint. Calling it again repaints.
    void setSubset(std::function<bool(HeadCell)> isInSubset);
    /// What was done to each head, and whether its block is off; asked on paint. Calling it again repaints.
    using Marker = std::function<HeadMark(HeadCell)>;
    void setMarks(Marker marks, const QSet<int>& blocksOff);
    /// How long one paint may render thumbnails; the others follow with the next paints.
    void setPaintBudget(qint64 milliseconds) { m_paintBudget = milliseconds; }

    const HeadsShape& shape() const { return m_shape; }
    std::optional<HeadCell> selected() const { return m_selected; }
    /// Moves the selection as the keys , and . do.
    void step(int heads);

    /// Painted facts, in pixels of the viewport.
    QRect thumbnailRect(HeadCell) const;
    std::optional<HeadCell> cellAt(QPoint viewport) const;
    int thumbnailSide() const { return m_side; }
    /// Below a thumbnail where the layer's stand side by side: "head 3", or the number alone where the words of
    /// neighbours would run into each other.
    QString headCaption(int head) const;

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Table; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellChosen(int layer, int head); ///< by mouse or keys; head −1: fused
    void cellToggled(int layer, int head); ///< Ctrl and a click: into the subset, or out of it
    /// A right click or the menu key; `cell` is the fused one where a layer's number was clicked.
    void menuRequested(int layer, int head, QPoint global);

protected:
    bool viewportEvent(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void scrollContentsBy(int, int) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    void layOut();
    int rowsBottom() const;
    int sideFor(int fold, QSize room) const;
    int foldFor(QSize room) const;
    void foldToFit(QSize room);
    int blockWidth() const; ///< of one layer's thumbnails
    void paintCaption(QPainter&, HeadCell, const QRect&) const;
    QRect cellRect(int column, int row) const;
    void paintThumbnails(QPainter&, const QRect& area);
    void paintThumbnail(QPainter&, HeadCell, const QRect&);
    void paintMark(QPainter&, HeadCell, const QRect&) const;
    void paintHeaders(QPainter&) const;
    std::optional<int> headerAt(QPoint viewport) const;
    void paintRowLabels(QPainter&) const;
    const QImage& thumbnail(HeadCell);
    void choose(HeadCell);
    void reveal(HeadCell);
    void hover(std::optional<HeadCell>);
    void showPreview();

    HeadsShape m_shape;
    QString m_fusedName, m_nothing;
    Renderer m_renderer;
    Describer m_describer;
    Marker m_marker;
    Colours m_colours;
    std::function<bool(HeadCell)> m_isInSubset;
    QSet<int> m_blocksOff;
    std::optional<HeadCell> m_selected, m_hovered;
    int m_currentLayer = -1;
    int m_side = 44, m_pitch = 60, m_rowPitch = 48, m_rowsHeight = 0;
    int m_labelWidth = 0, m_headerHeight = 0;
    struct Thumbnail {
        QImage image;
        int generation = -1;
    };
    QHash<quint32, Thumbnail> m_thumbnails; ///< key: layer and head
    int m_generation = 0; ///< of the pixels; older ones are shown until their turn comes
    QElapsedTimer m_painting;
    qint64 m_paintBudget = 8;
    bool m_reveal = false; ///< the selected cell is brought into view with the next layout
    bool m_behind = false; ///< this paint ran out of time; another follows
    QTimer m_previewDelay;
    HeadPreview* m_preview = nullptr;
};

}
