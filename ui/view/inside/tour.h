// ui/view/inside/tour.h: plays the stations one after another.
#pragma once
#include <QStringList>
#include <QTimer>
#include <QVector>
#include <QWidget>

class QLabel;

namespace patchlight
{
class KeyHints;

/// The bar under the cards that says the station's sentence, large enough for a lecture hall, and the keys. At one
/// station it waits for a patch to be chosen; at the end it says what was seen, and goes by itself.
class Tour : public QWidget
{
    Q_OBJECT
public:
    explicit Tour(QWidget* parent = nullptr);
    /// `asksAt`: the station at which a patch is asked for; empty: none.
    void start(const QStringList& stations, const QString& asksAt);
    void stop();
    /// The cards are others (another stage of Swin): it goes on at the same station, or the nearest before it.
    void setStations(const QStringList& stations, const QString& asksAt);
    void goTo(const QString& station); ///< where it is told; nothing where the tour does not come by
    bool running() const { return m_running; }
    /// It goes on by itself: not paused.
    bool playing() const { return m_running && m_playing; }
    void setPlaying(bool on);
    /// It waits until a patch is chosen, and for nothing else.
    bool asks() const { return m_running && m_stops.value(m_at).kind == Kind::Asks; }
    bool closes() const { return m_running && m_stops.value(m_at).kind == Kind::Closes; }
    /// What is said of the station in view.
    void setWords(const QString& title, const QString& sentence);
    /// As high as the longest of these needs in this width, so that the cards do not jump from station to station.
    void makeRoomFor(const QStringList& sentences, int width);
    /// How long the station in view is told.
    int milliseconds() const { return m_timer.interval(); }
    QString station() const { return m_stops.value(m_at).station; }
    void step(int by);
    void setMillisecondsEach(int milliseconds) { m_each = milliseconds; } ///< 0: as long as a sentence is read

Q_SIGNALS:
    void stationReached(const QString& id);
    void runningChanged(bool on);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    enum class Kind { Tells, Asks, Closes };
    struct Stop {
        QString station;
        Kind kind = Kind::Tells;
        bool operator==(const Stop&) const = default;
    };

    static QVector<Stop> stopsOf(const QStringList& stations, const QString& asksAt);
    void keepHeight(int width);
    void reach(int index);
    void showState();

    QVector<Stop> m_stops;
    QStringList m_sentences;
    int m_at = 0, m_each = 0;
    bool m_running = false, m_playing = false;
    QTimer m_timer;
    QLabel *m_title, *m_sentence, *m_state;
    KeyHints* m_keys;
};

}
