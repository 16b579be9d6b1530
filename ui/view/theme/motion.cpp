// ui/view/theme/motion.cpp: the desktop's setting, read once from where GTK and KDE keep it.
#include "ui/view/theme/motion.h"
#include <QSettings>
#include <QStandardPaths>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

bool desktopReducesMotion()
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const auto& gtk : {u"/gtk-4.0/settings.ini"_s, u"/gtk-3.0/settings.ini"_s}) {
        const QSettings settings(config + gtk, QSettings::IniFormat);
        const QVariant animations = settings.value(u"Settings/gtk-enable-animations"_s);
        if (animations.isValid())
            return !animations.toBool();
    }
    const QSettings kde(config + u"/kdeglobals"_s, QSettings::IniFormat);
    return kde.value(u"KDE/AnimationDurationFactor"_s, 1.0).toDouble() == 0.0;
}

bool& reduced()
{
    static bool value = desktopReducesMotion();
    return value;
}

}

bool reducedMotion()
{
    return reduced();
}

void setReducedMotion(bool on)
{
    reduced() = on;
}

}
