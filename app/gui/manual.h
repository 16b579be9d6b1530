// app/gui/manual.h: the window's manual page, made from the same table as its --help.
#pragma once
#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace patchlight
{

/// patchlight(1) in roff (man macros), in English whatever the language: options in the order of the table.
QString manualPage(const QList<QCommandLineOption>& options);

}
