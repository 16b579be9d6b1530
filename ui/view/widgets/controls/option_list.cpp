// ui/view/widgets/controls/option_list.cpp: rows with an accent edge on the chosen one.
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kBeforeHint = 8; // between name and hint
constexpr int hintRole = Qt::UserRole + 1;

int optionRowHeight()
{
    return scaled(31);
}

class OptionDelegate : public QStyledItemDelegate
{
public:
    explicit OptionDelegate(QListWidget* list) : QStyledItemDelegate(list), m_list(list) { }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {scaled(100), optionRowHeight()};
    }
    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        const bool on = option.state & QStyle::State_Selected;
        const bool enabled = option.state & QStyle::State_Enabled;
        // A list that scrolls, as with large fonts, has its bar over the ends of the rows.
        const bool scrolls = m_list->verticalScrollBar()->maximum() > 0;
        const QRectF row = QRectF(option.rect).adjusted(0, 0, scrolls ? -OverlayScrollBar::kWidth : 0, -1);
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        QPainterPath plate;
        plate.addRoundedRect(row, metric::radius, metric::radius);
        if (on || (enabled && option.state & QStyle::State_MouseOver)) {
            p->setOpacity(on ? 1 : 0.55);
            p->fillPath(plate, theme.raised);
            p->setOpacity(1);
        }
        if (on) {
            p->save();
            p->setClipRect(QRectF(row.x(), row.y(), metric::radius, row.height()));
            p->setPen(QPen(theme.accent, 2));
            p->drawRoundedRect(row.adjusted(1, 1, 20, -1), metric::radius - 1, metric::radius - 1);
            p->restore();
        }
        const QRectF line = row.adjusted(10, 0, -10, 0);
        // The name is what one chooses by: where both have no room, the hint is left out. The tip has it, too.
        const double name = paint::text(*p, line, index.data().toString(), bodyFont(), enabled ? theme.text : theme.faint);
        const QString hint = index.data(hintRole).toString();
        if (line.width() - name - kBeforeHint >= paint::textWidth(smallFont(), hint))
            paint::text(*p, line.adjusted(name + kBeforeHint, 0, 0, 0), hint, smallFont(), theme.dim,
                Qt::AlignRight | Qt::AlignVCenter);
        if ((on || option.state & QStyle::State_HasFocus) && paint::focusVisible(*m_list))
            paint::focusRing(*p, row, metric::radius);
        p->restore();
    }

private:
    QListWidget* m_list;
};

}

OptionList::OptionList(QWidget* parent) : QListWidget(parent)
{
    setObjectName(u"optionList"_s);
    setAccessibleName(tr("Options"));
    setItemDelegate(new OptionDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT chosen(row);
    });
    // Assistive tools select a row without making it the current one. Later, as a key or click does both, one by one.
    const auto followSelection = [this] {
        const auto selected = selectedItems();
        if (selected.size() == 1 && selected.front() != currentItem())
            setCurrentItem(selected.front());
    };
    connect(this, &QListWidget::itemSelectionChanged, this, followSelection, Qt::QueuedConnection);
}

void OptionList::setOptions(const QVector<OptionRow>& options)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const OptionRow& option : options) {
        auto* item = new QListWidgetItem(option.title, this);
        item->setData(hintRole, option.hint);
        item->setData(Qt::AccessibleTextRole, QString(option.title + u", "_s + option.hint));
        item->setToolTip(option.tip);
        if (!option.enabled)
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
    }
    updateGeometry();
}

void OptionList::setCurrent(int index)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(index);
    viewport()->update();
}

/// Passing through with Tab chooses nothing, though it makes a first row current where there was none.
void OptionList::focusInEvent(QFocusEvent* event)
{
    const QSignalBlocker quiet(this);
    QListWidget::focusInEvent(event);
    viewport()->update();
}

void OptionList::keyPressEvent(QKeyEvent* event)
{
    const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (chooses && currentItem() && !currentItem()->isSelected())
        Q_EMIT chosen(currentRow());
    else
        QListWidget::keyPressEvent(event);
}

QSize OptionList::sizeHint() const
{
    return {scaled(200), count() * optionRowHeight()};
}

QSize OptionList::minimumSizeHint() const
{
    return {scaled(120), count() * optionRowHeight()};
}

}
