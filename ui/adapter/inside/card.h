// ui/adapter/inside/card.h: what a card of Inside shows, as plain values: numbers with where they come from, pictures,
// words. Nothing here paints.
#pragma once
#include "ui/adapter/core_types.h"
#include <QImage>
#include <QRect>
#include <QString>
#include <QVector>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace patchlight::inside
{

/// Where an element's numbers stand in a step's array: `values[i]` is the i-th number of array[index…] from `first` on.
/// Without an array they are derived ones (a length, an angle).
struct Origin {
    std::string array; ///< "embedded", "q": a step of the pass or of the block
    std::vector<std::int64_t> index; ///< leading axes; {−1, c}: number c of every row, from row `first` on
    std::int64_t first = 0;
    bool operator==(const Origin&) const = default;
};

/// Blue below zero, red above, the panel's own colour at zero; or from nothing to much in the map's colours.
enum class Tint { Signed, Amount };

/// Numbers in a row, a coloured cell each.
struct Strip {
    std::vector<float> values;
    Origin origin;
    QString label; ///< before it: "class", "3,6"
    QString note; ///< after it: "14.6 %"
    QString caption; ///< under it
    QString letter; ///< of the formula
    Tint tint = Tint::Signed;
    double limit = 0; ///< the value of full colour; 0: the strip's own largest
    QImage thumbnail; ///< pixels of the token it belongs to
    QString badge; ///< in place of the pixels: "CLS"
    QString fullName; ///< for the tool tip: "row 3, column 6"
    int token = -1; ///< that a click follows
    bool pairs = false; ///< a click shows the pair of query and its key instead, a double click follows
    bool marked = false; ///< the pair that is shown is its
    bool choosesChannel = false; ///< a click on a number chooses that channel
    int chosen = -1; ///< the number that is framed
};

/// Cells that are not laid over the whole input: of which place each is, and the token that a click on it follows.
struct WindowCells {
    std::vector<Cell> cells; ///< row by row; negative: padding
    std::vector<int> tokens; ///< −1: none
    Cell followed; ///< its place in the window
};

/// Numbers on a grid of patches. NaN: nothing there.
struct Map {
    Grid<float> values;
    Origin origin; ///< empty where cells were moved about (windows)
    QString caption, letter;
    Tint tint = Tint::Signed;
    double limit = 0;
    QVector<QRect> frames; ///< windows, in cells
    std::vector<Cell> hidden; ///< patches that the network is not shown
    std::vector<Cell> forbidden; ///< cells that a mask shuts out
    bool clickable = true; ///< a click follows that patch
    bool small = false; ///< one of several
    std::optional<WindowCells> window; ///< absent: the grid is that of the whole input
};

/// Pixels; with a grid laid over them where they are of the network's input.
struct Picture {
    QImage pixels;
    QString caption, letter;
    GridSize grid; ///< of the patches, laid over `field`: a click follows one; empty: none
    bool lines = false;
    QVector<QRect> frames; ///< in cells
    QRectF field; ///< the part that the network sees, in pixels; null: all
    std::vector<Cell> hidden;
    int side = 0; ///< of the drawing in design pixels; 0: as a map
    bool crisp = false; ///< enlarged pixel by pixel
    std::optional<WindowCells> window; ///< absent: the grid is that of the whole input
};

/// Rows and columns of numbers as one picture.
struct Matrix {
    std::vector<float> values;
    int rows = 0, columns = 0;
    Origin origin;
    QString caption, letter, rowTitle;
    int markedRow = -1; ///< the followed token
    int prefixRows = 0; ///< tokens that are no patches, set apart
    int side = 0; ///< of the drawing in design pixels; 0: as wide as there is room
    GridSize grid; ///< of patches laid over it where it is a picture: a click follows one; empty: none
};

/// What shares are of one whole.
struct Share {
    float share = 0;
    Origin origin;
    QString name; ///< "3,6"
    QString badge; ///< in place of the pixels: "CLS"
    QImage thumbnail;
    int token = -1; ///< whose pair with the query a click shows, and that a double click follows
    QString fullName; ///< for the tool tip: "row 3, column 6"
    bool marked = false; ///< its pair is shown
};
struct Shares {
    QVector<Share> rows;
    QString rest; ///< "and 192 more, 72.8 % together"
    QString letter;
};

/// A sorted crowd of numbers as an area, largest first.
struct Crowd {
    std::vector<float> values; ///< sorted
    Origin origin; ///< of the same numbers before sorting
    QString caption, letter;
};

/// before + added = after, drawn to scale with the angle between the first two.
struct Addition {
    double before = 0, added = 0, after = 0;
    double angle = 0; ///< degrees
    QString beforeName, addedName, afterName;
};

struct Fact {
    QString label, value, letter;
};
struct Facts {
    QVector<Fact> rows;
    QString caption;
};

/// A number that stands for itself.
struct Number {
    double value = 0;
    Origin origin;
    QString text; ///< as shown
    QString caption, letter;
};

/// "→", "+", "=", "⊙", "Σ" between elements.
struct Sign {
    QString text;
};

/// A remark of its own line.
struct Remark {
    QString text;
};

using Element = std::variant<Strip, Map, Picture, Matrix, Shares, Crowd, Addition, Facts, Number, Sign, Remark>;

/// Elements under each other; columns stand side by side and wrap where the card is narrow.
using Column = QVector<Element>;

/// One station's card.
struct Card {
    QString id; ///< of the station: "scores"
    QString title;
    QString aside; ///< "block 8, head 1"
    QString formula; ///< markup of ui/view/inside/formula.h
    QString sentence;
    QVector<Column> columns;
    std::vector<std::string> arrays; ///< names of the steps behind it, for export
    QString paper; ///< where to read more
    QString provenance; ///< of what run and token: under a card that is taken along
};

}
