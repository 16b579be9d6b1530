// ui/view/widgets/fact_list.cpp: rows of label, value and badge.
#include "ui/view/widgets/fact_list.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

int rowHeight()
{
    return scaled(24);
}

}

FactList::FactList(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"factList"_s);
    setAccessibleName(tr("Facts of the model"));
}

void FactList::setRows(const QVector<FactRow>& rows)
{
    m_rows = rows;
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
    case FactRow::Origin::None:
        break;
    }
    return {};
}

void FactList::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_rows.size(); ++i) {
        const FactRow& fact = m_rows[i];
        const QRectF row(0, i * rowHeight(), width(), rowHeight());
        const double badge = paintBadge(p, row, fact.origin);
        const double label = std::min(paint::textWidth(bodyFont(), fact.label), row.width() * 0.6);
        paint::text(p, QRectF(row.x(), row.y(), label, row.height()), fact.label, bodyFont(), theme.dim);
        const QRectF rest(label + 10, row.y(), row.width() - label - 10 - badge, row.height());
        paint::text(p, rest, fact.value, bodyFont(), theme.text, Qt::AlignRight | Qt::AlignVCenter);
    }
}

double FactList::paintBadge(QPainter& p, const QRectF& row, FactRow::Origin origin) const
{
    if (origin == FactRow::Origin::None)
        return 0;
    const Theme& theme = Theme::current();
    const QString text = originText(origin);
    const double width = paint::textWidth(smallFont(), text) + 10;
    const double height = scaled(16);
    const QRectF box(row.right() - width, row.center().y() - height / 2, width, height);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.line, 1));
    p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    // What was only assumed may be wrong: it is said a little louder, but without a colour of its own.
    const QColor colour = origin == FactRow::Origin::Assumed ? theme.text : theme.dim;
    paint::text(p, box, text, smallFont(), colour, Qt::AlignCenter);
    return width + 8;
}

bool FactList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / rowHeight();
        if (row >= 0 && row < m_rows.size()) {
            const FactRow& fact = m_rows[row];
            const QString text = fact.label + u": "_s + fact.value + (fact.tip.isEmpty() ? u""_s : u"\n"_s + fact.tip);
            QToolTip::showText(help->globalPos(), text, this);
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
    return {scaled(220), int(m_rows.size()) * rowHeight()};
}

QSize FactList::minimumSizeHint() const
{
    return {scaled(140), sizeHint().height()};
}

}
