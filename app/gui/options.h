// app/gui/options.h: patchlight [IMAGE] [--model …] [--device …] [--method …] …; see --help.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/settings.h"
#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

namespace patchlight
{

struct StartOptions {
    QString picture, model, device; ///< picture: a file, or a folder of them
    std::optional<Precision> precision;
    std::optional<Method> method;
    std::optional<int> threads; ///< 0: all processors; absent: one of them stays with the window
    // For tests and documentation: the window as a picture, then the end.
    QString screenshot;
    QSize size;
    double fonts = 1; ///< times the system's size
    std::optional<ThemeChoice> theme;
    QStringList keys; ///< pressed, one after another, when the map is there
};

/// Prints usage, version or what is wrong, and ends the program (status 0 or 2) where it should not start.
StartOptions parseOptions(const QStringList& arguments);

}
