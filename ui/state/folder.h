// ui/state/folder.h: the pictures beside the one that is open, in the order a file manager shows them.
#pragma once
#include <QString>
#include <QStringList>

namespace patchlight
{

/// Read anew at each `setCurrent` in another folder. Cost: one directory listing.
class Folder
{
public:
    void setCurrent(const QString& file);
    void clear() { m_files.clear(), m_folder.clear(), m_index = -1; }
    int index() const { return m_index; } ///< from 0; −1 where nothing is open
    int count() const { return static_cast<int>(m_files.size()); }
    /// Empty at either end.
    QString neighbour(int by) const;

private:
    QString m_folder;
    QStringList m_files;
    int m_index = -1;
};

}
