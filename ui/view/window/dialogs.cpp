// ui/view/window/dialogs.cpp: the system's file dialogs, and one question.
#include "ui/view/window/dialogs.h"
#include "ui/adapter/files.h"
#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

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

}

QString Dialogs::pictureToOpen(QWidget* parent, const QString& folder)
{
    const QString pictures = filter(DialogTexts::tr("Pictures"), picturePatterns());
    return QFileDialog::getOpenFileName(
        parent, DialogTexts::tr("Open picture"), folder, pictures + DialogTexts::tr("All files (*)"));
}

QString Dialogs::modelToOpen(QWidget* parent, const QString& folder)
{
    const QString models = filter(DialogTexts::tr("Models"), modelPatterns());
    return QFileDialog::getOpenFileName(
        parent, DialogTexts::tr("Open model"), folder, models + DialogTexts::tr("All files (*)"));
}

QString Dialogs::fileToSave(QWidget* parent, const QString& suggestion, const QString& filter)
{
    return QFileDialog::getSaveFileName(parent, DialogTexts::tr("Export"), suggestion, filter);
}

QString Dialogs::folderToSave(QWidget* parent, const QString& suggestion)
{
    return QFileDialog::getExistingDirectory(parent, DialogTexts::tr("Export"), suggestion);
}

QString Dialogs::folderToLookIn(QWidget* parent, const QString& folder)
{
    return QFileDialog::getExistingDirectory(parent, DialogTexts::tr("Folder with models"), folder);
}

QString Dialogs::factFile(QWidget* parent, const QString& what)
{
    return QFileDialog::getOpenFileName(parent, what, {}, DialogTexts::tr("All files (*)"));
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
