// ui/view/widgets/charts/score_table.h: the legend of two charts that is their result, too: a line, its name, two
// numbers.
#pragma once
#include "ui/view/theme/spoken.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include "ui/view/widgets/charts/line_kinds.h"
#include <QStringList>
#include <QVector>
#include <QWidget>

class QLabel;

namespace patchlight
{

struct ScoreRow {
    LineKind kind = LineKind::Subject;
    QString name;
    QStringList values; ///< one for each column; empty where it is not known yet
};

class ScoreTable : public QWidget, public Spoken, public ChartNumbers
{
    Q_OBJECT
public:
    /// `columns`: headings of the numbers; one row for each kind of line.
    explicit ScoreTable(const QStringList& columns, QWidget* parent = nullptr);
    void setRows(const QVector<ScoreRow>& rows);
    const QVector<ScoreRow>& rows() const { return m_rows; }
    void setStale(bool stale);

    QString csv() const override;
    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Table; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QStringList m_columns;
    QVector<ScoreRow> m_rows;
    bool m_stale = false;
};

}
