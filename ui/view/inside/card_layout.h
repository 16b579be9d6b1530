// ui/view/inside/card_layout.h: where a card's elements lie at a width, how they are painted, and what is under a point.
#pragma once
#include "ui/view/inside/formula.h"
#include "ui/view/inside/number_colours.h"
#include <QPainter>
#include <optional>

namespace patchlight
{

/// Where the followed token is, on a grid laid over the whole input.
struct FollowedMark {
    std::optional<Cell> patch;
    GridSize grid;
    /// Its place on another grid of the same input, in that grid's cells: several where it is finer.
    std::optional<QRectF> on(GridSize other) const;
    /// Of the patch that a cell of another grid stands for: what a click on it would follow.
    QRectF placeOf(Cell cell, GridSize other) const;
};

/// What is under a point of a card.
struct CardHit {
    QString letter{}; ///< of the formula, or of the element
    QString text{}; ///< the number there, for the tool tip
    std::optional<Cell> cell{}; ///< that a click follows, on `grid`
    GridSize grid{};
    QRectF outline{}; ///< of the patch that a click follows
    QRectF row{}; ///< of a list, that a click chooses
    int token = -1; ///< that a click follows
    int pair = -1; ///< whose pair with the query a click shows; a double click follows it
    int channel = -1; ///< that a click chooses
    bool clickable() const { return cell || token >= 0 || pair >= 0 || channel >= 0; }
};

/// Immutable. All lengths in device-independent pixels. `scale`: of the design's fonts.
class CardLayout
{
public:
    CardLayout(inside::Card card, double width);
    const inside::Card& card() const { return m_card; }
    double height() const { return m_height; }
    void paint(QPainter& p, const NumberColours& colours, const FollowedMark& mark, const QString& lit) const;
    CardHit hitAt(QPointF point, const FollowedMark& mark) const;

    struct Placed {
        const inside::Element* element;
        QRectF rect; ///< of the drawing and its caption
    };
    const QVector<Placed>& placed() const { return m_placed; }

private:
    void arrange();

    inside::Card m_card;
    double m_width;
    double m_height = 0;
    Formula m_formula;
    QPointF m_formulaAt;
    QRectF m_sentence;
    QVector<Placed> m_placed;
};

}
