// ui/view/window/incoming.cpp: files before pixels, since a file keeps its name and its neighbours.
#include "ui/view/window/incoming.h"
#include "ui/adapter/files.h"
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace patchlight
{
namespace
{

constexpr qsizetype kMostText = 64 * 1024; ///< characters: a list of files, no document

/// Files that are named in a text: a terminal or an editor gives away "file:///a.png" or "/a.png" as words.
QList<QUrl> filesNamedIn(const QString& text)
{
    QList<QUrl> files;
    if (text.size() > kMostText)
        return files;
    for (const QString& line : text.split(u'\n')) {
        const QString name = line.trimmed();
        const QUrl url(name, QUrl::StrictMode);
        if (url.isLocalFile())
            files << url;
        else if (name.startsWith(u'/') && QFileInfo::exists(name))
            files << QUrl::fromLocalFile(name);
    }
    return files;
}

}

Incoming incomingFrom(const QMimeData* data)
{
    Incoming incoming;
    if (!data)
        return incoming;
    auto urls = data->urls();
    if (urls.isEmpty() && data->hasText())
        urls = filesNamedIn(data->text());
    for (const QUrl& url : urls) {
        if (!url.isLocalFile())
            continue;
        const QString file = url.toLocalFile();
        const FileKind kind = kindOfFile(file);
        QString& other = kind == FileKind::Model ? incoming.model : incoming.stranger;
        if (kind == FileKind::Picture)
            incoming.pictures << file;
        else if (kind == FileKind::Pictures)
            incoming.pictures << (urls.size() == 1 ? QStringList(file) : picturesToTry(file));
        else if (other.isEmpty())
            other = file;
    }
    incoming.pictures.removeDuplicates();
    if (incoming.pictures.isEmpty() && incoming.model.isEmpty() && data->hasImage())
        incoming.pixels = qvariant_cast<QImage>(data->imageData());
    return incoming;
}

}
