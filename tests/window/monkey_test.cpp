// tests/window/monkey_test.cpp: keys, clicks, drags, drops and sizes without sense, in every order, on real networks of
// each kind. Nothing may fall, hang, or grow without end.
#include "tests/window/support/window_fixture.h"
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <QWheelEvent>
#include <ctime>
#include <random>
#include <sys/resource.h>

namespace patchlight
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kStall = 0.5; ///< seconds of the window's own thread, for one event and what it brings about
constexpr long kMostGrowth = 400; ///< MB, after the first hundred events

double secondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

/// Seconds this thread was ready and had no processor: the machine's doing, not the window's.
double secondsInTheQueue()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 1e-9 : 0;
}

/// Where the time of one event went.
struct Took {
    double wall, computed, queued;
    long waits; ///< times it went to sleep by itself: for a lock, a file, the next event
    static Took now()
    {
        rusage usage{};
        getrusage(RUSAGE_THREAD, &usage);
        return {secondsOf(CLOCK_MONOTONIC), secondsOf(CLOCK_THREAD_CPUTIME_ID), secondsInTheQueue(), usage.ru_nvcsw};
    }
    Took since(const Took& before) const
    {
        return {wall - before.wall, computed - before.computed, queued - before.queued, waits - before.waits};
    }
    /// Computing, or waiting for something else than a processor.
    double own() const { return std::max(computed, wall - queued); }
    QString text() const
    {
        return u"%1 s, of which it computed %2 s, had no processor for %3 s, and slept %4 times"_s.arg(wall)
            .arg(computed)
            .arg(queued)
            .arg(waits);
    }
};

QByteArray machineLoad()
{
    QFile file(u"/proc/loadavg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

long residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLong() * 4096 / 1'000'000;
}

int numberOf(const char* name, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : otherwise;
}

}

class MonkeyTest : public WindowFixture
{
    Q_OBJECT
protected:
    /// The menu of a button keeps the press in a loop of its own until it is closed; somebody has to.
    void prepare() override
    {
        m_wayOut.disconnect();
        connect(&m_wayOut, &QTimer::timeout, this, [] {
            if (QThread::currentThread()->loopLevel() > 0 && QApplication::activePopupWidget())
                QApplication::activePopupWidget()->close();
        });
        m_wayOut.start(50);
    }

private Q_SLOTS:
    void nothingFallsHangsOrGrows_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("no model file, a fake engine") << QString();
        for (const QString& model : {u"timm-vit"_s, u"timm-swin"_s, u"deit-distilled-pth"_s, u"timm-hybrid"_s,
                 u"timm-dinov2-reg"_s})
            QTest::newRow(qPrintable(model)) << fixture(u"goldens/"_s + model);
    }
    /// PATCHLIGHT_MONKEY_EVENTS and PATCHLIGHT_MONKEY_SEED for longer walks.
    void nothingFallsHangsOrGrows()
    {
        QFETCH(const QString, model);
        m_random.seed(unsigned(numberOf("PATCHLIGHT_MONKEY_SEED", 11)));
        fillFolder();
        if (!model.isEmpty()) {
            start(coreEngine(1));
            m_session->openModel(model);
        }
        openPicture(m_folder.filePath(u"1.jpg"_s));
        const int events = numberOf("PATCHLIGHT_MONKEY_EVENTS", 150);
        long before = residentMegabytes();
        Took longest{};
        for (int i = 0; i < events; ++i) {
            const Took start = Took::now();
            const QString did = act(model);
            QCoreApplication::processEvents();
            const Took took = Took::now().since(start);
            if (took.own() > longest.own())
                longest = took;
            const QString said = u"event %1, %2: %3; load %4"_s.arg(i).arg(did, took.text(), QString::fromLatin1(machineLoad()));
            QVERIFY2(took.computed < kStall, qPrintable(said));
            if (took.own() >= kStall)
                qInfo("slow: %s", qPrintable(said));
            if (i == 100)
                before = residentMegabytes();
            if (i > 100 && i % 100 == 0)
                QVERIFY2(residentMegabytes() - before < kMostGrowth, qPrintable(QString::number(residentMegabytes())));
        }
        qInfo("%d events, the longest %s; %ld MB, then %ld MB", events, qPrintable(longest.text()), before, residentMegabytes());
        closeAll();
        m_session->cancel();
        m_session->openPicture(m_folder.filePath(u"2.png"_s)); // it still works
        QTRY_VERIFY_WITH_TIMEOUT(m_session->analysis() && m_session->analysis()->name == "2.png", 30000);
    }

private:
    static QString fixture(const QString& name) { return QStringLiteral(PATCHLIGHT_FIXTURES "/") + name; }

    /// Two pictures, a damaged one, an empty one and a stranger.
    void fillFolder()
    {
        QFile::copy(fixture(u"goldens/preprocess/rgb.jpg"_s), m_folder.filePath(u"1.jpg"_s));
        QImage plain(60, 40, QImage::Format_RGB32);
        plain.fill(Qt::darkCyan);
        plain.save(m_folder.filePath(u"2.png"_s));
        for (const auto& [name, bytes] : {std::pair("3.png", "\x89PNG broken"), std::pair("4.jpg", ""), std::pair("5.safetensors", "{")}) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            if (file.open(QIODevice::WriteOnly))
                file.write(bytes);
        }
        m_dialogs.saved = m_folder.filePath(u"saved.npy"_s);
    }

    int pick(int count) { return int(m_random() % unsigned(std::max(1, count))); }

    QString act(const QString& model)
    {
        switch (pick(12)) {
        case 0:
        case 1:
        case 2:
            return pressCommand();
        case 3:
            return pressKey();
        case 4:
        case 5:
        case 6:
            return click();
        case 7:
            return drag();
        case 8:
            return turnWheel();
        case 9:
            return resizeOrClose();
        case 10:
            return openSomething(model);
        default:
            return drop();
        }
    }

    QWidget* target()
    {
        if (auto* popup = QApplication::activePopupWidget())
            return popup;
        if (auto* modal = QApplication::activeModalWidget())
            return modal;
        return m_window.get();
    }
    /// A visible widget of what has the input, and a place in it.
    std::pair<QWidget*, QPoint> somewhere()
    {
        QWidget* top = target();
        const QPoint at(pick(top->width()), pick(top->height()));
        QWidget* under = top->childAt(at);
        return under ? std::pair(under, under->mapFrom(top, at)) : std::pair(top, at);
    }

    QString pressCommand()
    {
        const auto actions = m_window->actions();
        QAction* action = actions.at(pick(int(actions.size())));
        if (action->objectName() != u"quit"_s)
            action->trigger();
        return action->objectName();
    }
    QString pressKey()
    {
        constexpr Qt::Key kKeys[]{Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Return, Qt::Key_Space, Qt::Key_Left, Qt::Key_Right,
            Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_A, Qt::Key_5, Qt::Key_Delete, Qt::Key_Backtab,
            Qt::Key_BracketLeft, Qt::Key_Comma, Qt::Key_PageDown};
        const Qt::Key key = kKeys[pick(int(std::size(kKeys)))];
        QWidget* focus = target()->focusWidget() ? target()->focusWidget() : target();
        QTest::keyClick(focus, key, pick(5) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
        return u"key %1"_s.arg(int(key), 0, 16);
    }
    QString click()
    {
        const auto [widget, at] = somewhere();
        const QString name = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        const auto modifiers = pick(4) == 0 ? Qt::ShiftModifier : pick(6) == 0 ? Qt::ControlModifier : Qt::NoModifier;
        if (pick(6) == 0) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
            QApplication::sendEvent(widget, &event);
        } else if (pick(8) == 0) {
            QTest::mouseDClick(widget, Qt::LeftButton, modifiers, at);
        } else {
            QTest::mouseClick(widget, Qt::LeftButton, modifiers, at);
        }
        return u"click "_s + name;
    }
    QString drag()
    {
        const auto [widget, at] = somewhere();
        const QPointer<QWidget> alive(widget);
        const auto button = pick(4) == 0 ? Qt::MiddleButton : Qt::LeftButton;
        QTest::mousePress(widget, button, {}, at);
        QPoint place = at;
        for (int step = 0; alive && step < 4; ++step) {
            place += QPoint(pick(120) - 60, pick(120) - 60);
            QTest::mouseMove(alive, place);
        }
        if (alive)
            QTest::mouseRelease(alive, button, {}, place);
        return u"drag"_s;
    }
    QString turnWheel()
    {
        const auto [widget, at] = somewhere();
        QWheelEvent wheel(at, widget->mapToGlobal(QPointF(at)), {}, {0, pick(2) ? 120 : -120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &wheel);
        return u"wheel"_s;
    }
    QString resizeOrClose()
    {
        if (pick(2))
            closeAll();
        else
            m_window->resize(760 + pick(1200), 480 + pick(700));
        return u"size"_s;
    }
    QString openSomething(const QString& model)
    {
        const QStringList names{u"1.jpg"_s, u"2.png"_s, u"3.png"_s, u"4.jpg"_s, u"gone.png"_s};
        const QString name = names.at(pick(int(names.size())));
        if (pick(6) == 0)
            m_session->openModel(QStringList{m_folder.filePath(u"5.safetensors"_s), model, {}}.at(pick(3)));
        else
            m_session->openPicture(m_folder.filePath(name));
        return u"open "_s + name;
    }
    QString drop()
    {
        QMimeData data;
        const QStringList names{u"1.jpg"_s, u"3.png"_s, u"5.safetensors"_s, u"notes.txt"_s, u"."_s};
        data.setUrls({QUrl::fromLocalFile(m_folder.filePath(names.at(pick(int(names.size())))))});
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        if (pick(3) == 0) {
            QDragLeaveEvent leave;
            QApplication::sendEvent(m_window.get(), &leave);
            return u"drag over"_s;
        }
        QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
        return u"drop"_s;
    }
    void closeAll()
    {
        while (auto* popup = QApplication::activePopupWidget())
            popup->close();
        for (auto* dialog : m_window->findChildren<QDialog*>())
            if (dialog->isVisible())
                dialog->reject();
    }

    std::mt19937 m_random;
    QTemporaryDir m_folder;
    QTimer m_wayOut;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::MonkeyTest)
#include "monkey_test.moc"
