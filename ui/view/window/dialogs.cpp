// ui/view/window/dialogs.cpp: the system's file dialogs, and one question.
#include "ui/view/window/dialogs.h"
#include "ui/adapter/files.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/file_icons.h"
#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QScreen>
#include <QSplitter>
#include <QTreeView>

namespace patchlight
{
namespace
{
/// The context translators see.
class DialogTexts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::DialogTexts)
};

QString filter(const QString& name, const QStringList& patterns)
{
    return name + QStringLiteral(" (") + patterns.join(u' ') + QStringLiteral(");;");
}

QString asked(QWidget* parent, const QString& title, const QString& folder, const QString& filters)
{
    const FileIcons icons;
    QFileDialog dialog(parent, title, folder, filters);
    dialog.setFileMode(QFileDialog::ExistingFile);
    dress(dialog, icons);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString askedFolder(QWidget* parent, const QString& title, const QString& folder)
{
    const FileIcons icons;
    QFileDialog dialog(parent, title, folder);
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    dress(dialog, icons);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}

void dress(QFileDialog& dialog, const FileIcons& icons)
{
    constexpr int kType = 2, kPlaces = 170;
    dialog.setOption(QFileDialog::HideNameFilterDetails); // a dozen endings would be cut
    dialog.setIconProvider(const_cast<FileIcons*>(&icons)); // it only asks
    if (const auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit")); name && name->completer())
        name->completer()->popup()->setObjectName(QStringLiteral("popupList")); // a window of its own has a ground
    auto* files = dialog.findChild<QTreeView*>(QStringLiteral("treeView"));
    if (!files) // the system's own dialog
        return;
    const QSize wanted = dialog.size().expandedTo({scaled(860), scaled(560)});
    dialog.resize(wanted.boundedTo(dialog.screen()->availableSize() - QSize(0, kDialogTitleBar)));
    if (auto* sides = dialog.findChild<QSplitter*>(QStringLiteral("splitter"))) // the names of places are not cut
        sides->setSizes({scaled(kPlaces), dialog.width() - scaled(kPlaces)});
    files->setColumnHidden(kType, true);
    files->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    files->header()->setStretchLastSection(false);
    files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

QString Dialogs::pictureToOpen(QWidget* parent, const QString& title, const QString& folder)
{
    const QString pictures = filter(DialogTexts::tr("Pictures"), picturePatterns());
    return asked(parent, title, folder, pictures + DialogTexts::tr("All files (*)"));
}

QString Dialogs::modelToOpen(QWidget* parent, const QString& folder)
{
    const QString models = filter(DialogTexts::tr("Models"), modelPatterns());
    return asked(parent, DialogTexts::tr("Open model"), folder, models + DialogTexts::tr("All files (*)"));
}

QString Dialogs::fileToSave(QWidget* parent, const QString& suggestion, const QString& filter)
{
    const FileIcons icons;
    QFileDialog dialog(parent, DialogTexts::tr("Export"), QFileInfo(suggestion).absolutePath(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(QFileInfo(suggestion).fileName());
    dress(dialog, icons);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString Dialogs::folderToSave(QWidget* parent, const QString& suggestion)
{
    return askedFolder(parent, DialogTexts::tr("Export"), suggestion);
}

QString Dialogs::folderToLookIn(QWidget* parent, const QString& folder)
{
    return askedFolder(parent, DialogTexts::tr("Folder with models"), folder);
}

QString Dialogs::factFile(QWidget* parent, const QString& what)
{
    return asked(parent, what, {}, DialogTexts::tr("All files (*)"));
}

bool Dialogs::confirmed(QWidget* parent, const QString& question, const QString& yes)
{
    QMessageBox box(QMessageBox::Question, {}, question, QMessageBox::Cancel, parent);
    const auto* agreed = box.addButton(yes, QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == agreed;
}

}
