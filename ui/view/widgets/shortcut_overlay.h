// ui/view/widgets/shortcut_overlay.h: all keys, over the window, until any key or click.
#pragma once
#include "ui/view/widgets/key_hints.h"
#include <QPointer>

namespace patchlight
{

struct ShortcutGroup {
    QString title;
    QVector<KeyHint> hints;
};

/// Covers its parent; follows its size. Where even small rows do not fit, wheel, arrows and Page Up/Down scroll.
class ShortcutOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit ShortcutOverlay(QWidget* parent);
    void setGroups(const QVector<ShortcutGroup>& groups);
    void popup();
    QRectF card() const; ///< where the keys are, in device-independent pixels

protected:
    bool event(QEvent*) override;
    bool focusNextPrevChild(bool) override { return false; } ///< Tab closes, too
    bool eventFilter(QObject*, QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void closeEvent(QCloseEvent*) override;

private:
    QVector<QVector<int>> columns() const;
    int groupWidth() const;
    double tallest(double shrink) const;
    double shrink() const;
    double overflow() const; ///< pixels of the keys that do not fit the window
    void scrollBy(double pixels);

    QVector<ShortcutGroup> m_groups;
    QPointer<QWidget> m_focusBefore;
    double m_scrolled = 0;
};

}
