// ui/state/disk_watch.h: whether the files on screen are still those on disk.
#pragma once
#include "ui/adapter/core_types.h"
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <vector>

namespace patchlight
{

/// Looks at the files when the system says that something happened to them or their folder. One that is still being
/// written, or is gone for a moment, has not changed yet.
class DiskWatch : public QObject
{
    Q_OBJECT
public:
    explicit DiskWatch(QObject* parent = nullptr);

    /// As they were read; null or none: nothing to look at.
    void followPicture(const FileIdentityPtr& file);
    void followModel(const std::vector<FileIdentityPtr>& files);
    bool pictureChanged() const { return m_picture.changed(); }
    bool modelChanged() const;

Q_SIGNALS:
    void changed();

private:
    struct File {
        FileIdentityPtr read; ///< what is on screen
        FileIdentityPtr seen; ///< what lay there when it was last looked at
        bool settled = false; ///< it was the same twice
        bool changed() const { return settled && !seen->sameAs(*read); }
        /// Whether it has to be looked at again.
        bool look();
    };
    void watch();
    void look();

    File m_picture;
    std::vector<File> m_model;
    QFileSystemWatcher m_watcher;
    QTimer m_again;
};

}
