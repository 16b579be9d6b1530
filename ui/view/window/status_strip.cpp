// ui/view/window/status_strip.cpp: one quiet line.
#include "ui/view/window/status_strip.h"
#include "ui/adapter/texts.h"
#include "ui/state/model_library.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/thin_progress.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <utility>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kPatienceMs = 200;
}

StatusStrip::StatusStrip(Session* session, ModelLibrary* library, QWidget* parent)
    : QWidget(parent), m_session(session), m_library(library)
{
    setObjectName(u"statusStrip"_s);
    setProperty("surface", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_facts = new QLabel;
    m_facts->setObjectName(u"statusFacts"_s);
    m_facts->setProperty("tone", u"dim"_s);
    m_facts->setFont(smallFont());
    m_task = new QLabel;
    m_task->setObjectName(u"statusTask"_s);
    m_task->setFont(smallFont());
    m_progress = new ThinProgress;
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setFixedWidth(scaled(120));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Stops what is being computed; what is shown stays (Esc)"));
    m_cancel->setProperty("kind", u"flat"_s);
    m_cancel->setFont(smallFont());
    m_cancel->setStyleSheet(u"padding: 0px 6px; min-height: 0px;"_s);
    m_keys = new KeyHints;
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metric::medium, 2, metric::medium, 2);
    row->setSpacing(metric::medium);
    row->addWidget(buildPlace());
    row->addWidget(m_facts);
    row->addWidget(makeReload());
    row->addWidget(m_progress);
    row->addWidget(m_cancel); // before the words, which grow and shrink
    row->addWidget(m_task);
    m_fetches = makeFetches();
    row->addWidget(m_fetches);
    row->addStretch(1);
    row->addWidget(m_keys, 2);
    setFixedHeight(scaled(26));

    connect(m_patience, &QTimer::timeout, this, &StatusStrip::showBusy);
    connect(session, &Session::busyChanged, this, [this] {
        if (m_session->busy() == Session::Busy::Nothing) {
            m_patience->stop();
            showBusy();
        } else if (!m_patience->isActive() && m_task->isHidden()) {
            m_patience->start();
        } else if (!m_task->isHidden()) {
            showBusy();
        }
    });
    connect(session, &Session::progressed, this, &StatusStrip::showProgress);
    connect(session, &Session::analysisChanged, this, &StatusStrip::showFacts);
    connect(session, &Session::analysisChanged, this, &StatusStrip::showKeys);
    connect(&session->selection(), &Selection::mapChanged, this, &StatusStrip::showKeys);
    connect(session, &Session::analysisChanged, this, &StatusStrip::showPlace);
    connect(session, &Session::busyChanged, this, &StatusStrip::showPlace); // where it is heading
    connect(session, &Session::runChanged, this, &StatusStrip::showFacts);
    connect(session, &Session::mapChanged, this, &StatusStrip::showFacts);
    connect(&session->inside(), &InsideRun::changed, this, &StatusStrip::showFacts);
    connect(m_cancel, &QPushButton::clicked, this, &StatusStrip::cancelRequested);
    connect(m_keys, &KeyHints::pressed, this, &StatusStrip::keysRequested);
    connect(qApp, &QApplication::focusChanged, this, &StatusStrip::showKeys, Qt::QueuedConnection); // Tab's part in it
    showKeys();
    showFacts();
    showBusy();
    showPlace();
}

QWidget* StatusStrip::buildPlace()
{
    m_folder = new QWidget;
    m_place = new QLabel;
    m_place->setObjectName(u"folderPlace"_s);
    m_place->setProperty("tone", u"dim"_s);
    m_place->setFont(smallFont());
    const auto step = [this](const QString& text, const QString& name, const QString& says, int by) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAccessibleName(says);
        button->setToolTip(says);
        button->setProperty("kind", u"flat"_s);
        button->setFont(smallFont());
        button->setStyleSheet(u"padding: 0px 6px; min-height: 0px;"_s);
        connect(button, &QPushButton::clicked, this, [this, by] { Q_EMIT neighbourRequested(by); });
        return button;
    };
    m_back = step(u"‹"_s, u"previousPicture"_s, tr("Previous picture of the folder (Page Up)"), -1);
    m_forward = step(u"›"_s, u"nextPicture"_s, tr("Next picture of the folder (Page Down)"), 1);
    auto* row = new QHBoxLayout(m_folder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_back);
    row->addWidget(m_place);
    row->addWidget(m_forward);
    return m_folder;
}

void StatusStrip::showPlace()
{
    const Folder& folder = m_session->folder();
    m_folder->setVisible(m_session->analysis() && folder.count() > 1);
    const int place = m_session->folderPlace();
    m_place->setText(tr("%1 of %2").arg(place + 1).arg(folder.count()));
    m_back->setEnabled(place > 0);
    m_forward->setEnabled(place + 1 < folder.count());
}

/// Nothing is read again by itself: whoever works with the map on screen keeps it.
QWidget* StatusStrip::makeReload()
{
    m_reload = new QPushButton;
    m_reload->setObjectName(u"reloadButton"_s);
    m_reload->setProperty("kind", u"flat"_s);
    m_reload->setFont(smallFont());
    m_reload->setStyleSheet(u"padding: 0px 6px; min-height: 0px;"_s);
    m_reload->setToolTip(tr("Reads it again; what is chosen stays"));
    connect(m_reload, &QPushButton::clicked, m_session, &Session::reload);
    connect(&m_session->disk(), &DiskWatch::changed, this, &StatusStrip::showReload);
    showReload();
    return m_reload;
}

void StatusStrip::showReload()
{
    const DiskWatch& disk = m_session->disk();
    const auto analysis = m_session->analysis();
    const QString name = disk.modelChanged() ? modelTitle(*m_session->model())
        : disk.pictureChanged() && analysis  ? fromUtf8(analysis->name)
                                             : QString();
    m_reload->setVisible(!name.isEmpty());
    m_reload->setText(tr("%1 changed on disk · Reload").arg(name));
    m_reload->setAccessibleName(m_reload->text());
}

QWidget* StatusStrip::makeFetches()
{
    auto* fetches = new QWidget;
    auto* row = new QHBoxLayout(fetches);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::small);
    m_fetchText = new QPushButton;
    m_fetchText->setObjectName(u"fetchesButton"_s);
    m_fetchText->setProperty("kind", u"flat"_s);
    m_fetchText->setFont(smallFont());
    m_fetchText->setFocusPolicy(Qt::TabFocus);
    m_fetchText->setStyleSheet(u"padding: 0px 6px; min-height: 0px;"_s);
    m_fetchText->setToolTip(tr("Show the models"));
    m_fetched = new ThinProgress;
    m_fetched->setObjectName(u"fetchesProgress"_s);
    m_fetched->setAccessibleName(tr("Models that are fetched"));
    m_fetched->setFixedWidth(scaled(80));
    row->addWidget(m_fetchText);
    row->addWidget(m_fetched);
    fetches->hide();
    connect(m_fetchText, &QPushButton::clicked, this, &StatusStrip::modelsRequested);
    connect(m_library, &ModelLibrary::runningChanged, this, &StatusStrip::showFetches);
    return fetches;
}

/// "Fetching DeiT-tiny 45 %", "Fetching 3 models 45 %".
void StatusStrip::showFetches()
{
    const auto running = m_library->running();
    m_fetches->setVisible(running.count > 0);
    if (running.count == 0)
        return m_fetched->setIdle();
    const double share
        = running.total > 0 ? static_cast<double>(running.done) / static_cast<double>(running.total) : -1;
    QString text
        = running.count == 1 ? tr("Fetching %1").arg(running.title) : tr("Fetching %1 models").arg(running.count);
    if (share >= 0)
        text += u" · "_s + tr("%1 %").arg(static_cast<int>(100 * share));
    m_fetchText->setText(text);
    if (share >= 0)
        m_fetched->setFraction(std::min(1.0, share));
    else
        m_fetched->setUnknown();
}

void StatusStrip::setInside(bool inside)
{
    m_inside = inside;
    showKeys();
    showFacts();
}

void StatusStrip::setAsking(bool asking)
{
    if (std::exchange(m_asking, asking) != asking)
        showKeys();
}

void StatusStrip::setModels(bool models)
{
    m_models = models;
    showKeys();
}

void StatusStrip::setPointing(bool pointing)
{
    if (std::exchange(m_pointing, pointing) != pointing)
        showKeys();
}

/// Only what the method on screen can answer is promised.
QVector<KeyHint> StatusStrip::patchKeys() const
{
    QVector<KeyHint> hints{{{tr("click")}, tr("query")}, {{tr("drag")}, tr("region")}};
    if (m_session->selection().controls().inverse)
        hints << KeyHint{{u"Shift"_s, tr("click")}, tr("who looks here")};
    return hints << KeyHint{{tr("right click")}, tr("menu")} << KeyHint{{u"?"_s}, tr("keys")};
}

QVector<KeyHint> StatusStrip::headKeys() const
{
    return m_session->selection().shape().attends ? QVector<KeyHint>{{{u","_s, u"."_s}, tr("head")}} : QVector<KeyHint>{};
}

/// Networks of convolutions have places.
QString StatusStrip::followHint() const
{
    return m_session->selection().shape().attends ? tr("follow a patch") : tr("follow a place");
}

bool StatusStrip::offersCancel() const
{
    return !m_cancel->isHidden();
}

/// Whoever goes from control to control with Tab goes on so.
QVector<KeyHint> StatusStrip::withTab(QVector<KeyHint> hints, const QString& where) const
{
    if (!window()->testAttribute(Qt::WA_KeyboardFocusChange))
        hints << KeyHint{{u"Tab"_s}, where};
    return hints << KeyHint{{u"?"_s}, tr("keys")};
}

void StatusStrip::showKeys()
{
    if (m_models)
        return m_keys->setHints({{{u"↑"_s, u"↓"_s}, tr("choose")}, {{u"Enter"_s}, tr("open or fetch")},
            {{u"Esc"_s}, tr("back")}, {{u"F1"_s}, tr("guide")}});
    if (m_pointing && !m_inside && m_session->analysis() && m_session->selection().controls().query)
        return m_keys->setHints(patchKeys());
    if (m_inside && m_asking && m_session->analysis())
        m_keys->setHints(withTab({{{u"←"_s, u"↑"_s, u"↓"_s, u"→"_s}, tr("choose")}, {{u"Enter"_s}, tr("next")},
                                     {{tr("click")}, followHint()}},
            tr("map")));
    else if (m_inside && m_session->analysis())
        m_keys->setHints(withTab(QVector<KeyHint>{{{u"↑"_s, u"↓"_s}, tr("step")}, {{u"["_s, u"]"_s}, tr("block")}} + headKeys()
                + QVector<KeyHint>{{{tr("click")}, followHint()}},
            tr("map")));
    else if (!m_session->analysis())
        m_keys->setHints({{{u"Ctrl"_s, u"O"_s}, tr("open a picture")}, {{u"?"_s}, tr("keys")}});
    else
        m_keys->setHints(withTab(QVector<KeyHint>{{{u"["_s, u"]"_s}, tr("layer")}} + headKeys()
                + QVector<KeyHint>{{{u"H"_s}, tr("hide patches")}, {{u"T"_s}, tr("test")}},
            tr("inside")));
}

void StatusStrip::showFacts()
{
    const auto analysis = m_session->analysis();
    if (!analysis) {
        m_facts->setText({});
        m_facts->setToolTip({});
        return;
    }
    const auto& seen = analysis->geometry.picture();
    QString text = QStringLiteral("%1 · %2 × %3").arg(fromUtf8(analysis->name)).arg(seen.columns).arg(seen.rows);
    QStringList notes = pictureNotes(*analysis);
    for (QString& note : notes)
        note = capital(note);
    if (!notes.isEmpty())
        text += u" ⓘ"_s;
    m_facts->setToolTip(notes.join(u'\n'));
    text += QStringLiteral("     ") + tr("forward %1").arg(durationText(analysis->ms.forward));
    if (analysis->precision != "fp32")
        text += QStringLiteral(" · ") + fromUtf8(analysis->precision);
    if (m_inside && m_session->inside().blockMilliseconds() > 0)
        text += QStringLiteral("     ") + tr("one block again: %1").arg(durationText(m_session->inside().blockMilliseconds()));
    else if (m_session->shown())
        text += QStringLiteral("     ") + tr("map %1").arg(durationText(m_session->shown()->explanation.milliseconds));
    m_facts->setText(text);
}

QString StatusStrip::busyText(Session& session)
{
    switch (session.busy()) {
    case Session::Busy::Loading:
        return tr("Loading %1").arg(session.busyWith());
    case Session::Busy::Analysing:
        return tr("Running on %1").arg(session.busyWith());
    case Session::Busy::Intervening:
        return tr("Running with the changes");
    case Session::Busy::Explaining:
        return withoutGaps(tr("Computing %1").arg(methodLabel(session.selection().map().method)));
    case Session::Busy::Testing:
        return session.check().running() == FaithfulnessCheck::Running::Weights
            ? tr("Randomising the weights")
            : tr("Deleting and inserting patches");
    case Session::Busy::Nothing:
        break;
    }
    return {};
}

void StatusStrip::showBusy()
{
    const bool busy = m_session->busy() != Session::Busy::Nothing;
    if (!busy)
        m_sinceStart.invalidate();
    m_task->setText(busyText(*m_session));
    m_task->setVisible(busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_facts->setVisible(!busy);
    if (busy)
        m_progress->setUnknown();
    else
        m_progress->setIdle();
}

/// "12 of 576 · about 15 min", as soon as it can be told.
QString StatusStrip::patienceText(int done, int total)
{
    constexpr qint64 kWorthTelling = 3000; // ms
    if (done < m_lastDone || !m_sinceStart.isValid())
        m_sinceStart.start();
    m_lastDone = done;
    const qint64 spent = m_sinceStart.elapsed();
    if (done <= 0 || spent < kWorthTelling)
        return {};
    const double seconds = double(spent) / 1000 * (total - done) / done;
    const QString counted = tr("%1 of %2", "steps done").arg(done).arg(total);
    if (seconds < 2)
        return counted;
    const QString left = seconds < 90 ? tr("about %1 s").arg(qRound(seconds)) : tr("about %1 min").arg(qRound(seconds / 60));
    return counted + u" · "_s + left;
}

void StatusStrip::showProgress(const QString& stage, int done, int total)
{
    const QString patience = total > 0 ? patienceText(done, total) : QString();
    if (m_task->isHidden())
        return;
    const QString task = stage == u"reading" ? tr("Reading %1").arg(m_session->busyWith()) : busyText(*m_session);
    m_task->setText(task + (patience.isEmpty() ? QString() : QString(u" · "_s + patience)));
    if (total > 0)
        m_progress->setFraction(static_cast<double>(done) / total);
    else
        m_progress->setUnknown();
}

}
