// ui/view/window/panel.h: a side of the window that folds away at its own edge.
#pragma once
#include <QAbstractButton>
#include <QWidget>

namespace patchlight
{

/// The thin strip beside a panel: a hairline; under the cursor or with the panel folded, a chevron. A click folds the
/// panel; a drag makes it wider or narrower, the bottom one higher or lower.
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
    /// Whether the window has room for the panel beside its picture. Without it the panel folds until there is room
    /// again, or until somebody asks for it all the same; what was chosen (`isChecked`) stays.
    void setRoom(bool room);
    /// Bottom: pixels that the panel may take of the window; 0: no limit but its share.
    void setMostHeight(int pixels) { m_mostHeight = pixels; }
    int leastHeight() const; ///< bottom: pixels
    /// The panel is asked for: shows it, room or not.
    void reveal();
    /// Somebody pressed it: the panel goes if it is there, and comes if it is not.
    void switchPanel();
    bool panelShown() const { return isChecked() && (m_room || m_insisted); }
    /// Hides edge and panel, and brings them back as they were.
    void setAway(bool away);

Q_SIGNALS:
    void panelHeightChanged(int height); ///< at the end of a drag
    void panelDragged(int width); ///< of a side panel, while it is dragged; pixels at the design's font size
    void panelSwitched(); ///< shown or folded by somebody

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
    void nextCheckState() override { switchPanel(); }

private:
    void showPanel();
    Side m_side;
    QWidget* m_panel;
    void dragBy(QPoint way);
    QPoint m_pressedAt;
    QSize m_before;
    int m_mostHeight = 0;
    bool m_dragging = false, m_room = true, m_insisted = false, m_away = false;
};

/// A column of content on the panel's colour that scrolls when the window is low.
QWidget* scrollingPanel(QWidget* content, int width, const QString& name);
/// Narrowest and preferred width of a scrolling panel, in pixels.
struct PanelWidths {
    int least = 0, preferred = 0;
};
PanelWidths widthsOf(const QWidget* scrollingPanel);
/// What it prefers from now on, in pixels at the design's font size; no less than its contents want, nor twice its first.
void setPreferredWidth(QWidget* scrollingPanel, int width);
/// The hairline between parts.
QWidget* separator(Qt::Orientation orientation, QWidget* parent = nullptr);

}
