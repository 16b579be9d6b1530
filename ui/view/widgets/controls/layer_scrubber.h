// ui/view/widgets/controls/layer_scrubber.h: layers as ticks under a hairline curve; drag, keys or play go through
// them.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QTimer>
#include <QVector>
#include <QWidget>

class QAbstractButton;

namespace patchlight
{

class LayerScrubber : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit LayerScrubber(QWidget* parent = nullptr);

    /// `stageStarts`: first layer of each stage after the first (Swin); empty for a ViT.
    void setLayers(int count, const QVector<int>& stageStarts = {});
    /// One value per layer, drawn between its own least and largest; `name` for the tooltip. Empty: no curve.
    void setCurve(const QVector<float>& values, const QString& name = {});
    void setLayer(int layer);
    int layer() const { return m_layer; }
    int layers() const { return m_count; }
    bool playing() const { return m_clock.isActive(); }
    void setPlaying(bool);
    void setInterval(int milliseconds) { m_clock.setInterval(milliseconds); }

    QPointF tickInView(int layer) const;
    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Slider; }
    double spokenNumber() const override { return m_layer; }
    double spokenMaximum() const override { return m_count - 1; }
    void setSpokenNumber(double value) override { choose(static_cast<int>(value)); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void layerChosen(int layer); ///< by mouse, keys or play

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    void choose(int layer);
    void tick();
    int layerAt(double x) const;
    QRectF trackRect() const;
    double curveY(int layer) const;
    void paintCurve(QPainter&) const;
    void paintTicks(QPainter&) const;

    int m_count = 0, m_layer = 0, m_hovered = -1;
    QVector<int> m_stageStarts;
    QVector<float> m_curve;
    QString m_curveName;
    bool m_dragging = false;
    int m_wheel = 0;
    QTimer m_clock;
    QAbstractButton* m_play;
};

}
