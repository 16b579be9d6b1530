// ui/view/widgets/controls/option_list.h: a short list to choose one from, each with a quiet hint at its right (the
// methods).
#pragma once
#include <QListWidget>

namespace patchlight
{

struct OptionRow {
    QString title; ///< "Rollout"
    QString hint; ///< "all layers"
    QString tip; ///< the paper
    bool enabled = true;
};

class OptionList : public QListWidget
{
    Q_OBJECT
public:
    explicit OptionList(QWidget* parent = nullptr);
    void setOptions(const QVector<OptionRow>& options);
    void setCurrent(int index); ///< no signal
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void focusInEvent(QFocusEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
};

}
