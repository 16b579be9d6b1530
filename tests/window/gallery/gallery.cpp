// tests/window/gallery/gallery.cpp: every widget with sample data, in both themes, saved as pictures to be looked at.
// usage: gallery FOLDER [PICTURE]; QT_SCALE_FACTOR=2 for the sharp ones.
#include "gallery/pages.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

void save(QWidget& page, const QString& path)
{
    page.setAttribute(Qt::WA_DontShowOnScreen);
    page.show();
    for (int i = 0; i < 30; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    page.grab().save(path);
    QTextStream(stdout) << path << Qt::endl;
}

}

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    setReducedMotion(true);
    const gallery::Sample sample(app.arguments().value(2));
    for (const auto kind : {ThemeKind::Dark, ThemeKind::Light}) {
        applyTheme(app, kind);
        const QString theme = kind == ThemeKind::Dark ? u"dark"_s : u"light"_s;
        const QString scale = QString::number(app.devicePixelRatio());
        for (const auto& [name, make] : gallery::pages()) {
            const std::unique_ptr<QWidget> page(make(sample));
            save(*page, folder + u'/' + name + u'-' + theme + u'-' + scale + u".png"_s);
        }
    }
    return 0;
}
