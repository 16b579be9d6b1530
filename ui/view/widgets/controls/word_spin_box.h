// ui/view/widgets/controls/word_spin_box.h: a number, or a word in place of the smallest one.
#pragma once
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace patchlight
{

/// Qt takes no digit typed into or behind the word; here what is typed replaces it.
class WordSpinBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool deletes = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
        const bool types = !event->text().isEmpty() && event->text().front().isPrint();
        if ((deletes || types) && !specialValueText().isEmpty() && lineEdit()->text() == specialValueText())
            lineEdit()->selectAll();
        QDoubleSpinBox::keyPressEvent(event);
    }
};

}
