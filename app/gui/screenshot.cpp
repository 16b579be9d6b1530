// app/gui/screenshot.cpp: waits for the map, presses the keys, writes the window.
#include "app/gui/screenshot.h"
#include "core/base/atomic_file.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/window/main_window.h"
#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPixmap>
#include <QTimer>
#include <cstdio>

namespace patchlight
{
namespace
{

/// The context translators see.
class Screenshot
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::Screenshot)
};

constexpr int kDeadlineMs = 60'000;
constexpr int kSettleMs = 400; ///< cross-fades and thumbnails

/// True when `ready` became true in time.
template <class Ready> bool waitFor(Ready ready)
{
    QEventLoop loop;
    QTimer poll;
    QTimer deadline;
    bool done = false;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        done = ready();
        if (done)
            loop.quit();
    });
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    poll.start(20);
    deadline.start(kDeadlineMs);
    loop.exec();
    return done;
}

void settle()
{
    QEventLoop loop;
    QTimer::singleShot(kSettleMs, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A command of the window, else a key for whoever has the focus.
void press(QWidget* window, const QString& key)
{
    const QKeySequence sequence(key);
    for (QAction* action : window->actions())
        if (action->shortcuts().contains(sequence))
            return action->trigger();
    const auto combination = sequence[0];
    const QString text = key.size() == 1 ? key : QString();
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : window;
    for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, combination.key(), combination.keyboardModifiers(), text);
        QApplication::sendEvent(target, &event);
    }
}

}

int takeScreenshot(MainWindow& window, Session& session, const StartOptions& options)
{
    QString problem;
    QObject::connect(&session, &Session::failed, &window, [&problem](const QString& sentence) { problem = sentence; });
    const bool wantsMap = !options.picture.isEmpty();
    const auto idle = [&] {
        const bool there = wantsMap ? session.shown() && session.heads().complete() : session.model() != nullptr;
        const bool inside = !wantsMap || !window.insideShown() || window.insideView()->complete();
        return !problem.isEmpty() || (there && inside && session.busy() == Session::Busy::Nothing);
    };
    bool good = waitFor(idle);
    for (const QString& key : options.keys) {
        press(&window, key);
        settle();
        good = good && waitFor(idle);
    }
    settle();
    if (!problem.isEmpty())
        std::fprintf(stderr, "error: %s\n", qPrintable(problem));
    else if (!good)
        std::fprintf(stderr, "error: %s\n", qPrintable(Screenshot::tr("the window was not ready within a minute")));
    QByteArray png;
    QBuffer buffer(&png);
    window.grab().toImage().save(&buffer, "png");
    const auto written = writeFile(toPath(options.screenshot), png.toStdString());
    if (!written)
        std::fprintf(stderr, "error: %s\n", written.error().message.c_str());
    return good && written && problem.isEmpty() ? 0 : 1;
}

}
