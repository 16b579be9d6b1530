// ui/view/widgets/charts/colour_bar.h: the colour map as an upright bar with the real values of its ends and middle.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QRgb>
#include <QVector>
#include <QWidget>
#include <optional>

namespace patchlight
{

class ColourBarWidget : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit ColourBarWidget(QWidget* parent = nullptr);

    void setColours(const QVector<QRgb>& lowToHigh);
    /// Signed maps: low = −high, the middle is zero.
    void setRange(double low, double high);
    /// A tick at the value under the cursor.
    void setMarker(std::optional<double> value);
    /// A quiet plate behind, for when the picture lies under the bar.
    void setPlate(bool);

    /// Steps back: another map is on its way.
    void setStale(bool);

    bool isEmpty() const { return m_colours.isEmpty(); }
    double low() const { return m_low; }
    double high() const { return m_high; }
    QRectF barRect() const;
    double valueAt(double y) const;

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Graphic; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QVector<QRgb> m_colours;
    double m_low = 0, m_high = 1;
    std::optional<double> m_marker;
    bool m_plate = false, m_stale = false;
};

}
