// ui/state/disk_watch.cpp
#include "ui/state/disk_watch.h"
#include "ui/adapter/texts.h"
#include <algorithm>

namespace patchlight
{
namespace
{
constexpr int kSettlesMs = 300; ///< what is written for longer is looked at again
}

DiskWatch::DiskWatch(QObject* parent) : QObject(parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kSettlesMs);
    const auto later = [this] { m_again.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later); // one that took the file's name
    connect(&m_again, &QTimer::timeout, this, &DiskWatch::look);
}

void DiskWatch::followPicture(const FileIdentityPtr& file)
{
    if (m_picture.read == file)
        return;
    m_picture = {file, {}, false};
    watch();
    Q_EMIT changed();
}

void DiskWatch::followModel(const std::vector<FileIdentityPtr>& files)
{
    m_model.clear();
    for (const auto& file : files)
        m_model.push_back({file, {}, false});
    watch();
    Q_EMIT changed();
}

bool DiskWatch::modelChanged() const
{
    return std::ranges::any_of(m_model, &File::changed);
}

void DiskWatch::watch()
{
    QStringList paths;
    const auto add = [&paths](const File& file) {
        if (file.read)
            paths << fromPath(file.read->path()) << fromPath(file.read->path().parent_path());
    };
    add(m_picture);
    std::ranges::for_each(m_model, add);
    paths.removeAll(QString()); // the folder of a name alone
    paths.removeDuplicates();
    if (const QStringList former = m_watcher.files() + m_watcher.directories(); !former.isEmpty())
        m_watcher.removePaths(former);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

bool DiskWatch::File::look()
{
    if (!read)
        return false;
    const auto now = FileIdentity::of(read->path());
    if (!now)
        return false; // gone; its folder tells when it is back
    settled = seen && seen->sameAs(**now);
    seen = *now;
    return !settled && !seen->sameAs(*read);
}

void DiskWatch::look()
{
    bool again = m_picture.look();
    for (File& file : m_model)
        again = file.look() || again;
    watch(); // another file of that name is not watched yet
    if (again)
        m_again.start();
    Q_EMIT changed();
}

}
