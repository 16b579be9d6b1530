// ui/view/window/input_manners.h: keys and wheel go to what a person means, in the whole window.
#pragma once
#include <QObject>

class QWidget;

namespace patchlight
{

/// Filters the application's events for one window:
/// - while a list or a menu is open, every key is its, Esc first of all;
/// - Esc in a line of text that is not empty clears the text, and nothing else;
/// - the wheel over a slider, a box of numbers or a list scrolls the panel, unless that control has the focus;
/// - Qt also asks for the next control when the one with the keys is hidden: `tabPressed` tells a person's Tab from that;
/// - plain tool tips wrap;
/// - a button takes no focus from a click, so that Space goes on to be the picture's.
class InputManners : public QObject
{
public:
    /// Lives as long as `window`.
    explicit InputManners(QWidget* window);
    /// The Tab key is being handled now.
    bool tabPressed() const { return m_tabPressed; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
    bool m_tabPressed = false;
};

}
