// ui/view/widgets/controls/overlay_scroll_bar.h: a scroll bar in the margin of what scrolls, so nothing moves aside for
// it.
#pragma once
#include <QScrollBar>

class QAbstractScrollArea;

namespace patchlight
{

/// Stands in for the vertical scroll bar of `area`, which is switched off; seen where there is more to see.
class OverlayScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    static constexpr int kWidth = 10; ///< px
    explicit OverlayScrollBar(QAbstractScrollArea* area);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    void follow();
    QAbstractScrollArea* m_area;
};

}
