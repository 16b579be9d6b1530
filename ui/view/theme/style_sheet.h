// ui/view/theme/style_sheet.h: Qt's own widgets in the design's clothes, built from the tokens.
#pragma once
#include <QString>

namespace patchlight
{

struct Theme;

/// One style sheet for the whole program. Dynamic properties choose a variant:
///   QWidget[surface = "panel" | "background" | "canvas" | "raised"]    what it is painted on
///   QFrame[separator = true]                                             a 1 px line
///   QLabel[tone = "dim" | "faint" | "error" | "warning"]                 the weight of its text
///   QPushButton[kind = "primary" | "flat"]                               the one filled button; text only
QString styleSheet(const Theme&);

}
