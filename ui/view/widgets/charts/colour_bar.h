// ui/view/widgets/charts/colour_bar.h: the colour map as a bar, upright or lying, with the real values of its ends and middle;
// or what each of a few colours means.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QRgb>
#include <QVector>
#include <QWidget>
#include <optional>
#include <utility>

namespace patchlight
{

class ColourBarWidget : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit ColourBarWidget(QWidget* parent = nullptr);

    void setColours(const QVector<QRgb>& lowToHigh);
    /// Names beside their colours, from the top down, instead of the bar; empty: the bar.
    void setLegend(const QVector<std::pair<QRgb, QString>>& legend);
    const QVector<std::pair<QRgb, QString>>& legend() const { return m_legend; }
    /// Signed maps: low = −high, the middle is zero.
    void setRange(double low, double high);
    /// A tick at the value under the cursor.
    void setMarker(std::optional<double> value);
    /// From left to right, its numbers below it; a legend always stands.
    void setLying(bool);
    /// A quiet plate behind, for when the picture lies under the bar.
    void setPlate(bool);

    /// Steps back: another map is on its way.
    void setStale(bool);

    bool isEmpty() const { return m_colours.isEmpty() && m_legend.isEmpty(); }
    double low() const { return m_low; }
    double high() const { return m_high; }
    QRectF barRect() const;
    bool middleFits() const; ///< between the numbers of the ends
    double valueAt(double along) const; ///< y of an upright bar, x of a lying one

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void paintBar(QPainter&) const;
    void paintLegend(QPainter&) const;
    double placeOf(double value) const; ///< along the bar
    QRectF besideBar(double place) const; ///< where a number stands

    QVector<QRgb> m_colours;
    QVector<std::pair<QRgb, QString>> m_legend;
    double m_low = 0, m_high = 1;
    std::optional<double> m_marker;
    bool m_plate = false, m_stale = false, m_lying = false;
};

}
