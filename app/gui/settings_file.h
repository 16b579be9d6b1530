// app/gui/settings_file.h: settings that cannot be read must not keep the window from starting.
#pragma once
#include <QString>

namespace patchlight
{

/// Where the settings file is a pipe, a device or a folder (opening a pipe would wait for ever), this run begins with
/// the defaults and keeps what it learns in a folder that is gone afterwards. Call before the first Settings.
/// @return what to tell the user; empty where all is well
QString avoidUnreadableSettings();

}
