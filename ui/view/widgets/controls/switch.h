// ui/view/widgets/controls/switch.h: on or off.
#pragma once
#include <QAbstractButton>
#include <QVariantAnimation>

namespace patchlight
{

class Switch : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Switch(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    void slide();
    QVariantAnimation m_sliding;
};

}
