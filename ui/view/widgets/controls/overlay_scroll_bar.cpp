// ui/view/widgets/controls/overlay_scroll_bar.cpp: following the real bar.
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include <QAbstractScrollArea>
#include <QEvent>

namespace patchlight
{

using namespace Qt::StringLiterals;

OverlayScrollBar::OverlayScrollBar(QAbstractScrollArea* area) : QScrollBar(Qt::Vertical, area), m_area(area)
{
    setObjectName(u"overlayScrollBar"_s);
    setFocusPolicy(Qt::NoFocus);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->installEventFilter(this);
    QScrollBar* real = area->verticalScrollBar();
    connect(real, &QScrollBar::rangeChanged, this, &OverlayScrollBar::follow);
    connect(real, &QScrollBar::valueChanged, this, &QScrollBar::setValue);
    connect(this, &QScrollBar::valueChanged, real, &QScrollBar::setValue);
    follow();
}

void OverlayScrollBar::follow()
{
    const QScrollBar* real = m_area->verticalScrollBar();
    setRange(real->minimum(), real->maximum());
    setPageStep(real->pageStep());
    setSingleStep(real->singleStep());
    setValue(real->value());
    const QRect room = m_area->viewport()->geometry();
    setGeometry(room.right() + 1 - kWidth, room.top(), kWidth, room.height());
    setVisible(maximum() > minimum());
    raise();
}

bool OverlayScrollBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area && (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest))
        QMetaObject::invokeMethod(this, &OverlayScrollBar::follow, Qt::QueuedConnection);
    return QScrollBar::eventFilter(watched, event);
}

}
