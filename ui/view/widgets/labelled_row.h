// ui/view/widgets/labelled_row.h: a dim label at the left, its control or value at the right, one row high.
#pragma once
#include <QLabel>
#include <QWidget>

namespace patchlight
{

class LabelledRow : public QWidget
{
    Q_OBJECT
public:
    LabelledRow(const QString& label, QWidget* control, QWidget* parent = nullptr);
    /// A row that shows a text only; value() is its label.
    explicit LabelledRow(const QString& label);
    QLabel* label() const { return m_label; }
    QLabel* value() const { return m_value; } ///< null where there is a control

private:
    QLabel* m_label;
    QLabel* m_value = nullptr;
};

/// "MAP", "LOOK": a heading of the panels.
QLabel* makeHeading(const QString& text, QWidget* parent = nullptr);

}
