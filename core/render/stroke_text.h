// core/render/stroke_text.h: letters on a machine without fonts.
#pragma once
#include "core/render/lettering.h"
#include <string>

namespace patchlight
{

/// In OpenCV's vector font, which knows ASCII alone: common signs (· – × …) are spelt with it, others become '?'.
InkedLine strokeLine(const std::string& text, double height);
/// UTF-8 → ASCII as it is drawn.
std::string asciiText(const std::string& text);

}
