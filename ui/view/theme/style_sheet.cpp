// ui/view/theme/style_sheet.cpp: the rules, with @token where a colour or a length goes.
#include "ui/view/theme/style_sheet.h"
#include "ui/view/theme/theme.h"
#include <QHash>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr auto surfaces = R"(
QMainWindow, QDialog { background: @background; }
QWidget[surface="panel"] { background: @panel; }
QWidget[surface="background"] { background: @background; }
QWidget[surface="canvas"] { background: @canvas; }
QWidget[surface="raised"] { background: @raised; border-radius: @radius; }
QFrame[separator="true"] { background: @line; border: none; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: @line; }
QScrollArea, QAbstractScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @dim; }
QStatusBar::item { border: none; }
QLabel { background: transparent; }
QLabel[tone="dim"] { color: @dim; }
QLabel[tone="faint"] { color: @faint; }
QLabel[tone="error"] { color: @error; }
QLabel[tone="warning"] { color: @warning; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }
)";

constexpr auto buttons = R"(
QPushButton, QToolButton { background: @raised; color: @text; border: 1px solid transparent; border-radius: @radius;
    padding: 5px 10px; }
QFileDialog QToolButton { padding: 2px; }
QPushButton { min-height: @control; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:checked, QToolButton:checked { color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton[kind="primary"], QPushButton:default { background: @accent; color: @onAccent; font-weight: 600; }
QFileDialog QPushButton:default { font-weight: 400; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: @accentHover; }
QPushButton[kind="primary"]:pressed, QPushButton:default:pressed { background: @accentPressed; }
QPushButton[kind="primary"]:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled { background: @raised; color: @faint; }
QPushButton[kind="flat"], QToolButton[kind="flat"] { background: transparent; color: @dim; }
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: @raised; color: @text; }
QPushButton[kind="flat"]:checked, QToolButton[kind="flat"]:checked { background: @raised; color: @accent; }
QPushButton[kind="flat"]:disabled, QToolButton[kind="flat"]:disabled { background: transparent; color: @faint; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
)";

constexpr auto inputs = R"(
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit { background: @raised; color: @text;
    border: 1px solid @line; border-radius: @radius; padding: 3px 8px; selection-background-color: @accent;
    selection-color: @onAccent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: @control; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: @accent; }
QLineEdit[look="value"] { background: transparent; border-color: transparent; padding: 0 2px; min-height: 0; }
QLineEdit[look="value"]:hover { border-color: @line; }
QLineEdit[look="value"]:focus { border-color: @accent; background: @raised; }
QLineEdit[state="error"] { border-color: @error; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @faint; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView, QAbstractItemView#popupList { background: @panel; border: 1px solid @line; outline: none;
    padding: 4px; selection-background-color: @raised; selection-color: @text; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    background: transparent; border: none; width: 16px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QListView, QTreeView, QTableView { background: transparent; outline: none; border: none; color: @text; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @line; padding: 4px 8px; }
QTabBar::tab { color: @dim; padding: 6px 10px; border: none; background: transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabWidget::pane { border: none; }
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
)";

constexpr auto menus = R"(
QMenuBar { background: @panel; }
QMenuBar::item { padding: 5px 10px; background: transparent; color: @dim; }
QMenuBar::item:selected { background: @raised; color: @text; border-radius: @radius; }
QMenu { background: @panel; border: 1px solid @line; border-radius: @radius; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @raised; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
)";

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto at = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(at(a.redF(), b.redF()), at(a.greenF(), b.greenF()), at(a.blueF(), b.blueF()));
}

/// Longest names first, so that @accentHover is not taken for @accent.
QList<std::pair<QString, QString>> tokens(const Theme& t)
{
    const auto px = [](int pixels) -> QString { return QString::number(pixels) + u"px"_s; };
    return {
        {u"@accentPressed"_s, mixed(t.accent, t.canvas, 0.2).name()},
        {u"@accentHover"_s, mixed(t.accent, t.text, 0.15).name()},
        {u"@background"_s, t.background.name()},
        {u"@onAccent"_s, t.onAccent.name()},
        {u"@warning"_s, t.warning.name()},
        {u"@control"_s, px(scaled(18))},
        {u"@canvas"_s, t.canvas.name()},
        {u"@raised"_s, t.raised.name()},
        {u"@accent"_s, t.accent.name()},
        {u"@radius"_s, px(metric::radius)},
        {u"@handle"_s, mixed(t.line, t.faint, 0.35).name()},
        {u"@panel"_s, t.panel.name()},
        {u"@hover"_s, mixed(t.raised, t.line, 0.7).name()},
        {u"@error"_s, t.error.name()},
        {u"@faint"_s, t.faint.name()},
        {u"@line"_s, t.line.name()},
        {u"@text"_s, t.text.name()},
        {u"@dim"_s, t.dim.name()},
    };
}

}

QString styleSheet(const Theme& theme)
{
    QString sheet = QString::fromUtf8(surfaces) + QString::fromUtf8(buttons) + QString::fromUtf8(inputs)
        + QString::fromUtf8(menus);
    for (const auto& [name, value] : tokens(theme))
        sheet.replace(name, value);
    return sheet;
}

}
