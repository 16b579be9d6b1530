// ui/view/widgets/segmented_control.h: a few choices side by side, one of them on.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QStringList>
#include <QWidget>

namespace patchlight {

class SegmentedControl : public QWidget, public Spoken {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);
    void setOptions(const QStringList& titles);
    void setCurrent(int index);  ///< no signal
    int current() const { return m_current; }
    QRectF segmentRect(int index) const;

    QString spokenValue() const override { return m_titles.value(m_current); }
    QAccessible::Role spokenRole() const override { return QAccessible::PageTabList; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    void choose(int index);
    int indexAt(QPointF) const;
    QStringList m_titles;
    int m_current = 0, m_hovered = -1;
};

}
