// ui/adapter/figure_painter.h: the overlay with title and colour bar, painted with real fonts at any size.
#pragma once
#include <QImage>
#include <QSizeF>
#include <QString>
#include <QVector>

class QPainter;

namespace patchlight
{

constexpr double kMillimetresPerInch = 25.4;

/// On paper. 0 mm: as large as the picture is at 96 pixels an inch.
struct FigureChoice {
    double millimetres = 0; ///< width of the whole figure
    int dpi = 300; ///< of figures made of pixels
    bool title = true, bar = true;
};

/// All that is painted; plain values, so that it can be painted on any thread.
struct FigureContent {
    QImage overlay;
    QString title;
    QVector<QRgb> colours; ///< lowest first
    QVector<std::pair<double, QString>> ticks; ///< from 0 at the low end to 1
    QVector<std::pair<QRgb, QString>> legend{}; ///< what each colour means, in the bar's place where there is one
};

/// Of the whole figure, in pixels of the picture.
QSizeF figureSize(const FigureContent& content, const FigureChoice& choice);
/// The same on paper.
QSizeF figureMillimetres(const FigureContent& content, const FigureChoice& choice);
/// `painter` is scaled so that one unit is one pixel of the picture.
void paintFigure(QPainter& painter, const FigureContent& content, const FigureChoice& choice);
/// As pixels. Null where it would be too large.
QImage figureImage(const FigureContent& content, const FigureChoice& choice);

}
