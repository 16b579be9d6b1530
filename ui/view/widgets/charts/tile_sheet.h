// ui/view/widgets/charts/tile_sheet.h: small square pictures in rows that fill the width; one may be chosen.
#pragma once
#include "ui/view/theme/spoken.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include <QImage>
#include <QStringList>
#include <QVector>
#include <QWidget>

namespace patchlight
{

class TileSheet : public QWidget, public Spoken, public ChartNumbers
{
    Q_OBJECT
public:
    /// `columns`: at most so many in a row. `choosable`: a click or the arrows choose a tile.
    TileSheet(int columns, bool choosable, QWidget* parent = nullptr);
    /// `tips`: one for each tile, spoken too.
    void setTiles(const QVector<QImage>& tiles, const QStringList& tips);
    int count() const { return int(m_tiles.size()); }
    void setCurrent(int index); ///< −1: none; no signal
    int current() const { return m_current; }
    QRectF tileRect(int index) const;

    QString csv() const override { return {}; }
    bool ofPicture() const override { return false; }
    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return m_choosable ? QAccessible::List : QAccessible::Graphic; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    double side(double width) const;
    int tileAt(QPointF point) const;

    int m_columns;
    bool m_choosable;
    QVector<QImage> m_tiles;
    QStringList m_tips;
    int m_current = -1;
};

}
