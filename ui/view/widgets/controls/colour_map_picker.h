// ui/view/widgets/controls/colour_map_picker.h: the colour map as a strip; a click lists the others.
#pragma once
#include <QComboBox>
#include <QRgb>
#include <QVector>

namespace patchlight
{

struct ColourStrip {
    QString name; ///< "inferno": what the command line calls it
    QString title; ///< for people
    QVector<QRgb> colours;
};

class ColourMapPicker : public QComboBox
{
    Q_OBJECT
public:
    explicit ColourMapPicker(QWidget* parent = nullptr);
    void setStrips(const QVector<ColourStrip>& strips);
    void setName(const QString& name); ///< no signal
    QString name() const;
    /// Why no other can be chosen; empty where one can.
    void setFixed(const QString& why);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void nameChosen(const QString& name);

protected:
    void paintEvent(QPaintEvent*) override;
    void wheelEvent(QWheelEvent*) override;

private:
    void sayWhich();

    QString m_whyFixed;
};

}
