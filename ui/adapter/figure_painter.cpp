// ui/adapter/figure_painter.cpp: the same page as the core's SVG figure.
#include "ui/adapter/figure_painter.h"
#include "core/render/title_lines.h"
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr QColor kInk(27, 31, 36);
constexpr double kMillimetresPerInch = 25.4, kScreenDpi = 96;
constexpr double kLegendRow = 1.7, kLegendColumn = 10, kTitleLine = 1.4; ///< heights of the text, as in the core's figure
constexpr double kMostPixelsOfASide = 20000; ///< pixels of a figure

QFont letters(double height)
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPixelSize(qRound(height));
    return font;
}

/// Lengths grow with the picture, so that the text stays readable beside it at any size.
struct Page {
    double font, margin, top, barLeft, barWidth, width, height;
    int rows, columns; ///< of the legend
    QStringList title{};

    Page(QSizeF overlay, const FigureChoice& choice, int entries, const QString& text)
        : font(std::max(12.0, std::min(overlay.width(), overlay.height()) / 32.0)), margin(choice.title || choice.bar ? 1.5 * font : 0),
          top(margin), barLeft(margin + overlay.width() + 1.5 * font),
          barWidth(1.3 * font), width(choice.bar ? barLeft + barWidth + 7 * font : overlay.width() + 2 * margin),
          height(0), rows(std::max(1, int(overlay.height() / (kLegendRow * font)))),
          columns((entries + rows - 1) / rows)
    {
        if (choice.bar && columns > 0)
            width = barLeft + columns * kLegendColumn * font;
        if (choice.title)
            breakTitle(text);
        height = top + overlay.height() + margin;
    }
    double titleBase(qsizetype line) const { return margin + font + kTitleLine * font * double(line); }

private:
    void breakTitle(const QString& text)
    {
        const QFontMetricsF metrics(letters(font));
        const auto widthOf = [&](const std::string& part) { return metrics.horizontalAdvance(QString::fromStdString(part)); };
        for (const auto& line : titleLines(text.toStdString(), width - 2 * margin, widthOf))
            title << metrics.elidedText(QString::fromStdString(line), Qt::ElideRight, width - 2 * margin);
        top = titleBase(title.size() - 1) + font;
    }
};

Page pageOf(const FigureContent& content, const FigureChoice& choice)
{
    return {QSizeF(content.overlay.size()), choice, int(content.legend.size()), content.title};
}

void paintBar(QPainter& p, const FigureContent& content, const Page& page)
{
    const QRectF bar(page.barLeft, page.top, page.barWidth, content.overlay.height());
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    const auto last = std::max<qsizetype>(1, content.colours.size() - 1);
    for (qsizetype i = 0; i < content.colours.size(); i += 8)
        gradient.setColorAt(double(i) / double(last), QColor(content.colours[i]));
    if (!content.colours.isEmpty())
        gradient.setColorAt(1, QColor(content.colours.last()));
    p.fillRect(bar, gradient);
    for (const auto& [position, text] : content.ticks) {
        const double y = bar.bottom() - position * bar.height();
        p.drawText(QPointF(bar.right() + 0.5 * page.font, y + 0.35 * page.font), text);
    }
}

void paintLegend(QPainter& p, const FigureContent& content, const Page& page)
{
    for (int i = 0; i < content.legend.size(); ++i) {
        const int across = i / page.rows, down = i % page.rows;
        const double x = page.barLeft + across * kLegendColumn * page.font;
        const double y = page.top + down * kLegendRow * page.font;
        p.fillRect(QRectF(x, y, page.barWidth, page.barWidth), QColor(content.legend[i].first));
        p.drawText(QPointF(x + 1.8 * page.font, y + page.font), content.legend[i].second);
    }
}

}

QSizeF figureSize(const FigureContent& content, const FigureChoice& choice)
{
    const Page page = pageOf(content, choice);
    return {page.width, page.height};
}

QSizeF figureMillimetres(const FigureContent& content, const FigureChoice& choice)
{
    const QSizeF size = figureSize(content, choice);
    const double width = choice.millimetres > 0 ? choice.millimetres : size.width() * kMillimetresPerInch / kScreenDpi;
    return size * (width / size.width());
}

void paintFigure(QPainter& painter, const FigureContent& content, const FigureChoice& choice)
{
    const Page page = pageOf(content, choice);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform
        | QPainter::LosslessImageRendering);
    painter.fillRect(QRectF(0, 0, page.width, page.height), Qt::white);
    painter.setFont(letters(page.font));
    painter.setPen(kInk);
    for (qsizetype i = 0; i < page.title.size(); ++i)
        painter.drawText(QPointF(page.margin, page.titleBase(i)), page.title[i]);
    painter.drawImage(QRectF(QPointF(page.margin, page.top), QSizeF(content.overlay.size())), content.overlay);
    if (choice.bar && content.legend.isEmpty())
        paintBar(painter, content, page);
    else if (choice.bar)
        paintLegend(painter, content, page);
}

QImage figureImage(const FigureContent& content, const FigureChoice& choice)
{
    const QSizeF size = figureSize(content, choice);
    const double inches = figureMillimetres(content, choice).width() / kMillimetresPerInch;
    const double scale = choice.millimetres > 0 ? inches * choice.dpi / size.width() : choice.dpi / kScreenDpi;
    const QSizeF pixels = size * scale;
    if (std::max(pixels.width(), pixels.height()) > kMostPixelsOfASide)
        return {};
    QImage image(pixels.toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(Qt::white); // the page may end within the last pixel
    image.setDotsPerMeterX(qRound(choice.dpi / kMillimetresPerInch * 1000));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintFigure(painter, content, choice);
    return image;
}

}
