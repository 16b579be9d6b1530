// ui/view/window/incoming.cpp: files before pixels, since a file keeps its name and its neighbours.
#include "ui/view/window/incoming.h"
#include "ui/adapter/files.h"
#include <QMimeData>
#include <QUrl>

namespace patchlight
{

Incoming incomingFrom(const QMimeData* data)
{
    Incoming incoming;
    if (!data)
        return incoming;
    const auto urls = data->urls();
    for (const QUrl& url : urls) {
        if (!url.isLocalFile())
            continue;
        const QString file = url.toLocalFile();
        const FileKind kind = kindOfFile(file);
        const bool picture = kind == FileKind::Picture || kind == FileKind::Pictures;
        QString& slot = picture ? incoming.picture : kind == FileKind::Model ? incoming.model : incoming.stranger;
        incoming.pictures += picture ? 1 : 0;
        if (slot.isEmpty())
            slot = kind == FileKind::Pictures ? firstPictureIn(file) : file;
    }
    if (incoming.picture.isEmpty() && incoming.model.isEmpty() && data->hasImage())
        incoming.pixels = qvariant_cast<QImage>(data->imageData());
    return incoming;
}

}
