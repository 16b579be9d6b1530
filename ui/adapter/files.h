// ui/adapter/files.h: which files are pictures, which are models, and the pictures that ship with the program.
#pragma once
#include <QString>
#include <QStringList>

namespace patchlight
{

enum class FileKind { Picture, Model, Neither };

/// By name only; a folder may hold a model (config.json and weights). Nothing is opened.
FileKind kindOfFile(const QString& path);
/// In the order of their names.
QStringList samplePictures();

}
