// ui/view/window/panel.h: a side of the window that folds away at its own edge.
#pragma once
#include <QAbstractButton>
#include <QWidget>

namespace patchlight
{

/// The thin strip beside a panel: a hairline; under the cursor or with the panel folded, a chevron. A click folds the
/// panel; a drag of the bottom one makes it higher or lower.
class PanelEdge : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Side { Left, Right, Bottom }; ///< of the window the panel is on
    /// Checked = the panel is shown. `name` is the panel's, for screen readers.
    PanelEdge(Side side, QWidget* panel, const QString& name, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    /// Bottom: of the panel, in pixels at the design's font size; kept inside the window.
    void setPanelHeight(int height);

Q_SIGNALS:
    void panelHeightChanged(int height); ///< at the end of a drag

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    Side m_side;
    QWidget* m_panel;
    int m_pressedAt = 0, m_heightBefore = 0;
    bool m_dragging = false;
};

/// A column of content on the panel's colour that scrolls when the window is low.
QWidget* scrollingPanel(QWidget* content, int width, const QString& name);
/// The hairline between parts.
QWidget* separator(Qt::Orientation orientation, QWidget* parent = nullptr);

}
