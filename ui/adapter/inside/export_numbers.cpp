// ui/adapter/inside/export_numbers.cpp
#include "ui/adapter/inside/export_numbers.h"
#include "core/base/npy.h"
#include "ui/adapter/texts.h"
#include <QFileInfo>
#include <QDir>
#include <QStringList>

namespace patchlight::inside
{

const NdArray* arrayOf(const Subject& subject, const std::string& name)
{
    if (name == "input")
        return &subject.analysis->input;
    if (const auto* step = subject.inBlock(name))
        return step;
    return subject.outside(name);
}

Result<QStringList> writeNumbers(const Subject& subject, const Card& card, const QString& path)
{
    std::vector<std::pair<std::string, const NdArray*>> found;
    for (const auto& name : card.arrays)
        if (const auto* array = arrayOf(subject, name))
            found.emplace_back(name, array);
    if (found.empty())
        return fail(ErrorCode::InvalidOption, "This card has no numbers of its own; export it as a picture.");
    const QFileInfo info(path);
    QStringList written;
    for (const auto& [name, array] : found) {
        const QString file = found.size() == 1 ? path
                                               : info.dir().filePath(info.completeBaseName() + u'-' + QString::fromStdString(name) + QStringLiteral(".npy"));
        if (auto done = writeNpy(toPath(file), *array); !done)
            return fail(done.error());
        written << file;
    }
    return written;
}

}
