// ui/view/theme/number_text.h: numbers as the window writes them: two or three honest digits.
#pragma once
#include <QString>

namespace patchlight
{

/// 0.0022, 0.124, 12.3, −0.50, 1.2×10⁻⁵, each with a true minus; "0" for zero, "–" for what is no number. `digits`: significant ones.
QString valueText(double value, int digits = 2);
/// A share in [0, 1] → "41.4"; under a tenth of a percent "<0.1".
QString percentText(double share, int decimals = 1);
/// A difference of shares in percentage points, with its sign: "+12.3", "−48.7"; "0" where nothing is left of it.
QString changeText(double share);

}
