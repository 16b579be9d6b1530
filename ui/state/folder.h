// ui/state/folder.h: the pictures that came together with the one that is open, or else those beside it, in the order a
// file manager shows them.
#pragma once
#include <QString>
#include <QStringList>

namespace patchlight
{

/// Read anew at each `setCurrent` without a list. Cost: one directory listing.
class Folder
{
public:
    /// `together`: paths, of which `file` is one; empty: the pictures of its folder.
    void setCurrent(const QString& file, const QStringList& together = {});
    void clear() { *this = {}; }
    int index() const { return m_index; } ///< from 0; −1 where nothing is open
    int count() const { return static_cast<int>(m_files.size()); }
    /// Empty at either end.
    QString neighbour(int by) const;
    /// Empty where they are those of a folder.
    const QStringList& together() const { return m_together; }

private:
    QString m_folder;
    QStringList m_files, m_together;
    int m_index = -1;
};

}
