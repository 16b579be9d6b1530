// ui/view/inside/inside_view.h: the way through at the left, the cards in the middle, who is followed at the right.
#pragma once
#include "ui/state/session.h"
#include <QHash>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVariantAnimation;

namespace patchlight
{
class CardWidget;
class FollowedPanel;
class PanelEdge;
class Tour;
class WayPanel;

class InsideView : public QWidget
{
    Q_OBJECT
public:
    explicit InsideView(Session* session, QWidget* parent = nullptr);

    /// The station in view.
    const QString& station() const { return m_station; }
    void showStation(const QString& id);
    void stepStation(int by);
    CardWidget* card(const QString& id) const { return m_cards.value(id); }
    CardWidget* currentCard() const { return card(m_station); }
    Tour* tour() const { return m_tour; }
    void startTour(); ///< now, or as soon as there is something to show
    /// No card waits to be made.
    bool complete() const { return m_stale.isEmpty() && m_session->inside().subject().has_value(); }
    /// What this card shows is of the choices on screen.
    bool upToDate(const QString& id) const { return !m_stale.contains(id); }
    PanelEdge* leftEdge() const { return m_leftEdge; }
    PanelEdge* rightEdge() const { return m_rightEdge; }

Q_SIGNALS:
    void stationChanged();
    void menuRequested(const QString& station, QPoint global); ///< of a card

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void hear();
    void refresh();
    void rebuild(const QVector<inside::Station>& stations);
    void makeShown(); ///< what is in view, at once
    void makeRest();
    bool inView(const QString& id) const;
    void make(const QString& id);
    void markStation();
    void showEndings();
    void follow(Cell cell, GridSize grid);
    void followToken(int token);
    void placeTail();
    void showOnTheWay();
    void glideTo(int value);
    bool showMore(); ///< of a card taller than there is room; false where its end is in view
    void lookAgain(); ///< a tour shows the lower half of a tall card after half its time
    bool tourKey(QKeyEvent* event);

    Session* m_session;
    QScrollArea* m_scroll;
    QWidget* m_column;
    QWidget* m_tail = nullptr; ///< so that the last card can come to the top, too
    QLabel* m_waiting;
    WayPanel* m_way;
    FollowedPanel* m_followed;
    QWidget *m_left, *m_right;
    PanelEdge *m_leftEdge, *m_rightEdge;
    Tour* m_tour;
    QVariantAnimation* m_glide;
    QTimer m_idle; ///< the cards out of view, a few at a turn of the loop, once nothing else is chosen
    QTimer m_second; ///< until the tour shows the lower half
    QStringList m_order, m_stale;
    QHash<QString, CardWidget*> m_cards;
    QVector<inside::Station> m_stations;
    QString m_station;
    bool m_tourWanted = false, m_jumping = false;
};

}
