// app/gui/screenshot.h: the window as a picture file, for tests and documentation.
#pragma once
#include "app/gui/options.h"

namespace patchlight
{
class MainWindow;
class Session;

/// Waits until what was asked for is on screen (without a picture: the model is loaded), presses `options.keys`,
/// writes the picture, ends. Returns the exit status: 1 where something failed or took more than a minute.
int takeScreenshot(MainWindow& window, Session& session, const StartOptions& options);

}
