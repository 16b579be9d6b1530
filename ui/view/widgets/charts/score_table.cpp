// ui/view/widgets/charts/score_table.cpp: painted, so that lines and numbers stay on one row at every font size.
#include "ui/view/widgets/charts/score_table.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kTableWidth = 296, kColumn = 66, kLine = 20, kScoreRow = 22, kScoreRows = 3;
constexpr double kStaleOpacity = 0.55;

}

ScoreTable::ScoreTable(const QStringList& columns, QWidget* parent) : QWidget(parent), m_columns(columns)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ScoreTable::setRows(const QVector<ScoreRow>& rows)
{
    m_rows = rows;
    announceValue(this);
    update();
}

void ScoreTable::setStale(bool stale)
{
    m_stale = stale;
    update();
}

QSize ScoreTable::sizeHint() const
{
    return {scaled(kTableWidth), scaled(kScoreRow) * (1 + kScoreRows)};
}

QString ScoreTable::spokenValue() const
{
    QStringList lines;
    for (const ScoreRow& row : m_rows) {
        QStringList parts;
        for (int i = 0; i < m_columns.size() && i < row.values.size(); ++i)
            if (!row.values[i].isEmpty())
                parts << m_columns[i] + u' ' + row.values[i];
        lines << row.name + u": "_s + parts.join(u", "_s);
    }
    return lines.join(u"; "_s);
}

QString ScoreTable::csv() const
{
    QString text = u"map,"_s + m_columns.join(u',') + u'\n';
    for (const ScoreRow& row : m_rows)
        text += quotedName(row.name) + u',' + row.values.join(u',') + u'\n';
    return text;
}

void ScoreTable::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const int high = scaled(kScoreRow);
    double wide = scaled(kColumn);
    for (const ScoreRow& row : m_rows) // the names give way: numbers are what is compared
        for (const QString& value : row.values)
            wide = std::max(wide, paint::textWidth(bodyFont(), value) + metric::medium);
    const auto cell = [&](int row, int column) {
        return QRectF(width() - (int(m_columns.size()) - column) * wide, row * high, wide, high);
    };
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    for (int column = 0; column < m_columns.size(); ++column)
        paint::text(p, cell(0, column), m_columns[column], smallFont(), theme.dim, Qt::AlignRight | Qt::AlignTop);
    p.setOpacity(m_stale ? kStaleOpacity : 1);
    for (int i = 0; i < m_rows.size(); ++i) {
        const ScoreRow& row = m_rows[i];
        const double middle = (i + 1.5) * high;
        p.setPen(linePen(row.kind, false));
        p.drawLine(QPointF(0, middle), QPointF(scaled(kLine), middle));
        const bool subject = row.kind == LineKind::Subject;
        const double from = scaled(kLine) + metric::small;
        paint::text(p, QRectF(from, (i + 1) * high, cell(0, 0).left() - from, high), row.name, bodyFont(),
            subject ? theme.text : theme.dim);
        for (int column = 0; column < row.values.size(); ++column)
            paint::text(p, cell(i + 1, column), row.values[column], bodyFont(), // bold would say which is best
                subject ? theme.text : theme.dim, right);
    }
}

}
