// ui/view/window/dialogs.h: the questions that need a dialog; tests answer them without one.
#pragma once
#include <QString>

class QFileDialog;
class QWidget;

namespace patchlight
{
class FileIcons;

constexpr int kDialogTitleBar = 40; ///< px that a desktop may set above a dialog

/// Names have the room there is on the screen: no column for the type, which the name says, and no cut sizes and dates;
/// and no file is opened to find its icon. `icons` outlive the dialog.
void dress(QFileDialog& dialog, const FileIcons& icons);

/// Empty answers mean "cancelled".
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    virtual QString pictureToOpen(QWidget* parent, const QString& title, const QString& folder);
    virtual QString modelToOpen(QWidget* parent, const QString& folder);
    virtual QString fileToSave(QWidget* parent, const QString& suggestion, const QString& filter);
    virtual QString folderToSave(QWidget* parent, const QString& suggestion);
    virtual QString folderToLookIn(QWidget* parent, const QString& folder);
    /// A file that says something of a model: class names, a recipe, the network that an adapter changes.
    virtual QString factFile(QWidget* parent, const QString& what);
    /// A question with a button called `yes` and one to cancel.
    virtual bool confirmed(QWidget* parent, const QString& question, const QString& yes);
};

}
