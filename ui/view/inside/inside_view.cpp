// ui/view/inside/inside_view.cpp
#include "ui/view/inside/inside_view.h"
#include "ui/view/window/status_strip.h"
#include "ui/adapter/texts.h"
#include "ui/view/inside/card_widget.h"
#include "ui/view/inside/followed_panel.h"
#include "ui/view/inside/tour.h"
#include "ui/view/inside/way_panel.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include "ui/view/window/panel.h"
#include <QElapsedTimer>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QVariantAnimation>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kLeftWidth = 248, kRightWidth = 272, kWidest = 900, kGlideMs = 220;
constexpr int kRoomForRight = 1120; ///< of the page; narrower, the cards have it all
constexpr int kAbove = 16;
constexpr int kMakingMs = 5; ///< of a frame of 16
constexpr int kStayMs = 60;

/// The last card whose top is above this line is the one in view.
constexpr int kInView = 72;

}

InsideView::InsideView(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"insideView"_s);
    build();
    hear();
    refresh();
}

void InsideView::build()
{
    m_way = new WayPanel;
    auto* wayHolder = new QWidget;
    auto* wayColumn = new QVBoxLayout(wayHolder);
    wayColumn->setContentsMargins(metric::medium, metric::medium, metric::medium, metric::medium);
    wayColumn->addWidget(m_way);
    wayColumn->addStretch(1);
    m_left = scrollingPanel(wayHolder, kLeftWidth, u"insideLeft"_s);
    m_followed = new FollowedPanel;
    m_right = scrollingPanel(m_followed, kRightWidth, u"insideRight"_s);
    m_leftEdge = new PanelEdge(PanelEdge::Side::Left, m_left, tr("The way through (F2)"));
    m_leftEdge->setObjectName(u"insideLeftEdge"_s);
    m_rightEdge = new PanelEdge(PanelEdge::Side::Right, m_right, tr("Who is followed (F3)"));
    m_rightEdge->setObjectName(u"insideRightEdge"_s);

    m_column = new QWidget;
    auto* cards = new QVBoxLayout(m_column);
    cards->setContentsMargins(metric::large, metric::medium, metric::large, metric::large);
    cards->setSpacing(metric::medium);
    m_waiting = new QLabel;
    m_waiting->setObjectName(u"insideWaiting"_s);
    m_waiting->setProperty("tone", u"dim"_s);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMinimumHeight(scaled(200));
    cards->addWidget(m_waiting);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(u"insideCards"_s);
    m_scroll->setAccessibleName(tr("Steps"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_column->setMaximumWidth(scaled(kWidest) + 2 * metric::large); // in the middle of a wider page
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setWidget(m_column);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->installEventFilter(this);
    m_way->installEventFilter(this);
    m_left->installEventFilter(this);
    new OverlayScrollBar(m_scroll);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnStretch(1, 1);
    m_tour = new Tour(this);
    grid->addWidget(m_left, 0, 0, 2, 1);
    grid->addWidget(m_scroll, 0, 1);
    grid->addWidget(m_tour, 1, 1); // under the cards: it hides nothing of what it tells
    grid->addWidget(m_leftEdge, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_rightEdge, 0, 1, Qt::AlignRight);
    grid->addWidget(m_right, 0, 2, 2, 1);
    grid->setRowStretch(0, 1);
    m_glide = new QVariantAnimation(this);
    m_glide->setDuration(kGlideMs);
    m_glide->setEasingCurve(QEasingCurve::InOutCubic);
    m_idle.setSingleShot(true);
    m_second.setSingleShot(true);
}

void InsideView::hear()
{
    auto& run = m_session->inside();
    connect(&run, &InsideRun::changed, this, &InsideView::refresh);
    connect(&run, &InsideRun::endingsChanged, this, &InsideView::showEndings);
    connect(&m_session->selection(), &Selection::lookChanged, this, &InsideView::refresh);
    connect(m_session, &Session::busyChanged, this, [this] {
        if (!m_session->inside().subject())
            refresh();
    });
    connect(&m_idle, &QTimer::timeout, this, &InsideView::makeRest);
    connect(m_way, &WayPanel::stationChosen, this, &InsideView::showStation);
    connect(m_way, &WayPanel::blockChosen, this, [this](int block) { m_session->selection().setCurrentLayer(LayerIndex{block}); });
    connect(m_way, &WayPanel::headChosen, this, [this](int head) {
        m_session->selection().selectHead(m_session->selection().currentLayer(), HeadIndex{head});
    });
    connect(m_followed, &FollowedPanel::classTokenAsked, &m_session->selection(), &Selection::resetQuery);
    connect(m_followed, &FollowedPanel::layerChosen, this, [this](int layer) { m_session->selection().setCurrentLayer(LayerIndex{layer}); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &InsideView::makeShown);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &InsideView::markStation);
    connect(m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& at) { m_scroll->verticalScrollBar()->setValue(at.toInt()); });
    connect(m_glide, &QVariantAnimation::finished, this, [this] {
        m_jumping = false;
        markStation();
    });
    connect(m_tour, &Tour::stationReached, this, &InsideView::showStation);
    connect(this, &InsideView::stationChanged, this, [this] {
        const auto& subject = m_session->inside().subject();
        if (!subject || !m_tour->running())
            return;
        for (const auto& station : m_stations)
            if (station.id == m_tour->station())
                m_tour->setWords(station.title, inside::stationSentence(*subject, station.id));
    });
    connect(m_tour, &Tour::stationReached, this, [this] { m_second.start(m_tour->milliseconds() / 2); });
    connect(&m_second, &QTimer::timeout, this, &InsideView::lookAgain);
    connect(m_tour, &Tour::runningChanged, this, [this](bool on) {
        if (on)
            m_scroll->setFocus();
    });
}

void InsideView::refresh()
{
    const auto& subject = m_session->inside().subject();
    m_waiting->setVisible(!subject);
    for (QWidget* side : {m_left, m_right})
        side->setVisible(subject && (side == m_left ? m_leftEdge : m_rightEdge)->isChecked());
    m_leftEdge->setVisible(subject.has_value());
    m_rightEdge->setVisible(subject.has_value());
    if (!subject) {
        const bool testing = m_session->busy() == Session::Busy::Testing;
        m_waiting->setText(testing ? tr("Waiting for the test of the map: %1…").arg(StatusStrip::busyText(*m_session))
                : m_session->analysis() || m_session->changing() ? tr("The model is looking at the picture…")
                                                                 : tr("Open a picture, and follow it through the network step by step."));
        rebuild({});
        return;
    }
    m_stations = inside::stations(*subject);
    QStringList order;
    for (const auto& station : m_stations)
        order << station.id;
    if (order != m_order)
        rebuild(m_stations);
    m_stale = m_order;
    m_way->setStations(m_stations);
    const auto& changes = subject->analysis->interventions;
    const int layers = static_cast<int>(subject->pass->inputs.size());
    m_way->setBlocks(layers, subject->layer.value, changes.blocksOff);
    std::vector<int> off;
    for (const auto& head : changes.heads)
        if (head.layer == subject->layer && head.change == HeadChange::Off)
            off.push_back(head.head.value);
    m_way->setHeads(subject->hasAttention() ? subject->attention().heads : 0, subject->head.value, off);
    m_followed->showSubject(*subject);
    if (m_station.isEmpty())
        m_station = m_order.value(0);
    makeShown();
    // Who walks through blocks or heads sees each in the cards in view; the others are made when he stays.
    const bool sized = std::all_of(m_cards.cbegin(), m_cards.cend(), [](const CardWidget* card) { return card->layoutOfCard(); });
    m_idle.start(sized ? kStayMs : 0);
    markStation();
    if (m_tourWanted && isVisible()) {
        m_tourWanted = false;
        startTour();
    }
}

void InsideView::rebuild(const QVector<inside::Station>& stations)
{
    qDeleteAll(m_cards);
    delete std::exchange(m_tail, nullptr);
    m_cards.clear();
    m_order.clear();
    m_stale.clear();
    auto* column = static_cast<QVBoxLayout*>(m_column->layout());
    while (column->count() > 1) // the label stays
        delete column->takeAt(1);
    for (const auto& station : stations) {
        auto* card = new CardWidget(station.id);
        connect(card, &CardWidget::patchClicked, this, &InsideView::follow);
        connect(card, &CardWidget::tokenClicked, this, &InsideView::followToken);
        connect(card, &CardWidget::channelClicked, &m_session->inside(), &InsideRun::setChannel);
        connect(card, &CardWidget::menuRequested, this, [this, id = station.id](QPoint at) { Q_EMIT menuRequested(id, at); });
        column->addWidget(card);
        m_cards.insert(station.id, card);
        m_order << station.id;
    }
    m_tail = new QWidget;
    column->addWidget(m_tail);
    column->addStretch(1);
    placeTail();
    m_way->setStations(stations);
}

void InsideView::placeTail()
{
    if (!m_tail || m_order.isEmpty())
        return;
    const int last = m_cards[m_order.back()]->sizeHint().height();
    m_tail->setFixedHeight(std::max(0, m_scroll->viewport()->height() - last - scaled(2 * kAbove)));
}

bool InsideView::inView(const QString& id) const
{
    const int top = m_scroll->verticalScrollBar()->value(), bottom = top + m_scroll->viewport()->height();
    const QRect place = m_cards[id]->geometry();
    return id == m_station || (place.bottom() >= top && place.top() <= bottom);
}

void InsideView::makeShown()
{
    if (!isVisible())
        return;
    const QStringList stale = m_stale;
    for (const QString& id : stale)
        if (inView(id))
            make(id);
}

/// As many as fit into a part of a frame: a turn of the loop each would lay out and paint the window as often.
void InsideView::makeRest()
{
    if (m_stale.isEmpty() || !isVisible())
        return;
    makeShown();
    QElapsedTimer spent;
    spent.start();
    while (!m_stale.isEmpty() && spent.elapsed() < kMakingMs)
        make(m_stale.front());
    if (!m_stale.isEmpty())
        m_idle.start(0);
    else
        placeTail();
}

void InsideView::make(const QString& id)
{
    const auto& subject = m_session->inside().subject();
    if (!subject || !m_cards.contains(id))
        return;
    m_stale.removeAll(id);
    const auto card = inside::makeCard(*subject, id);
    m_cards[id]->setCard(card, {subject->followed.patch, subject->analysis->tokens.grid}, m_session->selection().look().look.colours);
    if (id == m_station)
        m_followed->showPaper(card.paper);
}

void InsideView::markStation()
{
    if (m_order.isEmpty() || m_jumping)
        return;
    const int line = m_scroll->verticalScrollBar()->value() + scaled(kInView);
    QString current = m_order.front();
    for (const QString& id : m_order)
        if (m_cards[id]->y() <= line)
            current = id;
    if (m_scroll->verticalScrollBar()->value() == 0)
        current = m_order.front();
    if (current != m_station) {
        m_station = current;
        m_followed->showPaper(m_cards[current]->layoutOfCard() ? m_cards[current]->layoutOfCard()->card().paper : QString());
    }
    showOnTheWay();
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setCurrent(it.key() == m_station);
    Q_EMIT stationChanged();
}

void InsideView::showStation(const QString& id)
{
    auto* target = m_cards.value(id);
    if (!target)
        return;
    m_column->layout()->activate();
    auto* bar = m_scroll->verticalScrollBar();
    const int to = std::clamp(target->y() - scaled(kAbove), bar->minimum(), bar->maximum());
    m_station = id;
    showOnTheWay();
    if (m_stale.contains(id))
        make(id);
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setCurrent(it.key() == id);
    if (target->layoutOfCard())
        m_followed->showPaper(target->layoutOfCard()->card().paper);
    glideTo(to);
    Q_EMIT stationChanged();
}

void InsideView::glideTo(int value)
{
    auto* bar = m_scroll->verticalScrollBar();
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

void InsideView::showOnTheWay()
{
    m_way->setCurrent(m_station);
    const QRect row = m_way->stationRect(m_station).toRect();
    if (auto* area = qobject_cast<QScrollArea*>(m_left); area && row.isValid()) {
        const QPoint middle = m_way->mapTo(area->widget(), row.center());
        area->ensureVisible(middle.x(), middle.y(), 0, 2 * row.height());
        area->horizontalScrollBar()->setValue(0);
    }
}

bool InsideView::showMore()
{
    const auto* card = currentCard();
    auto* bar = m_scroll->verticalScrollBar();
    if (!card)
        return false;
    const int at = m_glide->state() == QVariantAnimation::Running ? m_glide->endValue().toInt() : bar->value();
    const int room = m_scroll->viewport()->height(), last = card->geometry().bottom() + scaled(kAbove) - room;
    const int to = std::min({last, at + std::max(room / 2, room - scaled(kInView)), bar->maximum()});
    if (last - at <= scaled(kAbove) || to <= at)
        return false;
    glideTo(to);
    return true;
}

void InsideView::lookAgain()
{
    if (m_tour->playing())
        showMore();
}

void InsideView::stepStation(int by)
{
    if (by > 0 && showMore())
        return;
    const int at = static_cast<int>(m_order.indexOf(m_station));
    if (!m_order.isEmpty())
        showStation(m_order[std::clamp(at + by, 0, static_cast<int>(m_order.size()) - 1)]);
}

void InsideView::showEndings()
{
    const auto& run = m_session->inside();
    if (run.subject())
        m_followed->showEndings(*run.subject(), run.endingOfFollowed(), run.endingOfAll());
}

void InsideView::follow(Cell cell, GridSize grid)
{
    const GridSize input = m_session->selection().shape().tokens.grid;
    const auto middle = [](int index, int from, int to) { return std::clamp((2 * index + 1) * to / (2 * from), 0, to - 1); };
    m_session->selection().setQuery(Query::patch({middle(cell.row, grid.rows, input.rows), middle(cell.column, grid.columns, input.columns)}));
}

void InsideView::followToken(int token)
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

void InsideView::startTour()
{
    if (!m_session->inside().subject() || m_order.isEmpty()) {
        m_tourWanted = true;
        return;
    }
    QStringList sentences;
    for (const QString& id : std::as_const(m_order))
        sentences << inside::stationSentence(*m_session->inside().subject(), id);
    m_tour->makeRoomFor(sentences, m_scroll->width());
    m_tour->start(m_order, m_order.front());
}

bool InsideView::tourKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        m_tour->stop();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Right:
        m_tour->setPlaying(false);
        if (!showMore())
            m_tour->step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Left:
        m_tour->setPlaying(false);
        m_tour->step(-1);
        return true;
    default:
        m_tour->setPlaying(!m_tour->playing());
        return true;
    }
}

bool InsideView::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == m_way || watched == m_left) && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &InsideView::showOnTheWay, Qt::QueuedConnection); // when it is laid out
    if (watched != m_scroll || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride && event->type() != QEvent::Resize))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::Resize) {
        placeTail();
        return false;
    }
    auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (m_tour->running() && key->key() != Qt::Key_Tab)
            key->accept(); // to the tour, not to a command
        return false;
    }
    if (m_tour->running())
        return tourKey(key);
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        stepStation(key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    return false;
}

void InsideView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool room = width() >= scaled(kRoomForRight), hadRoom = event->oldSize().width() >= scaled(kRoomForRight);
    if (room != hadRoom || event->oldSize().width() <= 0)
        m_rightEdge->setChecked(room);
}

void InsideView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_idle.start(0);
    if (m_tourWanted && m_session->inside().subject()) {
        m_tourWanted = false;
        startTour();
    }
}

}
