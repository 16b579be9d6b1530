// app/gui/main.cpp: starts the window; the model is loaded after the first paint.
#include "app/gui/options.h"
#include "app/gui/screenshot.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/state/settings.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/main_window.h"
#include <QApplication>
#include <QLocale>
#include <QTimer>
#include <QTranslator>
#include <clocale>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

void start(Session& session, const StartOptions& options)
{
    if (options.method)
        session.selection().setMethod(*options.method);
    session.openModel(options.model);
    if (!options.picture.isEmpty())
        session.openPicture(options.picture);
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt took the user's: numbers in exported files would get decimal commas
    QCoreApplication::setOrganizationName(u"patchlight"_s);
    QCoreApplication::setApplicationName(u"patchlight"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PATCHLIGHT_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), u"patchlight"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    const StartOptions options = parseOptions(application.arguments());

    if (options.fonts > 0 && options.fonts != 1) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * options.fonts);
        QApplication::setFont(font);
    }
    Settings settings;
    applyTheme(application, themeOf(options.theme.value_or(settings.theme())));
    Session session(coreEngine(options.threads), &settings);
    if (!options.device.isEmpty())
        session.useDevice(options.device);
    if (options.precision)
        session.usePrecision(*options.precision);
    Dialogs dialogs;
    MainWindow window(&session, &settings, &dialogs);
    if (options.size.isValid())
        window.resize(options.size);
    window.show();
    QTimer::singleShot(0, &window, [&session, &options] { start(session, options); });
    if (!options.screenshot.isEmpty())
        return takeScreenshot(window, session, options);
    return QApplication::exec();
}
