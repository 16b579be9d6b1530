// ui/view/widgets/strip_layout.cpp
#include "ui/view/widgets/strip_layout.h"
#include "ui/view/theme/theme.h"
#include <QLabel>
#include <QTextDocumentFragment>
#include <algorithm>

namespace patchlight
{
namespace
{
constexpr int kLeastWords = 150; ///< less breaks long ones after every word

int widthOfWords(const QLabel& label)
{
    const QString plain = QTextDocumentFragment::fromHtml(label.text()).toPlainText();
    return label.fontMetrics().horizontalAdvance(plain) + label.fontMetrics().averageCharWidth();
}
}

StripLayout::StripLayout(QWidget* strip) : QLayout(strip)
{
    setContentsMargins(metric::medium, metric::tiny, metric::small, metric::tiny);
    setSpacing(metric::small);
}

StripLayout::~StripLayout()
{
    qDeleteAll(m_controls);
}

void StripLayout::setWords(QLabel* words)
{
    addChildWidget(words);
    m_label = words;
    m_words = std::make_unique<QWidgetItem>(words);
    invalidate();
}

void StripLayout::addItem(QLayoutItem* item)
{
    m_controls << item;
    invalidate();
}

int StripLayout::count() const
{
    return static_cast<int>(m_controls.size()) + (m_words ? 1 : 0);
}

QLayoutItem* StripLayout::itemAt(int index) const
{
    return index == m_controls.size() ? m_words.get() : m_controls.value(index);
}

QLayoutItem* StripLayout::takeAt(int index)
{
    if (index == m_controls.size())
        return m_words.release();
    return index >= 0 && index < m_controls.size() ? m_controls.takeAt(index) : nullptr;
}

int StripLayout::widthOf(const QList<QLayoutItem*>& row) const
{
    int width = 0;
    for (const QLayoutItem* item : row)
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
    return width;
}

std::vector<QList<QLayoutItem*>> StripLayout::rows(int width) const
{
    std::vector<QList<QLayoutItem*>> rows(1);
    for (QLayoutItem* item : m_controls) {
        if (item->isEmpty())
            continue; // hidden
        if (!rows.back().isEmpty() && widthOf(rows.back()) + spacing() + item->sizeHint().width() > width)
            rows.emplace_back();
        rows.back() << item;
    }
    return rows;
}

int StripLayout::layOut(const QRect& place, bool move) const
{
    const QMargins around = contentsMargins();
    const QRect room = place.marginsRemoved(around);
    const auto rows = this->rows(room.width());
    const bool words = m_label && !m_label->isHidden() && !m_label->text().isEmpty();
    const int beside = room.width() - widthOf(rows.front()) - spacing();
    const bool oneRow = rows.size() == 1 && beside >= std::min(scaled(kLeastWords), words ? widthOfWords(*m_label) : 0);
    int y = room.top();
    int least = 0; // of the first row
    if (words) {
        const int width = oneRow ? beside : room.width();
        const int height = m_label->heightForWidth(width);
        const int wanted = height > 0 ? height : m_label->sizeHint().height();
        least = oneRow ? wanted : 0;
        if (move && !oneRow)
            m_words->setGeometry(QRect(room.left(), y, width, wanted));
        if (!oneRow)
            y += wanted + metric::tiny;
    }
    for (const auto& row : rows) {
        int height = std::exchange(least, 0);
        for (const QLayoutItem* item : row)
            height = std::max(height, item->sizeHint().height());
        if (move && words && oneRow)
            m_words->setGeometry(QRect(room.left(), y, beside, height));
        int x = room.right() + 1 - widthOf(row);
        for (QLayoutItem* item : row) {
            const QSize size = item->sizeHint();
            if (move)
                item->setGeometry(QRect(QPoint(x, y + (height - size.height()) / 2), size));
            x += size.width() + spacing();
        }
        y += height + metric::tiny;
    }
    return y - metric::tiny - place.top() + around.bottom();
}

QSize StripLayout::sizeHint() const
{
    const QMargins around = contentsMargins();
    const int width = around.left() + around.right() + scaled(kLeastWords) + spacing() + widthOf(m_controls);
    return {width, heightForWidth(width)};
}

QSize StripLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem* item : m_controls)
        least = least.expandedTo(item->sizeHint());
    return least.grownBy(contentsMargins());
}

void StripLayout::setGeometry(const QRect& place)
{
    QLayout::setGeometry(place);
    layOut(place, true);
}

}
