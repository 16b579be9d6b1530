// ui/view/inside/way_panel.h: the stations of the way through, the blocks as small ticks, the heads.
#pragma once
#include "ui/adapter/inside/cards.h"
#include "ui/view/theme/spoken.h"
#include <QWidget>

class QPainter;

namespace patchlight
{

class WayPanel : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit WayPanel(QWidget* parent = nullptr);
    void setStations(const QVector<inside::Station>& stations);
    void setBlocks(int count, int current, const std::vector<LayerIndex>& off);
    void setHeads(int count, int current, const std::vector<int>& off);
    void setCurrent(const QString& station);

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::List; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {scaledWidth(), sizeHint().height()}; }
    QRectF stationRect(const QString& id) const;
    QRectF blockRect(int block) const { return m_blockRects.value(block); }
    QRectF headRect(int head) const { return m_headRects.value(head); }

Q_SIGNALS:
    void stationChosen(const QString& id);
    void blockChosen(int block);
    void headChosen(int head);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    static int scaledWidth();
    void arrange();
    double arrangeChips(QVector<QRectF>& rects, int count, double left, double top, double side) const;
    void paintChips(QPainter& p, const QVector<QRectF>& rects, int current, const std::vector<int>& off) const;
    void paintStation(QPainter& p, int index) const;

    QVector<inside::Station> m_stations;
    QVector<QRectF> m_rects, m_blockRects, m_headRects;
    double m_blockTitle = 0, m_headTitle = 0, m_height = 0;
    QString m_current;
    int m_blocks = 0, m_block = 0, m_heads = 0, m_head = 0, m_hovered = -1;
    std::vector<int> m_blocksOff, m_headsOff;
};

}
