// ui/view/window/file_icons.h: icons and kinds of files by what they are called.
#pragma once
#include <QFileIconProvider>

namespace patchlight
{

/// Qt's own opens every file without an ending to see what is in it, which may wait for ever: in /proc, or where a
/// network's disk is slow. It outlives the dialogs that have it.
class FileIcons final : public QFileIconProvider
{
public:
    using QFileIconProvider::icon;
    QIcon icon(const QFileInfo& info) const override { return icon(info.isDir() ? Folder : File); }
    QString type(const QFileInfo& info) const override { return info.isDir() ? QString() : info.suffix(); }
};

}
