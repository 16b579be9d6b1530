// ui/view/window/dialogs.cpp: the system's file dialogs.
#include "ui/view/window/dialogs.h"
#include <QCoreApplication>
#include <QFileDialog>

namespace patchlight {
namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("Dialogs", text);
}
}

QString Dialogs::pictureToOpen(QWidget* parent, const QString& folder)
{
    const QString pictures = tr("Pictures") + QStringLiteral(" (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.npy);;");
    return QFileDialog::getOpenFileName(parent, tr("Open picture"), folder, pictures + tr("All files (*)"));
}

QString Dialogs::modelToOpen(QWidget* parent, const QString& folder)
{
    const QString models = tr("Models")
        + QStringLiteral(" (*.safetensors *.pth *.pt *.bin *.npz *.index.json config.json);;");
    return QFileDialog::getOpenFileName(parent, tr("Open model"), folder, models + tr("All files (*)"));
}

QString Dialogs::fileToSave(QWidget* parent, const QString& suggestion, const QString& filter)
{
    return QFileDialog::getSaveFileName(parent, tr("Export"), suggestion, filter);
}

QString Dialogs::folderToSave(QWidget* parent, const QString& suggestion)
{
    return QFileDialog::getExistingDirectory(parent, tr("Export"), suggestion);
}

}
