// ui/view/inside/card_column.cpp
#include "ui/view/inside/card_column.h"
#include "ui/adapter/inside/cards.h"
#include "ui/view/inside/card_widget.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QVariantAnimation>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kWidestCard = 900, kGlideMs = 220;
constexpr int kAboveCard = 16;
constexpr int kKeepingMs = 60; ///< in which layouts settle
constexpr int kMakingMs = 5; ///< of a frame of 16

/// The last card whose top is above this line is the one in view.
constexpr int kInView = 72;

}

CardColumn::CardColumn(Session* session, QWidget* parent) : QScrollArea(parent), m_session(session)
{
    setObjectName(u"insideCards"_s);
    setAccessibleName(tr("Steps"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_column = new QWidget;
    auto* cards = new QVBoxLayout(m_column);
    cards->setContentsMargins(metric::large, metric::medium, metric::large, metric::large);
    cards->setSpacing(metric::medium);
    m_words = new QLabel;
    m_words->setObjectName(u"insideWaiting"_s);
    m_words->setProperty("tone", u"dim"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(scaled(200));
    cards->addWidget(m_words);
    m_column->setMaximumWidth(scaled(kWidestCard) + 2 * metric::large); // in the middle of a wider page
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setWidget(m_column);
    new OverlayScrollBar(this);
    m_glide = new QVariantAnimation(this);
    m_glide->setDuration(kGlideMs);
    m_glide->setEasingCurve(QEasingCurve::InOutCubic);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &CardColumn::makeRest);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CardColumn::forgetPointer);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CardColumn::makeShown);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CardColumn::markStation);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &CardColumn::restorePlace);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_kept.reset(); }); // somebody scrolls
    m_keeping.setSingleShot(true);
    connect(&m_keeping, &QTimer::timeout, this, [this] {
        restorePlace();
        m_kept.reset();
        markStation();
    });
    connect(m_glide, &QVariantAnimation::valueChanged, this,
        [this](const QVariant& at) { verticalScrollBar()->setValue(at.toInt()); });
    connect(m_glide, &QVariantAnimation::finished, this, [this] {
        m_jumping = false;
        markStation();
    });
}

QString CardColumn::paper() const
{
    const auto* shown = card(m_station);
    return shown && shown->layoutOfCard() ? shown->layoutOfCard()->card().paper : QString();
}

void CardColumn::showWords(const QString& words)
{
    m_words->setText(words);
    m_words->show();
    rebuild({});
}

void CardColumn::forgetPointer()
{
    for (auto* card : std::as_const(m_cards))
        card->forgetPointer();
}

void CardColumn::renew(const QStringList& order)
{
    m_words->hide();
    forgetPointer();
    const QString station = stationAmong(order);
    const bool another = station != std::exchange(m_station, station);
    if (order != m_order)
        rebuild(order);
    m_stale = m_order;
    keepInPlace(m_cards.contains(m_clicked) ? m_clicked : m_station);
    if (another && m_kept) // its top may be out of view
        m_kept->top = scaled(kAboveCard);
    m_clicked.clear();
    makeShown();
    m_idle.start(0); // once what is in view is painted
    markStation();
}

QString CardColumn::stationAmong(const QStringList& order) const
{
    for (auto at = m_order.indexOf(m_station); at >= 0; --at)
        if (order.contains(m_order[at]))
            return m_order[at];
    return order.value(0);
}

CardWidget* CardColumn::newCard(const QString& id)
{
    auto* card = new CardWidget(id);
    card->installEventFilter(this);
    connect(card, &CardWidget::clicked, this, [this, id] { m_clicked = id; }); // before what it does
    connect(card, &CardWidget::patchClicked, this, &CardColumn::follow);
    connect(card, &CardWidget::tokenClicked, this, &CardColumn::followToken);
    connect(card, &CardWidget::pairClicked, &m_session->inside(), &InsideRun::setPair);
    connect(card, &CardWidget::channelClicked, &m_session->inside(), &InsideRun::setChannel);
    connect(card, &CardWidget::menuRequested, this,
        [this, id](QPoint at, int token) { Q_EMIT menuRequested(id, at, token); });
    return card;
}

/// Cards that both orders have stay: their places and heights are those by which the station is kept in view.
void CardColumn::rebuild(const QStringList& order)
{
    delete std::exchange(m_tail, nullptr);
    const auto before = std::exchange(m_cards, {});
    m_order = order;
    m_stale.clear();
    auto* column = static_cast<QVBoxLayout*>(m_column->layout());
    while (column->count() > 1) // the words stay
        delete column->takeAt(1);
    for (const QString& id : order) {
        auto* card = before.contains(id) ? before[id] : newCard(id);
        column->addWidget(card);
        m_cards.insert(id, card);
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        if (!m_cards.contains(it.key()))
            delete it.value();
    m_tail = new QWidget;
    column->addWidget(m_tail);
    column->addStretch(1);
    placeTail();
}

void CardColumn::placeTail()
{
    if (!m_tail || m_order.isEmpty())
        return;
    const int last = m_cards[m_order.back()]->sizeHint().height();
    m_tail->setFixedHeight(std::max(0, viewport()->height() - last - scaled(2 * kAboveCard)));
}

/// Cards are made before they are given their width, and get their height with it: what is under the last one follows.
bool CardColumn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && !m_order.isEmpty() && watched == m_cards.value(m_order.back()))
        placeTail();
    return QScrollArea::eventFilter(watched, event);
}

void CardColumn::setFoot(int height)
{
    if (viewportMargins().bottom() != height)
        setViewportMargins(0, 0, 0, height);
}

void CardColumn::settle()
{
    m_column->layout()->activate();
    placeTail();
    QEvent request(QEvent::LayoutRequest);
    QScrollArea::event(&request);
}

bool CardColumn::inView(const QString& id) const
{
    const int top = verticalScrollBar()->value(), bottom = top + viewport()->height();
    const QRect place = m_cards[id]->geometry();
    return id == m_station || (place.bottom() >= top && place.top() <= bottom);
}

void CardColumn::makeShown()
{
    if (!isVisible())
        return;
    const QStringList stale = m_stale;
    for (const QString& id : stale)
        if (inView(id))
            make(id);
}

/// As many as fit into a part of a frame: a turn of the loop each would lay out and paint the window as often.
void CardColumn::makeRest()
{
    if (m_stale.isEmpty() || !isVisible())
        return;
    const bool current = m_stale.contains(m_station);
    makeShown();
    if (current)
        markCurrent();
    QElapsedTimer spent;
    spent.start();
    while (!m_stale.isEmpty() && spent.elapsed() < kMakingMs)
        make(m_stale.takeFirst()); // not by reference: make() changes the list
    if (m_kept)
        m_keeping.start(kKeepingMs);
    if (!m_stale.isEmpty())
        m_idle.start(0);
    else
        placeTail();
}

void CardColumn::make(const QString& id)
{
    const auto& subject = m_session->inside().subject();
    if (!subject || !m_cards.contains(id))
        return;
    m_stale.removeAll(id);
    FollowedMark mark{subject->followed.patch, inside::markedGrid(*subject, id)};
    if (mark.patch) {
        const int cell = subject->rowOn(mark.grid) - subject->prefix();
        mark.patch = Cell{cell / mark.grid.columns, cell % mark.grid.columns};
    }
    m_cards[id]->setCard(inside::makeCard(*subject, id), mark, m_session->selection().look().look.colours);
}

void CardColumn::markStation()
{
    if (m_order.isEmpty() || m_jumping || m_kept)
        return;
    const int line = verticalScrollBar()->value() + scaled(kInView);
    m_station = m_order.front();
    if (verticalScrollBar()->value() > 0)
        for (const QString& id : std::as_const(m_order))
            if (m_cards[id]->y() <= line)
                m_station = id;
    markCurrent();
}

void CardColumn::markCurrent()
{
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setCurrent(it.key() == m_station);
    Q_EMIT stationChanged();
}

void CardColumn::showStation(const QString& id)
{
    auto* target = card(id);
    if (!target)
        return;
    m_kept.reset();
    m_station = id;
    if (m_stale.contains(id))
        make(id);
    settle();
    auto* bar = verticalScrollBar();
    const int to = std::clamp(target->y() - scaled(kAboveCard), bar->minimum(), bar->maximum());
    markCurrent();
    glideTo(to);
}

void CardColumn::setAskedAt(const QString& id)
{
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setAsked(it.key() == id);
}

void CardColumn::stepStation(int by)
{
    if (by > 0 && showMore())
        return;
    const int at = static_cast<int>(m_order.indexOf(m_station));
    if (!m_order.isEmpty())
        showStation(m_order[std::clamp(at + by, 0, static_cast<int>(m_order.size()) - 1)]);
}

bool CardColumn::showMore()
{
    const auto* shown = card(m_station);
    auto* bar = verticalScrollBar();
    if (!shown)
        return false;
    const int at = m_glide->state() == QVariantAnimation::Running ? m_glide->endValue().toInt() : bar->value();
    const int room = viewport()->height(), last = shown->geometry().bottom() + scaled(kAboveCard) - room;
    const int to = std::min({last, at + std::max(room / 2, room - scaled(kInView)), bar->maximum()});
    if (last - at <= scaled(kAboveCard) || to <= at)
        return false;
    glideTo(to);
    return true;
}

void CardColumn::glideTo(int value)
{
    auto* bar = verticalScrollBar();
    m_glide->stop();
    m_jumping = true;
    if (reducedMotion() || !isVisible()) {
        bar->setValue(value);
        m_jumping = false;
        return;
    }
    m_glide->setStartValue(bar->value());
    m_glide->setEndValue(value);
    m_glide->start();
}

void CardColumn::follow(Cell cell, GridSize grid)
{
    const GridSize input = m_session->selection().shape().tokens.grid;
    const auto middle
        = [](int index, int from, int to) { return std::clamp((2 * index + 1) * to / (2 * from), 0, to - 1); };
    m_session->selection().setQuery(
        Query::patch({middle(cell.row, grid.rows, input.rows), middle(cell.column, grid.columns, input.columns)}));
    Q_EMIT patchChosen();
}

void CardColumn::followToken(int token)
{
    const auto& tokens = m_session->selection().shape().tokens;
    auto& selection = m_session->selection();
    if (token >= tokens.prefix()) {
        const int cell = token - tokens.prefix();
        return selection.setQuery(Query::patch({cell / tokens.grid.columns, cell % tokens.grid.columns}));
    }
    if (tokens.classToken && token == 0)
        return selection.resetQuery();
    if (tokens.distillationToken && token == tokens.distillation().value)
        return selection.setQuery({Query::Kind::Distillation, 0, {}, false});
    selection.setQuery({Query::Kind::Register, token - tokens.registerToken(0).value, {}, false});
}

/// Cards above it grow and shrink, and the bar is cut to what there is, turn by turn: without this a row would go from
/// under the pointer that clicked it, and the last card from the upper edge when the tour's bar goes.
void CardColumn::keepInPlace(const QString& id)
{
    const auto* shown = card(id);
    const int scrolled = verticalScrollBar()->value();
    if (!shown || !isVisible() || scrolled == 0 || m_glide->state() == QVariantAnimation::Running)
        return;
    if (!m_kept || m_kept->card != id)
        m_kept = {id, shown->y() - scrolled};
    m_keeping.start(kKeepingMs);
}

/// While nobody looked the choices may have become others, and with them all cards' heights: the station that was in view
/// stays where it was; where it is another itself, its title is to be read.
void CardColumn::keepOnShowing()
{
    auto* shown = card(m_station);
    const int scrolled = verticalScrollBar()->value(), height = shown ? shown->height() : 0;
    if (!shown || scrolled == 0 || m_stale.isEmpty())
        return;
    make(m_station);
    m_kept = {m_station, shown->sizeHint().height() == height ? shown->y() - scrolled : scaled(kAboveCard)};
    m_keeping.start(kKeepingMs);
}

void CardColumn::restorePlace()
{
    if (const auto* kept = m_kept ? card(m_kept->card) : nullptr)
        verticalScrollBar()->setValue(kept->y() - m_kept->top);
}

void CardColumn::resizeEvent(QResizeEvent* event)
{
    keepInPlace(m_station);
    QScrollArea::resizeEvent(event);
    placeTail();
    restorePlace();
}

void CardColumn::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    keepOnShowing();
    m_idle.start(0);
}

}
