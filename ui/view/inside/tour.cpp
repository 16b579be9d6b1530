// ui/view/inside/tour.cpp
#include "ui/view/inside/tour.h"
#include "ui/view/theme/theme.h"
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
constexpr int kWidestText = 860;
}

Tour::Tour(QWidget* parent) : QWidget(parent), m_title(new QLabel), m_sentence(new QLabel), m_state(new QLabel)
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
    top->addWidget(m_title);
    top->addStretch(1);
    top->addWidget(m_state);
    column->addLayout(top);
    column->addWidget(m_sentence);
    hide();
}

void Tour::start(const QStringList& stations, const QString& first)
{
    if (stations.isEmpty())
        return;
    m_stations = stations;
    m_running = true;
    Q_EMIT runningChanged(true);
    show();
    m_timer.start();
    reach(std::max(0, static_cast<int>(stations.indexOf(first))));
}

void Tour::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_timer.stop();
    hide();
    Q_EMIT runningChanged(false);
}

void Tour::setPlaying(bool on)
{
    if (!m_running)
        return;
    if (on)
        m_timer.start();
    else
        m_timer.stop();
    showState();
}

void Tour::step(int by)
{
    const int next = static_cast<int>(m_stations.indexOf(m_station)) + by;
    if (next >= m_stations.size())
        return stop();
    reach(std::max(0, next));
}

void Tour::reach(int index)
{
    m_station = m_stations[index];
    showState();
    Q_EMIT stationReached(m_station);
}

void Tour::showState()
{
    const QString place = u"%1 / %2"_s.arg(m_stations.indexOf(m_station) + 1).arg(m_stations.size());
    m_state->setText(playing() ? tr("%1 · any key pauses, Esc ends").arg(place) : tr("%1 · paused: Space goes on, ↑ ↓ step, Esc ends").arg(place));
}

void Tour::setWords(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    if (playing())
        m_timer.start(std::max(kLeastMs, static_cast<int>(sentence.size()) * kMsPerLetter));
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
