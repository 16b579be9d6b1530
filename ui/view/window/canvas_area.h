// ui/view/window/canvas_area.h: the picture with its map, or the invitation to open one; the scrubber under it.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/latest_job.h"
#include "ui/view/canvas/canvas_query.h"
#include <QWidget>

class QStackedWidget;

namespace patchlight
{
class EmptyState;
class Comparison;
class ImageCanvas;
class CompareView;
class HideStrip;
class LayerScrubber;
class Session;
struct Query;

class CanvasArea : public QWidget
{
    Q_OBJECT
public:
    CanvasArea(Session* session, Comparison* comparison, QWidget* parent = nullptr);
    ImageCanvas* canvas() const { return m_canvas; }
    LayerScrubber* scrubber() const { return m_scrubber; }
    EmptyState* empty() const { return m_empty; }
    /// Of the two maps compared, while it is on screen; else null.
    ShownMapPtr difference() const;
    QString differenceText() const; ///< its title; empty where there is none
    ShownMapPtr held() const; ///< another map than the live one, beside it; else null
    void setDropActive(bool active);
    /// The brush that hides patches; only with a picture.
    void setHiding(bool on);
    bool hiding() const;
    /// Pictures opened before, newest first.
    void setRecent(const QStringList& files);
    /// The picture alone: no scrubber.
    void setPresenting(bool on);

Q_SIGNALS:
    void hidingChanged(bool on);
    void escaped(); ///< Esc on the picture
    void recentRequested(const QString& file);
    void openRequested();
    void modelsRequested(bool published); ///< the page of models, at this computer's or at published ones
    void sampleRequested(const QString& file);
    void tourRequested(const QString& sample);

private:
    void hear();
    void hearCanvas();
    void loadSamples();
    void showAnalysis();
    void showPicture();
    void showRun();
    void showHidden();
    void brush(const QVector<QPoint>& cells, bool hide);
    void showCaption();
    void showMap();
    void showLook();
    void showScale();
    void showChoice();
    void showBusy();
    void showCurve();
    void playOn(int layer);

    Session* m_session;
    Comparison* m_comparison;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    ImageCanvas* m_canvas;
    CompareView* m_compare; ///< canvas and what it is compared with
    bool m_presenting = false;
    HideStrip* m_hideStrip;
    LayerScrubber* m_scrubber;
    QStringList m_samples, m_recent;
    LatestJob m_sampleJob;
    bool m_networkInput = false; ///< on the canvas now
};

/// Cells of the map's grid ↔ cells of the input grid a query names (they differ on Swin's later stages).
CanvasQuery canvasQuery(const Query& query, QSize inputGrid, QSize mapGrid);
Query patchQuery(const QRect& mapCells, QSize inputGrid, QSize mapGrid, bool inverse);

}
