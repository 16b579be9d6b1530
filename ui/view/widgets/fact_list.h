// ui/view/widgets/fact_list.h: what is known of the model, each with how it is known.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QVector>
#include <QWidget>

namespace patchlight
{

struct FactRow {
    enum class Origin { None, Read, Inferred, Assumed };
    QString label; ///< "layers × heads"
    QString value; ///< "12 × 3"
    Origin origin = Origin::None;
    QString tip; ///< where it was read, or why it was assumed
};

class FactList : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    void setRows(const QVector<FactRow>& rows);
    static QString originText(FactRow::Origin);

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::StaticText; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    double paintBadge(QPainter&, const QRectF& row, FactRow::Origin) const;
    QVector<FactRow> m_rows;
};

}
