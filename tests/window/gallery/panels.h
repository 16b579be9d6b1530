// tests/window/gallery/panels.h: the bars and panels of the drawing, from the same widgets the window uses.
#pragma once
#include "gallery/pages.h"

namespace patchlight::gallery
{

QWidget* surface(const QString& name);
QWidget* separator(bool across);
QWidget* topBar();
QWidget* leftPanel(const Sample&);
QWidget* rightPanel();
QWidget* headsPanel(QWidget* grid);
QWidget* statusBar();

}
