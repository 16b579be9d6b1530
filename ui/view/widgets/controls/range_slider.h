// ui/view/widgets/controls/range_slider.h: two handles, first ≤ last. The keys move the handle touched last; Shift the
// other.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QWidget>

namespace patchlight
{

class RangeSlider : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit RangeSlider(QWidget* parent = nullptr);
    void setLimits(int minimum, int maximum);
    /// Clamped to the limits and put in order; no signal.
    void setRange(int first, int last);
    int first() const { return m_first; }
    int last() const { return m_last; }
    int minimum() const { return m_minimum; }
    int maximum() const { return m_maximum; }

    QPointF firstHandle() const;
    QPointF lastHandle() const;
    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Slider; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeChosen(int first, int last);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    enum class Handle { First, Last };
    QPointF handleAt(int value) const;
    int valueAt(double x) const;
    void move(Handle, int value);

    int m_minimum = 0, m_maximum = 11, m_first = 0, m_last = 11;
    Handle m_active = Handle::Last;
    bool m_dragging = false, m_hovered = false;
};

}
