// tests/bench/inside/main.cpp: what Inside costs: another block, head and token, every card, and scrolling through them.
#include "tests/bench/inside/event_watch.h"
#include "core/base/stopwatch.h"
#include "core/engine/engine.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/inside/steps_of_engine.h"
#include "ui/state/session.h"
#include "ui/state/settings.h"
#include "ui/view/inside/card_widget.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/theme/motion.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/main_window.h"
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <functional>

using namespace patchlight;

namespace
{

constexpr int kTimes = 24;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Turns the loop until it holds. Sleeps between events: at real-time priority a loop that polls would leave the
/// engine's threads no processor.
void until(const std::function<bool()>& holds)
{
    while (!holds())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// What still comes within this time.
void settle(int milliseconds)
{
    bool over = false;
    QTimer::singleShot(milliseconds, qApp, [&over] { over = true; });
    until([&over] { return over; });
}

void printLongest(const char* what, const QMap<QString, EventWatch::Spent>& spent, int count)
{
    QVector<std::pair<double, QString>> sorted;
    for (auto it = spent.cbegin(); it != spent.cend(); ++it)
        sorted << std::pair{it->longest, it.key()};
    std::sort(sorted.rbegin(), sorted.rend());
    for (int i = 0; i < std::min<int>(count, sorted.size()); ++i) {
        const auto& one = spent[sorted[i].second];
        std::printf("    %s %-44s longest %6.2f ms, mean %6.2f, %d times\n", what, qPrintable(sorted[i].second), one.longest, one.sum / one.times, one.times);
    }
}

struct Bench {
    EventWatch& watch;
    Session& session;
    InsideView& view;

    /// `change` once and again; until the cards on screen are right, and until all are.
    void changes(const char* what, const std::function<void(int)>& change, const std::function<bool(int)>& there)
    {
        std::vector<double> first, all, spent;
        watch.forget();
        double window = 0;
        for (int i = 0; i < kTimes; ++i) {
            const Stopwatch clock;
            const double before = processMilliseconds(), own = threadMilliseconds();
            change(i);
            until([&] { return there(i); });
            first.push_back(clock.milliseconds());
            until([&] { return view.complete(); });
            all.push_back(clock.milliseconds());
            window += threadMilliseconds() - own;
            spent.push_back(processMilliseconds() - before);
            settle(40); // the endings come, and what is left to paint
        }
        std::printf("%s: card in view right after %.2f ms (worst %.2f), all cards after %.2f; processor time %.2f; of the window's thread %.2f; its longest event %.2f\n",
            what, median(first), *std::max_element(first.begin(), first.end()), median(all), median(spent), window / kTimes, watch.longest());
        printLongest("", watch.events(), 7);
        printLongest("paint", watch.paints(), 6);
    }

    void scroll(const char* what)
    {
        auto* bar = view.findChild<QScrollArea*>(QStringLiteral("insideCards"))->verticalScrollBar();
        watch.forget();
        std::vector<double> frames;
        for (int at = 0; at <= bar->maximum(); at += 40) {
            const double before = threadMilliseconds();
            bar->setValue(at);
            QCoreApplication::processEvents();
            frames.push_back(threadMilliseconds() - before);
        }
        std::printf("scrolling through all cards, 40 pixels a frame, %s: %d frames, median %.2f ms, longest %.2f\n", what, int(frames.size()),
            median(frames), *std::max_element(frames.begin(), frames.end()));
        printLongest("paint", watch.paints(), 6);
        bar->setValue(0);
        settle(40);
    }

    /// Making, laying out and painting each card once more.
    void cards()
    {
        const auto& subject = *session.inside().subject();
        double made = 0, laid = 0, painted = 0;
        for (const auto& station : inside::stations(subject)) {
            auto* card = view.card(station.id);
            const double start = threadMilliseconds();
            inside::Card values;
            for (int i = 0; i < 10; ++i)
                values = inside::makeCard(subject, station.id);
            const double making = threadMilliseconds();
            for (int i = 0; i < 10; ++i)
                card->setCard(values, {subject.followed.patch, subject.analysis->tokens.grid}, ColourMap::Inferno);
            const double laying = threadMilliseconds();
            QPixmap pixels(card->size());
            for (int i = 0; i < 10; ++i) {
                QPainter p(&pixels);
                card->paintOn(p);
            }
            const double end = threadMilliseconds();
            std::printf("  card %-12s made %5.2f ms, laid out %5.2f, painted %5.2f\n", qPrintable(station.id), (making - start) / 10, (laying - making) / 10, (end - laying) / 10);
            made += (making - start) / 10;
            laid += (laying - making) / 10;
            painted += (end - laying) / 10;
        }
        std::printf("  all together: made %.2f ms, laid out %.2f, painted %.2f\n", made, laid, painted);
    }
};

void engine(const char* model, const char* picture)
{
    Engine engine;
    const RunContext run;
    if (!engine.load({.path = model, .overrides = {}}, run))
        std::exit(1);
    const auto analysis = engine.analyse({picture, {}, {}}, run);
    if (!analysis)
        std::exit(1);
    const auto pass = inside::wholeRun(engine, *analysis, true, LayerIndex{0}, run);
    if (!pass)
        std::exit(1);
    std::vector<double> block, ending, spent;
    const int layers = static_cast<int>(pass->pass->inputs.size());
    for (int i = 0; i < kTimes; ++i) {
        const Stopwatch clock;
        const double before = processMilliseconds();
        const auto one = inside::oneBlock(engine, **analysis, *pass->pass, LayerIndex{i % layers}, run);
        block.push_back(clock.milliseconds());
        spent.push_back(processMilliseconds() - before);
        const Stopwatch second;
        const auto two = inside::endings(engine, **analysis, *pass->pass, LayerIndex{i % layers}, 0, run);
        ending.push_back(second.milliseconds());
    }
    std::printf("engine: one block again %.2f ms (processor time %.2f), what the head says after it %.2f\n", median(block), median(spent), median(ending));
}

}

int main(int argc, char** argv)
{
    EventWatch watch(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc < 3)
        return std::puts("bench_inside MODEL PICTURE"), 2;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("patchlight-bench"));
    engine(argv[1], argv[2]);
    applyTheme(watch, ThemeKind::Dark);
    setReducedMotion(true);
    Settings settings;
    Session session(coreEngine(std::nullopt), &settings);
    Dialogs dialogs;
    MainWindow window(&session, &settings, &dialogs);
    window.resize(1440, 900);
    window.show();
    session.openModel(QString::fromLocal8Bit(argv[1]));
    session.openPicture(QString::fromLocal8Bit(argv[2]));
    window.setInside(true);
    auto& view = *window.insideView();
    until([&] { return view.complete(); });
    Bench bench{watch, session, view};
    auto& selection = session.selection();
    const int layers = static_cast<int>(session.inside().subject()->pass->inputs.size());
    const auto grid = session.analysis()->tokens.grid;
    const auto made = [&view] { return view.currentCard() && view.upToDate(view.station()); };
    for (const char* station : {"picture", "scores"}) {
        view.showStation(QString::fromLatin1(station));
        until([&] { return view.complete(); });
        std::printf("\nwith the card %s in view\n", station);
        bench.changes("another block", [&](int i) { selection.setCurrentLayer(LayerIndex{i % layers}); },
            [&](int i) { return session.inside().subject()->layer.value == i % layers && made(); });
        const int heads = session.inside().subject()->hasAttention() ? session.inside().subject()->attention().heads : 1;
        bench.changes("another head", [&](int i) { selection.selectHead(selection.currentLayer(), HeadIndex{i % heads}); }, [&](int) { return made(); });
        bench.changes("another token", [&](int i) { selection.setQuery(Query::patch({i % grid.rows, (2 * i) % grid.columns})); },
            [&](int) { return made(); });
    }
    std::puts("");
    selection.setQuery(Query::patch({1, 1}));
    until([&] { return view.complete(); });
    bench.scroll("painted for the first time");
    bench.scroll("painted before");
    bench.cards();
    return 0;
}
