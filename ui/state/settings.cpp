// ui/state/settings.cpp: QSettings behind names.
#include "ui/state/settings.h"
#include "ui/adapter/device_texts.h"
#include "ui/adapter/texts.h"
#include <QFileInfo>
#include <algorithm>

namespace patchlight
{
namespace
{
constexpr int kRecent = 8;
}

Settings::Settings(QObject* parent) : QObject(parent) { }

void Settings::addRecent(const QString& key, const QString& path)
{
    if (path.isEmpty())
        return;
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList list = m_store.value(key).toStringList();
    list.removeAll(full);
    list.prepend(full);
    m_store.setValue(key, QStringList(list.mid(0, kRecent)));
    Q_EMIT recentChanged();
}

void Settings::forgetRecentModel(const QString& path)
{
    QStringList list = recentModels();
    if (list.removeAll(QFileInfo(path).absoluteFilePath()) == 0)
        return;
    m_store.setValue(QStringLiteral("recent/models"), list);
    Q_EMIT recentChanged();
}

ThemeChoice Settings::theme() const
{
    const QString name = m_store.value(QStringLiteral("theme")).toString();
    if (name == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return name == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    static constexpr const char* kNames[]{"system", "dark", "light"};
    m_store.setValue(QStringLiteral("theme"), QString::fromLatin1(kNames[static_cast<int>(theme)]));
}

Precision Settings::precision() const
{
    return precisionByName(m_store.value(QStringLiteral("precision")).toString()).value_or(Precision::Fp32);
}

void Settings::setPrecision(Precision precision)
{
    m_store.setValue(QStringLiteral("precision"), precisionName(precision));
}

QVariant Settings::view(const QString& name, const QVariant& fallback) const
{
    return m_store.value(QStringLiteral("view/") + name, fallback);
}

void Settings::setView(const QString& name, const QVariant& value)
{
    m_store.setValue(QStringLiteral("view/") + name, value);
}

LookChoice Settings::look() const
{
    LookChoice choice;
    const auto name = m_store.value(QStringLiteral("look/colours")).toString().toStdString();
    choice.look.colours = colourMapByName(name).value_or(choice.look.colours);
    const float opacity = m_store.value(QStringLiteral("look/opacity"), choice.look.opacity).toFloat();
    choice.look.opacity = std::clamp(opacity, 0.0F, 1.0F);
    if (m_store.value(QStringLiteral("look/even")).toBool())
        choice.look.cover = Cover::Even;
    if (m_store.value(QStringLiteral("look/patches")).toBool())
        choice.look.interpolation = Interpolation::Patches;
    choice.look.patchGrid = m_store.value(QStringLiteral("look/grid")).toBool();
    return choice;
}

void Settings::setLook(const LookChoice& choice)
{
    for (const auto& info : colourMaps())
        if (info.map == choice.look.colours)
            m_store.setValue(QStringLiteral("look/colours"), fromUtf8(info.name));
    m_store.setValue(QStringLiteral("look/opacity"), choice.look.opacity);
    m_store.setValue(QStringLiteral("look/even"), choice.look.cover == Cover::Even);
    m_store.setValue(QStringLiteral("look/patches"), choice.look.interpolation == Interpolation::Patches);
    m_store.setValue(QStringLiteral("look/grid"), choice.look.patchGrid);
}

}
