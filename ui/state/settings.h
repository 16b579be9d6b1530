// ui/state/settings.h: what the program remembers between runs.
#pragma once
#include "ui/state/choices.h"
#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

namespace patchlight
{

enum class ThemeChoice { System, Dark, Light };

/// Values that make no sense (a hand-edited file) fall back to the defaults.
class Settings : public QObject
{
    Q_OBJECT
public:
    explicit Settings(QObject* parent = nullptr);

    QStringList recentPictures() const { return m_store.value(QStringLiteral("recent/pictures")).toStringList(); }
    QStringList recentModels() const { return m_store.value(QStringLiteral("recent/models")).toStringList(); }
    void addRecentPicture(const QString& path) { addRecent(QStringLiteral("recent/pictures"), path); }
    void addRecentModel(const QString& path) { addRecent(QStringLiteral("recent/models"), path); }
    void forgetRecentModel(const QString& path);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    QString device() const { return m_store.value(QStringLiteral("device"), QStringLiteral("auto")).toString(); }
    void setDevice(const QString& device) { m_store.setValue(QStringLiteral("device"), device); }
    Precision precision() const;
    void setPrecision(Precision precision);
    /// A panel's or the window's own state, by name.
    QVariant view(const QString& name, const QVariant& fallback = {}) const;
    void setView(const QString& name, const QVariant& value);
    LookChoice look() const;
    void setLook(const LookChoice& choice);

Q_SIGNALS:
    void recentChanged();

private:
    void addRecent(const QString& key, const QString& path);

    QSettings m_store;
};

}
