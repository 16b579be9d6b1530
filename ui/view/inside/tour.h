// ui/view/inside/tour.h: plays the stations one after another.
#pragma once
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace patchlight
{

/// The bar under the cards that says the station's sentence, large enough for a lecture hall. Any key pauses; Esc ends;
/// arrows step.
class Tour : public QWidget
{
    Q_OBJECT
public:
    explicit Tour(QWidget* parent = nullptr);
    void start(const QStringList& stations, const QString& first);
    void stop();
    bool running() const { return m_running; }
    bool playing() const { return m_timer.isActive(); }
    void setPlaying(bool on);
    /// What is said of the station in view.
    void setWords(const QString& title, const QString& sentence);
    /// As high as the longest of these needs in this width, so that the cards do not jump from station to station.
    void makeRoomFor(const QStringList& sentences, int width);
    /// How long the station in view is told.
    int milliseconds() const { return m_timer.interval(); }
    const QString& station() const { return m_station; }
    void step(int by);
    void setMillisecondsEach(int ms) { m_timer.setInterval(ms); }

Q_SIGNALS:
    void stationReached(const QString& id);
    void runningChanged(bool on);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void keepHeight(int width);
    void reach(int index);
    void showState();

    QStringList m_stations, m_sentences;
    QString m_station;
    bool m_running = false;
    QTimer m_timer;
    QLabel *m_title, *m_sentence, *m_state;
};

}
