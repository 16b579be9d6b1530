// ui/state/whole_settings.h: settings that a full disk cannot take away.
#pragma once
#include <QSettings>

namespace patchlight
{

/// JSON in NAME.conf, where the system's format would be. QSettings' own formats put a file in place whose last part could
/// not be written (QSaveFile does not look at what closing it says): with a full disk, an empty one. What an earlier
/// version left there is read.
QSettings::Format wholeFormat();

/// Every QSettings made from here on without a format has it. Call before the first Settings.
void keepSettingsWhole();

}
