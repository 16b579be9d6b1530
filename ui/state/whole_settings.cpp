// ui/state/whole_settings.cpp
#include "ui/state/whole_settings.h"
#include <QDataStream>
#include <QFileDevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;

const QString kCoded = u"coded"_s; ///< what JSON has no type for, as Qt streams it

QJsonValue coded(const QVariant& value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << value;
    return QJsonObject{{kCoded, QString::fromLatin1(bytes.toBase64())}};
}

QJsonValue jsonOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::Double:
    case QMetaType::QString:
    case QMetaType::QStringList:
        return QJsonValue::fromVariant(value);
    default:
        return coded(value);
    }
}

QVariant valueOf(const QJsonValue& json)
{
    if (!json.isObject())
        return json.isArray() ? QVariant(json.toVariant().toStringList()) : json.toVariant();
    const auto bytes = QByteArray::fromBase64(json.toObject().value(kCoded).toString().toLatin1());
    QVariant value;
    QDataStream stream(bytes);
    stream >> value;
    return value;
}

/// Of QSettings' own format; from a copy, since this file is being read.
bool readEarlier(const QByteArray& bytes, QSettings::SettingsMap& map)
{
    QTemporaryFile copy;
    if (!copy.open() || copy.write(bytes) != bytes.size() || !copy.flush())
        return false;
    const QSettings earlier(copy.fileName(), QSettings::IniFormat);
    for (const auto& key : earlier.allKeys())
        map[key] = earlier.value(key);
    return true;
}

bool readWhole(QIODevice& device, QSettings::SettingsMap& map)
{
    const auto bytes = device.readAll();
    if (!bytes.startsWith('{'))
        return readEarlier(bytes, map);
    const auto json = QJsonDocument::fromJson(bytes).object();
    for (auto each = json.begin(); each != json.end(); ++each)
        map[each.key()] = valueOf(each.value());
    return !json.isEmpty();
}

bool writeWhole(QIODevice& device, const QSettings::SettingsMap& map)
{
    QJsonObject json;
    for (auto each = map.begin(); each != map.end(); ++each)
        json[each.key()] = jsonOf(each.value());
    const auto bytes = QJsonDocument(json).toJson();
    auto* file = qobject_cast<QFileDevice*>(&device);
    return device.write(bytes) == bytes.size() && (!file || file->flush());
}

}

QSettings::Format wholeFormat()
{
    static const auto format = QSettings::registerFormat(u"conf"_s, readWhole, writeWhole);
    return format;
}

void keepSettingsWhole()
{
    QSettings::setDefaultFormat(wholeFormat());
}

}
