// ui/view/widgets/controls/segmented_control.h: a few choices side by side, one of them on.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QWidget>

namespace patchlight
{

class SegmentedControl : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);
    void setOptions(const QStringList& titles);
    void setCurrent(int index); ///< no signal
    int current() const { return m_current; }
    /// An option that cannot be chosen says why in its tool tip.
    void setOption(int index, bool enabled, const QString& toolTip);
    bool optionEnabled(int index) const { return !m_disabled.contains(index); }
    QRectF segmentRect(int index) const;

    QString spokenValue() const override { return m_titles.value(m_current); }
    QAccessible::Role spokenRole() const override { return QAccessible::PageTabList; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    void choose(int index);
    int indexAt(QPointF) const;
    /// The nearest option that can be chosen in that direction; stays where there is none.
    int neighbour(int by) const;
    QStringList m_titles;
    QSet<int> m_disabled;
    QHash<int, QString> m_tips;
    int m_current = 0, m_hovered = -1;
};

}
