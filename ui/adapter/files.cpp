// ui/adapter/files.cpp: extensions and the resource folder.
#include "ui/adapter/files.h"
#include "core/base/resources.h"
#include "core/image/read_picture.h"
#include "ui/adapter/texts.h"
#include <QDir>
#include <QFileInfo>
#include <array>

namespace patchlight
{
namespace
{

bool isPicture(const QString& path)
{
    return looksLikePicture(toPath(path)) || path.endsWith(QLatin1String(".npy"), Qt::CaseInsensitive);
}

}

FileKind kindOfFile(const QString& path)
{
    static constexpr std::array kModels{".safetensors", ".pth", ".pt", ".bin", ".npz", ".index.json", ".ckpt"};
    if (isPicture(path))
        return FileKind::Picture;
    for (const char* ending : kModels)
        if (path.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return FileKind::Model;
    return QFileInfo(path).isDir() ? FileKind::Model : FileKind::Neither;
}

QStringList samplePictures()
{
    const QDir folder(fromPath(resourcePath("pictures")));
    QStringList files;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
        if (isPicture(name))
            files << folder.filePath(name);
    return files;
}

}
