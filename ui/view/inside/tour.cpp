// ui/view/inside/tour.cpp
#include "ui/view/inside/tour.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/key_hints.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kLeastMs = 3000;
constexpr int kMsPerLetter = 45; ///< a long sentence stays until it is read
constexpr int kLettersOfASign = 3; ///< a Chinese sentence has a third of the letters of the same one in English
constexpr int kWidestText = 860;

/// How long a sentence is to read, in letters.
int lettersToRead(const QString& sentence)
{
    const auto isSign = [](QChar c) { return c.script() == QChar::Script_Han; };
    const auto signs = std::count_if(sentence.begin(), sentence.end(), isSign);
    return static_cast<int>(sentence.size() + (kLettersOfASign - 1) * signs);
}
}

Tour::Tour(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_sentence(new QLabel), m_state(new QLabel), m_keys(new KeyHints)
{
    setObjectName(u"tour"_s);
    setAccessibleName(tr("Tour"));
    m_timer.setInterval(kLeastMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { step(1); });
    QFont title = boldFont(), sentence = bodyFont();
    title.setPixelSize(scaled(17));
    sentence.setPixelSize(scaled(15));
    m_title->setFont(title);
    m_sentence->setFont(sentence);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setMaximumWidth(scaled(kWidestText));
    m_state->setFont(smallFont());
    m_state->setProperty("tone", u"dim"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::large, metric::medium, metric::large, metric::medium);
    column->setSpacing(metric::tiny);
    auto* top = new QHBoxLayout;
    m_keys->setObjectName(u"tourKeys"_s);
    m_keys->setToolTip({});
    m_keys->unsetCursor();
    top->setSpacing(metric::medium);
    top->addWidget(m_title);
    top->addWidget(m_state);
    top->addWidget(m_keys, 1); // at the right
    column->addLayout(top);
    column->addWidget(m_sentence);
    hide();
}

QVector<Tour::Stop> Tour::stopsOf(const QStringList& stations, const QString& asksAt)
{
    QVector<Stop> stops;
    for (const QString& station : stations) {
        stops << Stop{station};
        if (station == asksAt)
            stops << Stop{station, Kind::Asks};
    }
    return stops << Stop{stations.back(), Kind::Closes};
}

void Tour::start(const QStringList& stations, const QString& asksAt)
{
    if (stations.isEmpty())
        return;
    m_stops = stopsOf(stations, asksAt);
    m_running = m_playing = true;
    Q_EMIT runningChanged(true);
    show();
    reach(0);
}

void Tour::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_timer.stop();
    hide();
    Q_EMIT runningChanged(false);
}

void Tour::setStations(const QStringList& stations, const QString& asksAt)
{
    if (!m_running || stations.isEmpty())
        return;
    const auto before = std::exchange(m_stops, stopsOf(stations, asksAt));
    qsizetype at = -1;
    for (qsizetype i = m_at; at < 0 && i >= 0; --i)
        at = m_stops.indexOf(before[i]);
    m_at = static_cast<int>(std::max<qsizetype>(0, at));
    showState();
}

void Tour::goTo(const QString& station)
{
    if (const auto at = m_stops.indexOf(Stop{station}); at >= 0)
        reach(static_cast<int>(at));
}

void Tour::setPlaying(bool on)
{
    if (!m_running)
        return;
    m_playing = on;
    if (on && !asks())
        m_timer.start();
    else
        m_timer.stop();
    showState();
}

void Tour::step(int by)
{
    if (m_at + by >= m_stops.size())
        return stop();
    reach(std::max(0, m_at + by));
}

void Tour::reach(int index)
{
    m_at = index;
    if (closes())
        m_playing = true; // whoever came here by keys does not have to send it away
    setPlaying(m_playing);
    Q_EMIT stationReached(station());
}

void Tour::showState()
{
    const auto tells = std::count_if(m_stops.begin(), m_stops.end(), [](const Stop& stop) { return stop.kind == Kind::Tells; });
    const auto told = std::count_if(m_stops.begin(), m_stops.begin() + m_at + 1, [](const Stop& stop) { return stop.kind == Kind::Tells; });
    const QString place = u"%1 / %2"_s.arg(told).arg(tells);
    m_state->setText(playing() ? place : tr("%1 · paused").arg(place));
    const KeyHint end{{u"Esc"_s}, tr("end")};
    if (asks())
        return m_keys->setHints({{{u"←"_s, u"↑"_s, u"↓"_s, u"→"_s}, tr("choose")}, {{u"Enter"_s}, tr("next")}, {{tr("Backspace")}, tr("back")}, end});
    if (closes())
        return m_keys->setHints({{{u"↑"_s}, tr("back")}, {{u"Enter"_s, u"Esc"_s}, tr("end")}});
    m_keys->setHints({{{u"Enter"_s}, tr("next")}, {{u"↑"_s}, tr("back")}, {{tr("Space")}, playing() ? tr("pause") : tr("go on")}, end});
}

void Tour::setWords(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_timer.setInterval(m_each > 0 ? m_each : std::max(kLeastMs, lettersToRead(sentence) * kMsPerLetter));
    if (playing() && !asks())
        m_timer.start();
}

void Tour::makeRoomFor(const QStringList& sentences, int width)
{
    m_sentences = sentences;
    keepHeight(width);
}

void Tour::keepHeight(int width)
{
    const QMargins around = layout()->contentsMargins();
    const int room = std::min(width - around.left() - around.right(), m_sentence->maximumWidth());
    int most = 0;
    for (const QString& sentence : std::as_const(m_sentences))
        most = std::max(most, m_sentence->fontMetrics().boundingRect(0, 0, std::max(1, room), 10000, Qt::TextWordWrap, sentence).height());
    m_sentence->setFixedHeight(most + 2);
}

void Tour::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        keepHeight(width());
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Theme& theme = Theme::current();
    p.fillRect(rect(), theme.raised);
    p.fillRect(QRect(0, 0, width(), 2), theme.accent);
}

}
