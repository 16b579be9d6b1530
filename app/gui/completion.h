// app/gui/completion.h: what a shell offers behind `patchlight` after Tab, made from the same table as its --help.
#pragma once
#include <QCommandLineOption>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace patchlight
{

/// The words that an option allows, by its name; where it is absent any value goes, and files are offered.
using OptionWords = QHash<QString, QStringList>;

/// A script that completes options, their words, and files elsewhere; nothing for a shell that is none of bash, zsh
/// and fish.
QString completionScript(const QList<QCommandLineOption>& options, const OptionWords& words, const QString& shell);

}
