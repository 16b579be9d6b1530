// app/gui/main.cpp: starts the window; the model is loaded after the first paint.
#include "app/gui/display_needed.h"
#include "app/gui/options.h"
#include "app/gui/screenshot.h"
#include "app/gui/settings_file.h"
#include "app/gui/sudden_end.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/state/settings.h"
#include "ui/state/whole_settings.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/guarded_application.h"
#include "ui/view/window/main_window.h"
#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <QSvgRenderer>
#include <QTimer>
#include <QTranslator>
#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <optional>
#include <string_view>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

/// Of the maps that cost no more than a few forward passes the one that held best when the picture was taken apart
/// (guide, "Which map first"). Networks that it does not fit begin with attention.
constexpr Method kFirstMethod = Method::GradientRollout;

void start(Session& session, const StartOptions& options)
{
    session.selection().setMethod(options.method.value_or(kFirstMethod));
    session.openModel(options.model);
    if (!options.picture.isEmpty())
        session.openPicture(options.picture);
}

/// Ours, and those of Qt's own dialogs and buttons.
struct Translators {
    QTranslator own, qt;
};

void nameTheProgram(Translators& translators)
{
    QCoreApplication::setOrganizationName(u"patchlight"_s);
    QCoreApplication::setApplicationName(u"patchlight"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PATCHLIGHT_VERSION));
    if (!translators.own.load(QLocale(), u"patchlight"_s, u"_"_s, u":/i18n"_s))
        return; // then Qt's stay English, too: no window in two languages
    if (translators.qt.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&translators.qt);
    QCoreApplication::installTranslator(&translators.own);
}

/// Drawn here: an icon engine for SVG may not be installed.
QIcon programIcon()
{
    QSvgRenderer drawing(u":/icon/org.patchlight.Patchlight.svg"_s);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixels(side, side);
        pixels.fill(Qt::transparent);
        QPainter painter(&pixels);
        drawing.render(&painter);
        icon.addPixmap(pixels);
    }
    return icon;
}

/// "--help" or "--version", where it is asked for: that needs no display, without which QApplication ends the program.
const char* textAskedFor(int argc, char** argv)
{
    constexpr std::array<std::string_view, 6> kTexts{"--help", "--help-all", "-h", "-?", "--version", "-v"};
    for (int i = 1; i < argc; ++i)
        if (std::find(kTexts.begin(), kTexts.end(), argv[i]) != kTexts.end())
            return argv[i];
    return nullptr;
}

}

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a write that a limit stops fails
    Translators translators;
    if (const char* text = textAskedFor(argc, argv)) {
        QCoreApplication application(argc, argv);
        nameTheProgram(translators);
        parseOptions({application.arguments().value(0), QString::fromLatin1(text)}); // prints and ends
        return 0;
    }
    std::optional<DisplayNeeded> needed(std::in_place);
    GuardedApplication application(argc, argv);
    needed.reset();
    std::setlocale(LC_NUMERIC, "C"); // Qt took the user's: numbers in exported files would get decimal commas
    nameTheProgram(translators);
    const StartOptions options = parseOptions(application.arguments());
    QApplication::setWindowIcon(programIcon());
    QGuiApplication::setDesktopFileName(u"org.patchlight.Patchlight"_s);

    if (options.fonts > 0 && options.fonts != 1) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * options.fonts);
        QApplication::setFont(font);
    }
    keepSettingsWhole();
    const QString trouble = avoidUnreadableSettings();
    Settings settings;
    applyTheme(application, themeOf(options.theme.value_or(settings.theme())));
    const SuddenEnd suddenEnd; // until the worker of the session has ended
    Session session(coreEngine(options.threads), &settings);
    if (!options.device.isEmpty())
        session.useDevice(options.device);
    if (options.precision)
        session.usePrecision(*options.precision);
    Dialogs dialogs;
    MainWindow window(&session, &settings, &dialogs);
    QObject::connect(&application, &GuardedApplication::caught, &window, &MainWindow::showError);
    if (options.size.isValid())
        window.resize(options.size);
    else if (const QScreen* screen = window.screen(); screen && options.screenshot.isEmpty())
        window.fitInto(screen->availableSize());
    window.show();
    if (!trouble.isEmpty()) {
        std::fprintf(stderr, "note: %s\n", qPrintable(trouble));
        window.showError(trouble);
    }
    QTimer::singleShot(0, &window, [&session, &options] { start(session, options); });
    if (!options.screenshot.isEmpty())
        return takeScreenshot(window, session, options);
    return QApplication::exec();
}
