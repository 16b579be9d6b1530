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

/// Covers its parent; follows its size.
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
    void closeEvent(QCloseEvent*) override;

private:
    QVector<QVector<int>> columns() const;
    double tallest(double shrink) const;
    double shrink() const;

    QVector<ShortcutGroup> m_groups;
    QPointer<QWidget> m_focusBefore;
};

}
