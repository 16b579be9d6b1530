// app/gui/settings_file.cpp
#include "app/gui/settings_file.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace patchlight
{
namespace
{

/// The context translators see.
class SettingsFile
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::SettingsFile)
};

/// QSettings reads the program's own file, then its organisation's.
QStringList settingsFiles()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/'
        + QCoreApplication::organizationName();
    return {folder + u'/' + QCoreApplication::applicationName() + QStringLiteral(".conf"),
        folder + QStringLiteral(".conf")};
}

}

QString avoidUnreadableSettings()
{
    for (const QString& file : settingsFiles()) {
        const QFileInfo info(file);
        if (!info.exists() || info.isFile())
            continue;
        static const QTemporaryDir elsewhere; // removed when the program ends
        QSettings::setPath(QSettings::defaultFormat(), QSettings::UserScope, elsewhere.path());
        return SettingsFile::tr("The settings in %1 cannot be read: it is no file. The window begins with the defaults "
                                "and keeps nothing; move it away.")
            .arg(file);
    }
    return {};
}

}
