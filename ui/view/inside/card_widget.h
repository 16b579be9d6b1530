// ui/view/inside/card_widget.h: one card of the column; painted once, then shown from memory while it scrolls.
#pragma once
#include "ui/view/inside/card_layout.h"
#include "ui/view/theme/spoken.h"
#include <QPixmap>
#include <QWidget>

namespace patchlight
{

class CardWidget : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit CardWidget(QString station, QWidget* parent = nullptr);
    const QString& station() const { return m_station; }
    const CardLayout* layoutOfCard() const { return m_layout ? &*m_layout : nullptr; }
    /// Cost: laying out; painting comes when it is seen.
    void setCard(const inside::Card& card, const FollowedMark& mark, ColourMap amounts);
    /// The accent edge of the card in view.
    void setCurrent(bool current);
    /// Frames its pictures of patches: one is to be clicked.
    void setAsked(bool asked);
    /// The pointer is no longer on what it told of: the card was scrolled away, or is another.
    void forgetPointer();
    /// Paints the card alone, as wide as it is here, on any device.
    void paintOn(QPainter& p) const;

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::StaticText; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void clicked(); ///< before any of the following
    void patchClicked(patchlight::Cell cell, patchlight::GridSize grid);
    void tokenClicked(int token); ///< is to be followed
    void pairClicked(int token); ///< its pair with the query is to be shown
    void channelClicked(int channel);
    void menuRequested(QPoint global, int token); ///< of a row of a list; −1: elsewhere

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void changeEvent(QEvent*) override;

private:
    void arrange();
    void setLit(const QString& letter);
    void setPointedAt(const QRectF& patch, const QRectF& row);

    QString m_station;
    inside::Card m_card;
    FollowedMark m_mark;
    ColourMap m_amounts = ColourMap::Inferno;
    std::optional<CardLayout> m_layout;
    QPixmap m_painted;
    QString m_lit;
    QRectF m_pointedAt; ///< the patch under the pointer
    QRectF m_rowPointedAt;
    int m_pressed = -1; ///< the pair that the last press chose: what it changes may move the rows before a second one
    bool m_current = false, m_asked = false;
    bool m_telling = false; ///< a tool tip is of this card
};

}
