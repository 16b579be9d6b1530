// ui/view/inside/inside_view.cpp
#include "ui/view/inside/inside_view.h"
#include "ui/view/window/status_strip.h"
#include "ui/adapter/texts.h"
#include "ui/view/inside/followed_panel.h"
#include "ui/view/inside/tour.h"
#include "ui/view/inside/way_panel.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/intervention_badge.h"
#include "ui/view/window/panel.h"
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kWayPanelWidth = 248, kFollowedWidth = 272;
constexpr int kSeenMs = 900; ///< a chosen patch is looked at before the tour goes on
constexpr int kRoomForRight = 1120; ///< of the page; narrower, the cards have it all

/// The tour's own keys; every other one is a command, as always.
bool isOfTour(int key)
{
    constexpr std::array keys{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_Escape};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The cards that show its patches, or places.
QString askedAt(const QStringList& order)
{
    return order.contains(u"patches"_s) ? u"patches"_s : order.front();
}

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
    m_left = scrollingPanel(wayHolder, kWayPanelWidth, u"insideLeft"_s);
    m_followed = new FollowedPanel;
    m_right = scrollingPanel(m_followed, kFollowedWidth, u"insideRight"_s);
    m_leftEdge = new PanelEdge(PanelEdge::Side::Left, m_left, tr("The way through (F2)"));
    m_leftEdge->setObjectName(u"insideLeftEdge"_s);
    m_rightEdge = new PanelEdge(PanelEdge::Side::Right, m_right, tr("Who is followed (F3)"));
    m_rightEdge->setObjectName(u"insideRightEdge"_s);

    m_cards = new CardColumn(m_session);
    connect(m_cards, &CardColumn::menuRequested, this, &InsideView::menuRequested);
    m_cards->installEventFilter(this);
    auto* badge = new InterventionBadge(m_session, m_cards, u"insideIntervention"_s);
    connect(badge, &InterventionBadge::takesRoom, m_cards, &CardColumn::setFoot);
    m_cards->setFoot(badge->isHidden() ? 0 : badge->height() + 6);
    m_way->installEventFilter(this);
    m_left->installEventFilter(this);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnStretch(1, 1);
    m_tour = new Tour(this);
    grid->addWidget(m_left, 0, 0, 2, 1);
    grid->addWidget(m_cards, 0, 1);
    grid->addWidget(m_tour, 1, 1); // under the cards: it hides nothing of what it tells
    grid->addWidget(m_leftEdge, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_rightEdge, 0, 1, Qt::AlignRight);
    grid->addWidget(m_right, 0, 2, 2, 1);
    grid->setRowStretch(0, 1);
    m_second.setSingleShot(true);
    m_seen.setSingleShot(true);
    m_seen.setInterval(kSeenMs);
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
    connect(m_way, &WayPanel::stationChosen, this, [this](const QString& id) {
        if (m_tour->running())
            m_tour->goTo(id);
        else
            m_cards->showStation(id);
    });
    connect(m_way, &WayPanel::blockChosen, this, [this](int block) { m_session->selection().setCurrentLayer(LayerIndex{block}); });
    connect(m_way, &WayPanel::headChosen, this, [this](int head) {
        m_session->inside().showHead(HeadIndex{head});
    });
    connect(m_followed, &FollowedPanel::classTokenAsked, &m_session->selection(), &Selection::resetQuery);
    connect(m_followed, &FollowedPanel::layerChosen, this, [this](int layer) { m_session->selection().setCurrentLayer(LayerIndex{layer}); });
    connect(m_cards, &CardColumn::stationChanged, this, &InsideView::showStationBeside);
    connect(m_tour, &Tour::stationReached, m_cards, &CardColumn::showStation);
    connect(m_tour, &Tour::stationReached, this, [this] {
        m_second.start(m_tour->milliseconds() / 2);
        m_seen.stop();
    });
    connect(m_cards, &CardColumn::patchChosen, this, [this] {
        if (m_tour->asks())
            m_seen.start();
    });
    connect(&m_seen, &QTimer::timeout, this, [this] {
        if (m_tour->asks())
            m_tour->step(1);
    });
    connect(&m_second, &QTimer::timeout, this, &InsideView::lookAgain);
    connect(m_tour, &Tour::runningChanged, this, [this](bool on) {
        if (on)
            m_cards->setFocus();
        else
            m_cards->setAskedAt({});
    });
}

QString InsideView::waitingWords() const
{
    if (m_session->busy() == Session::Busy::Testing)
        return tr("Waiting for the test of the map: %1…").arg(StatusStrip::busyText(*m_session));
    return m_session->analysis() || m_session->changing() ? tr("The model is looking at the picture…")
                                                          : tr("Open a picture, and follow it through the network step by step.");
}

void InsideView::refresh()
{
    const auto& subject = m_session->inside().subject();
    for (PanelEdge* edge : {m_leftEdge, m_rightEdge})
        edge->setAway(m_presenting || !subject);
    if (!subject) {
        m_stations.clear();
        m_way->setStations({});
        return m_cards->showWords(waitingWords());
    }
    m_stations = inside::stations(*subject);
    QStringList order;
    for (const auto& station : std::as_const(m_stations))
        order << station.id;
    showPanels();
    if (order != m_cards->order())
        m_tour->setStations(order, askedAt(order));
    m_cards->renew(order);
    if (m_tourWanted && isVisible()) {
        m_tourWanted = false;
        startTour();
    }
}

void InsideView::setPresenting(bool on)
{
    m_presenting = on;
    refresh();
}

void InsideView::showPanels()
{
    const auto& subject = *m_session->inside().subject();
    m_way->setStations(m_stations);
    const auto& changes = subject.analysis->interventions;
    m_way->setBlocks(static_cast<int>(subject.pass->inputs.size()), subject.layer.value, changes.blocksOff);
    std::vector<int> off;
    for (const auto& head : changes.heads)
        if (head.layer == subject.layer && head.change == HeadChange::Off)
            off.push_back(head.head.value);
    m_way->setHeads(subject.hasAttention() ? subject.attention().heads : 0, subject.head.value, off);
    m_followed->showSubject(subject);
}

void InsideView::showStationBeside()
{
    showOnTheWay();
    m_followed->showPaper(m_cards->paper());
    if (m_session->inside().subject() && m_tour->running())
        tellStation();
    Q_EMIT stationChanged();
}

void InsideView::tellStation()
{
    const auto& subject = *m_session->inside().subject();
    m_cards->setAskedAt(m_tour->asks() ? m_tour->station() : QString());
    if (m_tour->asks())
        return m_tour->setWords(tr("Your turn"), inside::askingSentence(subject));
    if (m_tour->closes())
        return m_tour->setWords(tr("That was the way through"), inside::closingSentence(subject));
    for (const auto& each : std::as_const(m_stations))
        if (each.id == m_tour->station())
            m_tour->setWords(each.title, inside::stationSentence(subject, each.id));
}

void InsideView::showOnTheWay()
{
    m_way->setCurrent(station());
    const QRect row = m_way->stationRect(station()).toRect();
    if (auto* area = qobject_cast<QScrollArea*>(m_left); area && row.isValid()) {
        const QPoint middle = m_way->mapTo(area->widget(), row.center());
        area->ensureVisible(middle.x(), middle.y(), 0, 2 * row.height());
        area->horizontalScrollBar()->setValue(0);
    }
}

void InsideView::lookAgain()
{
    if (m_tour->playing() && !m_tour->asks())
        m_cards->showMore();
}

void InsideView::showEndings()
{
    const auto& run = m_session->inside();
    if (run.subject())
        m_followed->showEndings(*run.subject(), run.endingOfFollowed(), run.endingOfAll());
}

void InsideView::startTour()
{
    if (!m_session->inside().subject() || m_stations.isEmpty()) {
        m_tourWanted = true;
        return;
    }
    const auto& subject = *m_session->inside().subject();
    const QStringList& order = m_cards->order();
    QStringList sentences{inside::askingSentence(subject), inside::closingSentence(subject)};
    for (const QString& id : order)
        sentences << inside::stationSentence(subject, id);
    m_tour->makeRoomFor(sentences, m_cards->width());
    m_tour->start(order, askedAt(order));
}

void InsideView::movePatch(int rows, int columns)
{
    const auto& subject = *m_session->inside().subject();
    const GridSize grid = subject.analysis->tokens.grid;
    Cell cell = subject.patchShown();
    if (subject.followed.patch)
        cell = {std::clamp(cell.row + rows, 0, grid.rows - 1), std::clamp(cell.column + columns, 0, grid.columns - 1)};
    m_session->selection().setQuery(Query::patch(cell));
}

bool InsideView::askKey(const QKeyEvent& event)
{
    m_seen.stop(); // whoever chooses by keys says when it is done
    switch (event.key()) {
    case Qt::Key_Left:
        return movePatch(0, -1), true;
    case Qt::Key_Right:
        return movePatch(0, 1), true;
    case Qt::Key_Up:
        return movePatch(-1, 0), true;
    case Qt::Key_Down:
        return movePatch(1, 0), true;
    case Qt::Key_Backspace: // the arrows choose here
        return m_tour->step(-1), true;
    default: // Return, Enter, Space
        takeOutlined();
        return m_tour->step(1), true;
    }
}

/// Whoever goes on without choosing has agreed to the patch that is outlined: the tour said that it follows it.
void InsideView::takeOutlined()
{
    const auto& subject = *m_session->inside().subject();
    if (!subject.followed.patch)
        m_session->selection().setQuery(Query::patch(subject.patchShown()));
}

bool InsideView::tourKey(QKeyEvent* event)
{
    if (m_tour->asks() && event->key() != Qt::Key_Escape)
        return askKey(*event);
    switch (event->key()) {
    case Qt::Key_Escape:
        m_tour->stop();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Right:
        m_tour->setPlaying(false);
        if (!m_cards->showMore())
            m_tour->step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Left:
    case Qt::Key_Backspace:
        m_tour->setPlaying(false);
        m_tour->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: // goes on at every step, as where a patch is asked for
        m_tour->step(1);
        return true;
    default: // Space
        m_tour->setPlaying(!m_tour->playing());
        return true;
    }
}

bool InsideView::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == m_way || watched == m_left) && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &InsideView::showOnTheWay, Qt::QueuedConnection); // when it is laid out
    if (watched != m_cards || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool toTour = m_tour->running() && isOfTour(key->key());
    if (event->type() == QEvent::ShortcutOverride) {
        if (toTour)
            key->accept(); // not to a command
        return false;
    }
    if (toTour)
        return tourKey(key);
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        m_cards->stepStation(key->key() == Qt::Key_Down ? 1 : -1);
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
    if (m_tourWanted && m_session->inside().subject()) {
        m_tourWanted = false;
        startTour();
    }
}

}
