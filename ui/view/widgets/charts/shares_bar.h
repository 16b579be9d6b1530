// ui/view/widgets/charts/shares_bar.h: where the attention goes: one bar in parts, a line per part.
#pragma once
#include "ui/view/theme/spoken.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include <QVector>
#include <QWidget>

namespace patchlight
{

struct SharePart {
    QString name; ///< "patches", "class token itself", "register 2"
    double share = 0; ///< [0, 1]; the parts may sum to less than 1
};

/// The first part (patches) in the accent colour, the others in greys, from left to right.
class SharesBar : public QWidget, public Spoken, public ChartNumbers
{
    Q_OBJECT
public:
    explicit SharesBar(QWidget* parent = nullptr);
    void setParts(const QVector<SharePart>& parts);
    /// Steps back: the map they are of is about to be another.
    void setStale(bool);
    QRectF partRect(int part) const;

    QString csv() const override;
    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QColor colour(int part) const;
    QVector<SharePart> m_parts;
    bool m_stale = false;
};

}
