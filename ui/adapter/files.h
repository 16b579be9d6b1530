// ui/adapter/files.h: which files are pictures, which are models, and the pictures that ship with the program.
#pragma once
#include <QString>
#include <QStringList>

namespace patchlight
{

enum class FileKind { Picture, Pictures, Model, Neither }; ///< Pictures: a folder of them

/// By name only; a folder is a model where it holds one (config.json, weights) or no picture. Nothing is opened.
FileKind kindOfFile(const QString& path);
/// "*.jpg", "*.npy", …: what kindOfFile() takes for a picture, for a dialog's list.
QStringList picturePatterns();
QStringList modelPatterns();
/// Ends the names that charts are saved by, so that none is taken for the next picture.
QString chartMark();
/// What is tried where a place is opened as a picture, one after another until one opens: of a folder its pictures, as
/// a file manager sorts them, or else the first that kindOfFile() takes for one; of a file itself. At least one.
QStringList picturesToTry(const QString& place);
/// Pictures of the folder by name, numbers in numeric order; arrays (.npy) only where they are `named`: they hold
/// anything. What was exported beside a picture under the name suggested ("cat-rollout.png") is left out, too.
QStringList picturesIn(const QString& folder, const QString& named = {});
/// In the order of their names.
QStringList samplePictures();
/// Where what is made of a picture is first offered to be saved: beside it, but not among the samples of this program
/// or where nothing can be written; then among the user's pictures, or at home.
QString folderToSaveBeside(const QString& picture);
/// Where a file is looked for: in the folder of the newest that was opened and is there, but not among the samples;
/// then among the user's pictures, or at home.
QString folderToOpenFrom(const QStringList& recent);
/// What files are called, and of those that are called alike the folder, too: "a.jpg · holiday".
QStringList namesToldApart(const QStringList& files);

/// A file is what its name says: "c.svg", chosen for a PNG, becomes "c.svg.png".
/// Another than was asked for is never that of a file that is there, for nobody was asked whether to replace it.
QString withEnding(const QString& path, const QString& ending);

/// Where the pages of the user's guide lie, a folder a language.
QString guideFolder();

}
