// ui/state/folder.cpp: the place in the list.
#include "ui/state/folder.h"
#include "ui/adapter/files.h"
#include <QDir>
#include <QFileInfo>

namespace patchlight
{

void Folder::setCurrent(const QString& file, const QStringList& together)
{
    m_together = together;
    if (!together.isEmpty()) {
        m_folder.clear();
        m_files = together;
        m_index = static_cast<int>(m_files.indexOf(file));
        return;
    }
    const QFileInfo info(file);
    const QString name = info.fileName();
    m_folder = info.absolutePath();
    m_files = picturesIn(m_folder, name);
    m_index = static_cast<int>(m_files.indexOf(name));
}

QString Folder::neighbour(int by) const
{
    const int index = m_index + by;
    if (m_index < 0 || index < 0 || index >= count())
        return {};
    return m_folder.isEmpty() ? m_files.at(index) : QDir(m_folder).filePath(m_files.at(index));
}

}
