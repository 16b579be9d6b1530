// ui/view/widgets/controls/sample_button.h: a sample picture to click, with its name under it.
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
    /// Of the square picture; the name is below it.
    void setSide(int side);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    int labelHeight() const;
    int m_side = 96;
    QImage m_picture;
};

}
