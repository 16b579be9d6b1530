// ui/view/widgets/fact_list.h: what is known of the model, each with how it is known.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QVector>
#include <QWidget>

namespace patchlight
{

struct FactRow {
    enum class Origin { None, Read, Inferred, Assumed, Given };
    QString label; ///< "layers × heads"
    QString value; ///< "12 × 3"
    Origin origin = Origin::None;
    QString tip; ///< where it was read, or why it was assumed
    bool editable = false; ///< a press asks to correct it
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
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QRect rowRect(int row) const;
    /// A value that has no room beside its label stands below it.
    bool hasOwnLine(int row, int width) const;

Q_SIGNALS:
    void editRequested(int row);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusInEvent(QFocusEvent*) override;

private:
    double paintBadge(QPainter&, const QRectF& row, FactRow::Origin) const;
    static double badgeWidth(FactRow::Origin);
    int rowHeight(int row, int width) const;
    int rowAt(int y) const; ///< −1: none
    int editableAt(QPoint) const;
    void step(int by);
    QVector<FactRow> m_rows;
    int m_hovered = -1, m_current = -1; ///< editable rows under the pointer and under the keys
};

}
