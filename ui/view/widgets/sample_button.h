// ui/view/widgets/sample_button.h: a sample picture to click, with its name under it.
#pragma once
#include <QAbstractButton>
#include <QImage>

namespace patchlight
{

class SampleButton : public QAbstractButton
{
    Q_OBJECT
public:
    SampleButton(const QString& title, const QImage& picture, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QImage m_picture;
};

}
