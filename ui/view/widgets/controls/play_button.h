// ui/view/widgets/controls/play_button.h: a round button with a triangle, or two bars while it plays.
#pragma once
#include <QAbstractButton>

namespace patchlight
{

class PlayButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PlayButton(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void enterEvent(QEnterEvent*) override;
    void leaveEvent(QEvent*) override;
};

}
