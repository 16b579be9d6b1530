// ui/view/widgets/fact_list.cpp: rows of label, value and badge.
#include "ui/view/widgets/fact_list.h"
#include "ui/adapter/texts.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kSecondLine = 18; ///< of a value without room beside its label
constexpr int kBeside = 10;

int factRowHeight()
{
    return scaled(24);
}

}

FactList::FactList(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"factList"_s);
    setAccessibleName(tr("Facts of the model"));
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactList::setRows(const QVector<FactRow>& rows)
{
    m_rows = rows;
    m_hovered = m_current = -1;
    const bool any = std::any_of(rows.begin(), rows.end(), [](const FactRow& row) { return row.editable; });
    setFocusPolicy(any ? Qt::TabFocus : Qt::NoFocus);
    updateGeometry();
    announceValue(this);
    update();
}

QString FactList::originText(FactRow::Origin origin)
{
    switch (origin) {
    case FactRow::Origin::Read:
        return tr("read");
    case FactRow::Origin::Inferred:
        return tr("inferred");
    case FactRow::Origin::Assumed:
        return tr("assumed");
    case FactRow::Origin::Given:
        return tr("yours");
    case FactRow::Origin::None:
        break;
    }
    return {};
}

bool FactList::hasOwnLine(int row, int width) const
{
    const FactRow& fact = m_rows[row];
    return paint::textWidth(bodyFont(), fact.label) + kBeside + paint::textWidth(bodyFont(), fact.value)
        + badgeWidth(fact.origin) > width;
}

int FactList::rowHeight(int row, int width) const
{
    return hasOwnLine(row, width) ? factRowHeight() + scaled(kSecondLine) : factRowHeight();
}

int FactList::heightForWidth(int width) const
{
    int height = 0;
    for (int row = 0; row < m_rows.size(); ++row)
        height += rowHeight(row, width);
    return height;
}

QRect FactList::rowRect(int row) const
{
    int top = 0;
    for (int above = 0; above < row; ++above)
        top += rowHeight(above, width());
    return {0, top, width(), rowHeight(row, width())};
}

int FactList::rowAt(int y) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (const QRect rect = rowRect(row); y >= rect.top() && y <= rect.bottom())
            return row;
    return -1;
}

int FactList::editableAt(QPoint at) const
{
    const int row = rowAt(at.y());
    return row >= 0 && m_rows[row].editable ? row : -1;
}

void FactList::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = editableAt(event->pos());
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void FactList::mouseReleaseEvent(QMouseEvent* event)
{
    if (const int row = editableAt(event->pos()); row >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT editRequested(row);
}

void FactList::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void FactList::step(int by)
{
    for (int row = m_current + by; row >= 0 && row < m_rows.size(); row += by)
        if (m_rows[row].editable) {
            m_current = row;
            break;
        }
    update();
}

void FactList::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0)
        step(1);
    QWidget::focusInEvent(event);
}

void FactList::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT editRequested(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FactList::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_rows.size(); ++i) {
        const FactRow& fact = m_rows[i];
        const QRectF row = rowRect(i);
        const QRectF first(row.topLeft(), QSizeF(row.width(), factRowHeight()));
        if (i == m_hovered)
            paint::roundedFill(p, row.adjusted(-4, 0, 4, 0), metric::thumbnailRadius, theme.raised);
        if (i == m_current && paint::focusVisible(*this))
            paint::focusRing(p, row, metric::thumbnailRadius);
        const double badge = paintBadge(p, first, fact.origin);
        const double label = std::min(paint::textWidth(bodyFont(), fact.label), row.width() - badge);
        paint::text(p, QRectF(row.x(), row.y(), label, first.height()), fact.label, bodyFont(), theme.dim);
        const bool below = hasOwnLine(i, width());
        const QRectF rest = below ? QRectF(row.x(), first.bottom() - metric::tiny, row.width(), scaled(kSecondLine))
                                  : QRectF(label + kBeside, row.y(), row.width() - label - kBeside - badge, row.height());
        paint::text(p, rest, fact.value, bodyFont(), theme.text, Qt::AlignRight | Qt::AlignVCenter);
    }
}

double FactList::badgeWidth(FactRow::Origin origin)
{
    return origin == FactRow::Origin::None ? 0 : paint::textWidth(smallFont(), originText(origin)) + 10 + 8;
}

double FactList::paintBadge(QPainter& p, const QRectF& row, FactRow::Origin origin) const
{
    if (origin == FactRow::Origin::None)
        return 0;
    const Theme& theme = Theme::current();
    const QString text = originText(origin);
    const double width = badgeWidth(origin) - 8;
    const double height = scaled(16);
    const QRectF box(row.right() - width, row.center().y() - height / 2, width, height);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.line, 1));
    p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    // What was only assumed may be wrong: it is said a little louder, but without a colour of its own.
    const QColor colour = origin >= FactRow::Origin::Assumed ? theme.text : theme.dim;
    paint::text(p, box, text, smallFont(), colour, Qt::AlignCenter);
    return width + 8;
}

bool FactList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int row = rowAt(help->pos().y()); row >= 0) {
            const FactRow& fact = m_rows[row];
            QString text = u"<p>"_s + withLabel(fact.label, fact.value).toHtmlEscaped();
            if (!fact.tip.isEmpty())
                text += u"<br>"_s + fact.tip.toHtmlEscaped().replace(u'\n', u"<br>"_s);
            if (fact.editable)
                text += u"<br>"_s + tr("A click corrects it.").toHtmlEscaped();
            QToolTip::showText(help->globalPos(), text + u"</p>"_s, this);
            return true;
        }
    }
    return QWidget::event(event);
}

QString FactList::spokenValue() const
{
    QStringList all;
    for (const FactRow& fact : m_rows)
        all << fact.label + u' ' + fact.value + u' ' + originText(fact.origin);
    return all.join(u", "_s);
}

QSize FactList::sizeHint() const
{
    return {scaled(220), heightForWidth(scaled(220))};
}

QSize FactList::minimumSizeHint() const
{
    return {scaled(140), 0}; // the height follows the width
}

}
