// ui/view/widgets/controls/value_combo.h: a combo box without a box: the value, right-aligned, and a small triangle.
#pragma once
#include <QComboBox>

namespace patchlight
{

class ValueCombo : public QComboBox
{
    Q_OBJECT
public:
    enum class Look {
        Value, ///< right-aligned in a row of the panel
        Button, ///< on a raised plate, as the model in the top bar
        Flat, ///< left-aligned text alone, as the device in the top bar
    };
    explicit ValueCombo(QWidget* parent = nullptr, Look look = Look::Value);
    /// A quiet second part after the current text ("224 px · 1,000 classes"); Look::Button only.
    void setHint(const QString&);
    /// Shown instead of the current item's text when not empty.
    void setShownText(const QString&);

    /// A press asks for a page (`pageRequested`) instead of opening the list.
    void setOpensPage(bool page) { m_opensPage = page; }

    int widthWithoutHint() const; ///< that the text wants
    /// As many of the hint's parts as `width` pixels hold whole.
    QString hintWithin(double width) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showPopup() override;

Q_SIGNALS:
    void pageRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void wheelEvent(QWheelEvent*) override;

private:
    Look m_look;
    QString m_hint, m_shown;
    bool m_opensPage = false;
};

}
