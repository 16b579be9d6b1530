// ui/view/inside/inside_view.h: the way through at the left, the cards in the middle, who is followed at the right.
#pragma once
#include "ui/view/inside/card_column.h"
#include <QTimer>
#include <QWidget>

namespace patchlight
{
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
    const QString& station() const { return m_cards->station(); }
    const QStringList& stations() const { return m_cards->order(); }
    void showStation(const QString& id) { m_cards->showStation(id); }
    CardWidget* card(const QString& id) const { return m_cards->card(id); }
    CardWidget* currentCard() const { return card(station()); }
    void followToken(int token) { m_cards->followToken(token); } ///< of the input
    Tour* tour() const { return m_tour; }
    void setPresenting(bool on); ///< the cards alone
    void startTour(); ///< now, or as soon as there is something to show
    /// No card waits to be made.
    bool complete() const { return m_cards->complete() && m_session->inside().subject().has_value(); }
    /// What this card shows is of the choices on screen.
    bool upToDate(const QString& id) const { return m_cards->upToDate(id); }
    PanelEdge* leftEdge() const { return m_leftEdge; }
    PanelEdge* rightEdge() const { return m_rightEdge; }

Q_SIGNALS:
    void stationChanged();
    void menuRequested(const QString& station, QPoint global, int token); ///< of a card; token: of a list's row, or −1

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void hear();
    void refresh();
    void showPanels();
    QString waitingWords() const;
    void showStationBeside(); ///< on the way, where to read more, in the tour
    void showOnTheWay();
    void showEndings();
    void lookAgain(); ///< a tour shows the lower half of a tall card after half its time
    void tellStation(); ///< of the tour
    bool tourKey(QKeyEvent* event);
    bool askKey(const QKeyEvent& event); ///< while the tour waits for a patch
    void movePatch(int rows, int columns);
    void takeOutlined();

    Session* m_session;
    CardColumn* m_cards;
    WayPanel* m_way;
    FollowedPanel* m_followed;
    QWidget *m_left, *m_right;
    PanelEdge *m_leftEdge, *m_rightEdge;
    Tour* m_tour;
    QTimer m_second; ///< until the tour shows the lower half
    QTimer m_seen; ///< until the tour goes on behind a patch that was just chosen
    QVector<inside::Station> m_stations;
    bool m_tourWanted = false, m_presenting = false;
};

}
