// ui/view/theme/theme.cpp: the two sets of colours, fonts, and putting them to work.
#include "ui/view/theme/theme.h"
#include "ui/view/theme/style.h"
#include "ui/view/theme/style_sheet.h"
#include <QApplication>
#include <QFontInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QStyleHints>
#include <QTextDocument>
#include <QToolTip>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr QColor hex(unsigned rgb)
{
    return {static_cast<int>(rgb >> 16 & 0xff), static_cast<int>(rgb >> 8 & 0xff), static_cast<int>(rgb & 0xff)};
}

constexpr Theme darkTheme{ThemeKind::Dark, hex(0x15171b), hex(0x0f1114), hex(0x1b1e24), hex(0x23272f), hex(0x2c313a),
    hex(0xe7e9ee), hex(0x98a1ae), hex(0x6b7482), hex(0x58c4f6), hex(0x0b1a22), hex(0x98a1ae), hex(0xff7a70),
    hex(0xf2c14e), hex(0xe7e9ee)};
constexpr Theme lightTheme{ThemeKind::Light, hex(0xf3f4f6), hex(0xe6e8ec), hex(0xffffff), hex(0xeef0f3), hex(0xdfe3e8),
    hex(0x1b1f26), hex(0x5a6472), hex(0x8a93a0), hex(0x0a78b6), hex(0xffffff), hex(0x5a6472), hex(0xc0362c),
    hex(0x9a6b00), hex(0xffffff)};

Theme& currentTheme()
{
    static Theme theme = darkTheme;
    return theme;
}

/// The desktop's own choices, before this program changed them.
struct Desktop {
    QFont font = QApplication::font();
    bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
};
const Desktop& desktop()
{
    static const Desktop before;
    return before;
}

QFont sized(int pixels)
{
    QFont font = desktop().font;
    font.setPixelSize(scaled(pixels));
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

/// A label reads the colour of links once, with its text.
void colourLinks()
{
    for (QWidget* widget : QApplication::allWidgets()) {
        auto* label = qobject_cast<QLabel*>(widget);
        if (!label || !Qt::mightBeRichText(label->text()))
            continue;
        const QString text = label->text();
        label->clear(); // the same text would be no news
        label->setText(text);
    }
}

double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}

const Theme& Theme::current()
{
    return currentTheme();
}

Theme Theme::make(ThemeKind kind)
{
    return kind == ThemeKind::Dark ? darkTheme : lightTheme;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& colour) { p.setColor(role, colour); };
    set(QPalette::Window, background);
    set(QPalette::WindowText, text);
    set(QPalette::Base, panel);
    set(QPalette::AlternateBase, raised);
    set(QPalette::Text, text);
    set(QPalette::Button, raised);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, accent);
    set(QPalette::ToolTipBase, raised);
    set(QPalette::ToolTipText, text);
    set(QPalette::PlaceholderText, dim);
    set(QPalette::Highlight, accent);
    set(QPalette::HighlightedText, onAccent);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::Light, raised);
    set(QPalette::Midlight, line);
    set(QPalette::Mid, line);
    set(QPalette::Dark, line);
    set(QPalette::Shadow, canvas);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return p;
}

void applyTheme(QApplication& app, ThemeKind kind)
{
    desktop(); // remember the desktop's choices before they are replaced
    currentTheme() = Theme::make(kind);
    if (!qobject_cast<Style*>(app.style()))
        app.setStyle(new Style);
    const QPalette palette = Theme::current().palette();
    app.setPalette(palette);
    QToolTip::setPalette(palette);
    app.setFont(bodyFont());
    QToolTip::setFont(smallFont());
    app.setStyleSheet(styleSheet(Theme::current()));
    colourLinks();
}

PaintedIn::PaintedIn(QWidget& widget, ThemeKind kind)
    : m_widget(widget), m_before(Theme::current().kind), m_other(m_before != kind)
{
    if (m_other)
        dress(kind, Theme::make(kind).palette(), styleSheet(Theme::make(kind)));
}

PaintedIn::~PaintedIn()
{
    if (m_other)
        dress(m_before, {}, {}); // its parent's again
}

/// First the theme: the palette's change makes widgets ask for it.
void PaintedIn::dress(ThemeKind kind, const QPalette& palette, const QString& styleSheet)
{
    currentTheme() = Theme::make(kind);
    m_widget.setPalette(palette);
    m_widget.setStyleSheet(styleSheet);
}

ThemeKind systemTheme()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? ThemeKind::Dark : ThemeKind::Light;
#endif
    return desktop().dark ? ThemeKind::Dark : ThemeKind::Light;
}

double fontScale()
{
    // The design's 13 px is what desktops mean by their ordinary 9 to 11 points; only a clearly larger font scales.
    const double pixels = QFontInfo(desktop().font).pixelSize();
    return pixels > 15 ? pixels / 13.5 : 1.0;
}

int scaled(int pixels)
{
    return static_cast<int>(std::lround(pixels * fontScale()));
}

QFont bodyFont()
{
    return sized(metric::bodyFont);
}

QFont boldFont()
{
    QFont font = bodyFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont()
{
    return sized(metric::headingFont);
}

QFont boldSmallFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont headingFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    if (QLocale().language() != QLocale::Chinese) // has no capitals: "梯度 Rollout" stays so
        font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 107);
    return font;
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}
