// ui/adapter/files.cpp: endings and the resource folder.
#include "ui/adapter/files.h"
#include "core/base/resources.h"
#include "core/explain/methods.h"
#include "core/image/read_picture.h"
#include "ui/adapter/texts.h"
#include <QCollator>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QStandardPaths>
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

constexpr std::array kModelEndings{".safetensors", ".pth", ".pt", ".bin", ".npz", ".index.json", ".ckpt"};
constexpr QLatin1String kArray(".npy");
/// Pictures of formats that are not read: named, they are opened all the same, and the refusal says what they are.
constexpr std::array kOtherPictures{".avif", ".heic", ".heif", ".jxl", ".svg", ".psd", ".exr", ".hdr", ".ico", ".fits", ".dcm"};

bool isArray(const QString& path)
{
    return path.endsWith(kArray, Qt::CaseInsensitive);
}

bool isPicture(const QString& path)
{
    return looksLikePicture(toPath(path)) || isArray(path);
}

template <class Endings> bool endsLike(const QString& path, const Endings& endings)
{
    return std::any_of(endings.begin(), endings.end(),
        [&path](const char* ending) { return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive); });
}

bool isOtherPicture(const QString& path)
{
    return endsLike(path, kOtherPictures);
}

bool isModelFile(const QString& path)
{
    return endsLike(path, kModelEndings);
}

FileKind kindOfFolder(const QString& folder)
{
    const QStringList names = QDir(folder).entryList(QDir::Files);
    if (std::any_of(names.begin(), names.end(), isModelFile))
        return FileKind::Model;
    const bool pictures = std::any_of(names.begin(), names.end(), isPicture)
        || std::any_of(names.begin(), names.end(), isOtherPicture);
    return pictures ? FileKind::Pictures : FileKind::Model;
}

}

FileKind kindOfFile(const QString& path)
{
    if (isPicture(path) || isOtherPicture(path))
        return FileKind::Picture;
    if (isModelFile(path))
        return FileKind::Model;
    return QFileInfo(path).isDir() ? kindOfFolder(path) : FileKind::Neither;
}

QStringList picturePatterns()
{
    QStringList patterns;
    for (const auto ending : pictureEndings())
        patterns << u'*' + fromUtf8(ending);
    patterns << u'*' + kArray;
    for (const char* ending : kOtherPictures)
        patterns << u'*' + QLatin1String(ending);
    return patterns;
}

QString chartMark()
{
    return QStringLiteral("-chart");
}

QStringList modelPatterns()
{
    QStringList patterns;
    for (const char* ending : kModelEndings)
        patterns << u'*' + QLatin1String(ending);
    return patterns << QStringLiteral("config.json");
}

namespace
{
/// "cat-relevancy.png" beside "cat.jpg": what this program wrote of it, by the name it suggests.
bool isOwnExport(const QString& name, const QSet<QString>& bases)
{
    const QString base = QFileInfo(name).completeBaseName();
    if (base.endsWith(chartMark()))
        return std::ranges::any_of(bases, [&](const QString& picture) { return base.startsWith(picture + u'-'); });
    for (const MethodInfo& method : methods()) {
        const QString ending = u'-' + fromUtf8(method.name);
        const qsizetype at = base.lastIndexOf(ending);
        if (at > 0 && bases.contains(base.left(at)) && (at + ending.size() == base.size() || base[at + ending.size()] == u'-'))
            return true;
    }
    return false;
}

/// Those that nobody would page to: what was exported beside the pictures.
void leaveOutExports(QStringList& pictures, const QString& named)
{
    QSet<QString> bases;
    for (const QString& name : pictures)
        bases.insert(QFileInfo(name).completeBaseName());
    pictures.removeIf([&](const QString& name) { return name != named && isOwnExport(name, bases); });
}

bool isSample(const QString& picture)
{
    const QFileInfo samples(fromPath(resourcePath("pictures")));
    return QFileInfo(QFileInfo(picture).absolutePath()).canonicalFilePath() == samples.canonicalFilePath();
}
}

QStringList picturesIn(const QString& folder, const QString& named)
{
    QStringList pictures = QDir(folder).entryList(QDir::Files | QDir::Readable);
    pictures.removeIf([&named](const QString& name) { return name != named && (!isPicture(name) || isArray(name)); });
    leaveOutExports(pictures, named);
    // Without a language (LANG=C) Qt compares bytes, whatever it is asked.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(pictures.begin(), pictures.end(), collator);
    return pictures;
}

QStringList picturesToTry(const QString& place)
{
    if (!QFileInfo(place).isDir())
        return {place};
    QStringList names = picturesIn(place);
    if (names.isEmpty())
        names = QDir(place).entryList(picturePatterns(), QDir::Files | QDir::Readable, QDir::Name).mid(0, 1);
    for (QString& name : names)
        name = QDir(place).filePath(name);
    return names.isEmpty() ? QStringList{place} : names;
}

QStringList samplePictures()
{
    const QDir folder(fromPath(resourcePath("pictures")));
    QStringList files;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
        if (isPicture(name))
            files << folder.filePath(name);
    return files;
}

QString folderToOpenFrom(const QStringList& recent)
{
    for (const QString& file : recent)
        if (QFileInfo::exists(file) && !isSample(file))
            return QFileInfo(file).absolutePath();
    return folderToSaveBeside({});
}

QString folderToSaveBeside(const QString& picture)
{
    const QFileInfo beside(QFileInfo(picture).absolutePath());
    if (!picture.isEmpty() && !isSample(picture) && beside.isDir() && beside.isWritable())
        return beside.filePath();
    const QFileInfo pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    return pictures.isDir() && pictures.isWritable() ? pictures.filePath() : QDir::homePath();
}

QStringList namesToldApart(const QStringList& files)
{
    QStringList names;
    for (const QString& file : files)
        names << QFileInfo(file).fileName();
    const auto add = [&](const auto& folderOf) { // where a name is not the only one of its kind
        const QStringList before = names;
        for (int i = 0; i < names.size(); ++i)
            if (before.count(before[i]) > 1)
                names[i] = QFileInfo(files[i]).fileName() + QStringLiteral(" · ") + folderOf(QFileInfo(files[i]));
    };
    add([](const QFileInfo& file) { return file.dir().dirName(); });
    add([](const QFileInfo& file) { return file.absolutePath(); });
    return names;
}

QString withEnding(const QString& path, const QString& ending)
{
    const bool has = QFileInfo(path).suffix().compare(ending, Qt::CaseInsensitive) == 0;
    QString named = has ? path : QString(path + u'.' + ending);
    for (int n = 2; !has && QFileInfo::exists(named); ++n)
        named = path + u'-' + QString::number(n) + u'.' + ending;
    return named;
}

QString guideFolder()
{
    return fromPath(resourcePath("docs/guide"));
}

}
