// ui/view/widgets/message_bar.h: what went wrong, in one sentence, until it is dismissed. Never a dialog.
#pragma once
#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace patchlight
{

class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Error, Warning, Info };
    explicit MessageBar(QWidget* parent = nullptr);

    /// Shows the bar and tells assistive tools. `seconds` > 0 hides it again.
    void showMessage(Kind, const QString& text, int seconds = 0);
    /// A field beside the message for what is missing; gone with the message. Without an example there is a button
    /// alone, and `answered` comes with an empty text.
    void askFor(const QString& what, const QString& example);
    void dismiss();
    QString text() const;
    Kind kind() const { return m_kind; }

Q_SIGNALS:
    void dismissed();
    void keysLeft(); ///< whoever has no better place for the focus takes it: Qt's own is the next button
    void answered(const QString& text);

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    QColor colour() const;
    Kind m_kind = Kind::Info;
    QLabel* m_text;
    QLineEdit* m_field;
    QPushButton* m_again;
    QToolButton* m_close;
    class QTimer* m_timer;
};

}
