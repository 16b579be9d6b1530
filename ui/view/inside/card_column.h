// ui/view/inside/card_column.h: the scrolled column of cards, each made of the run on screen when it comes into view.
#pragma once
#include "ui/state/session.h"
#include <QHash>
#include <QScrollArea>
#include <QStringList>
#include <QTimer>
#include <optional>

class QLabel;
class QVariantAnimation;

namespace patchlight
{
class CardWidget;

class CardColumn : public QScrollArea
{
    Q_OBJECT
public:
    explicit CardColumn(Session* session, QWidget* parent = nullptr);

    const QStringList& order() const { return m_order; }
    /// The station in view; empty without cards.
    const QString& station() const { return m_station; }
    CardWidget* card(const QString& id) const { return m_cards.value(id); }
    /// Where to read more of the card in view.
    QString paper() const;
    /// No card waits to be made.
    bool complete() const { return m_stale.isEmpty(); }
    /// What this card shows is of the choices on screen.
    bool upToDate(const QString& id) const { return !m_stale.contains(id); }

    void showWords(const QString& words); ///< instead of cards
    /// The run or what is chosen of it is another: what is in view is made at once, the rest a few at a turn of the
    /// loop.
    void renew(const QStringList& order);
    void showStation(const QString& id);
    void stepStation(int by);
    void followToken(int token); ///< of the input
    /// The pictures of patches on this card are framed: one is to be clicked; empty: none is asked for.
    void setAskedAt(const QString& id);
    void setFoot(int height); ///< kept free under the cards, for what stands there
    bool showMore(); ///< of a card taller than there is room; false where its end is in view

Q_SIGNALS:
    void stationChanged(); ///< or its card made anew
    void patchChosen(); ///< by a click
    void menuRequested(const QString& station, QPoint global, int token); ///< of a card; token: of a list's row, or −1

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild(const QStringList& order);
    CardWidget* newCard(const QString& id);
    /// The station in view, or the nearest before it that is among these; the first where none is.
    QString stationAmong(const QStringList& order) const;
    void makeShown(); ///< what is in view, at once
    void makeRest();
    bool inView(const QString& id) const;
    void make(const QString& id);
    void markStation();
    void markCurrent();
    void placeTail();
    void settle(); ///< layouts and the bar's range now, not at a later turn of the loop
    void forgetPointer(); ///< what it told of is elsewhere
    void keepInPlace(const QString& id); ///< while others change their heights
    void keepOnShowing();
    void restorePlace();
    void glideTo(int value);
    void follow(Cell cell, GridSize grid);

    Session* m_session;
    QWidget* m_column;
    QWidget* m_tail = nullptr; ///< so that the last card can come to the top, too
    QLabel* m_words;
    QVariantAnimation* m_glide;
    QTimer m_idle; ///< the cards out of view
    QTimer m_keeping;
    QStringList m_order, m_stale;
    QHash<QString, CardWidget*> m_cards;
    QString m_station;
    bool m_jumping = false;
    struct Kept {
        QString card;
        int top = 0; ///< under the upper edge of the view
    };
    std::optional<Kept> m_kept; ///< until the layouts have settled
    QString m_clicked; ///< the card whose click changes what all show
};

}
