// ui/state/folder.cpp: lists pictures by name, numbers in numeric order.
#include "ui/state/folder.h"
#include "ui/adapter/files.h"
#include <QCollator>
#include <QDir>
#include <algorithm>

namespace patchlight
{

void Folder::setCurrent(const QString& file)
{
    const QFileInfo info(file);
    const QString name = info.fileName();
    m_folder = info.absolutePath();
    m_files.clear();
    const QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::Readable);
    std::copy_if(names.begin(), names.end(), std::back_inserter(m_files), [&name](const QString& candidate) {
        return candidate == name
            || (kindOfFile(candidate) == FileKind::Picture && !candidate.endsWith(QLatin1String(".npy")));
    });
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(m_files.begin(), m_files.end(), collator);
    m_index = static_cast<int>(m_files.indexOf(name));
}

QString Folder::neighbour(int by) const
{
    const int index = m_index + by;
    if (m_index < 0 || index < 0 || index >= count())
        return {};
    return QDir(m_folder).filePath(m_files.at(index));
}

}
