// ui/view/theme/theme.h: the tokens of the design; palette, style sheet and painters all read them here.
#pragma once
#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QWidget;

namespace patchlight
{

enum class ThemeKind { Dark, Light };

/// Colours by purpose. Everything painted asks `Theme::current()` when it paints, so nothing has to be told of a
/// change: applyTheme() sets the palette, which sends every widget a QEvent::PaletteChange and repaints it.
struct Theme {
    ThemeKind kind = ThemeKind::Dark;
    QColor background; ///< behind everything
    QColor canvas; ///< around the picture
    QColor panel; ///< docks, bars
    QColor raised; ///< buttons, selected rows
    QColor line; ///< 1 px separators, tracks
    QColor text; ///< values
    QColor dim; ///< labels
    QColor faint; ///< headings, hints: only what can be missed
    QColor accent; ///< selection, focus, primary button, current layer: nothing else
    QColor onAccent; ///< text on the accent
    QColor bar; ///< bars of what is not selected
    QColor error;
    QColor warning;
    QColor knob; ///< slider handles

    static const Theme& current();
    static Theme make(ThemeKind);
    QPalette palette() const;
};

/// Device-independent pixels at the design's font size; scaled() follows a larger system font.
namespace metric
{
inline constexpr int tiny = 4, small = 8, medium = 14, large = 20;
inline constexpr int radius = 6, thumbnailRadius = 3;
inline constexpr int row = 28;
inline constexpr int bodyFont = 13, headingFont = 11;
}

/// Sets style, palette, fonts and style sheet of the whole program. Cost: a restyle of every widget.
void applyTheme(QApplication&, ThemeKind);
/// While this lives, `widget` and what is in it are painted in the theme `kind`; the window never shows it.
/// Theme::current() is that theme meanwhile, so paint and let go. Cost: a restyle of that widget, twice; none where it
/// is the theme anyway.
class PaintedIn
{
public:
    PaintedIn(QWidget& widget, ThemeKind kind);
    ~PaintedIn();
    Q_DISABLE_COPY_MOVE(PaintedIn)

private:
    void dress(ThemeKind, const QPalette&, const QString& styleSheet);
    QWidget& m_widget;
    ThemeKind m_before;
    bool m_other;
};

/// What the desktop asks for; dark or light by its window colour where Qt (before 6.5) cannot say.
ThemeKind systemTheme();

/// How much larger the system's font is than the design's, never under 1.
double fontScale();
/// `pixels` of the design at the system's font size.
int scaled(int pixels);
QFont bodyFont();
QFont boldFont();
QFont boldSmallFont();
QFont smallFont(); ///< hints, badges, axis numbers
QFont headingFont(); ///< small capitals with a little tracking

/// WCAG 2 contrast of two opaque colours: 1 … 21.
double contrast(const QColor&, const QColor&);

}
