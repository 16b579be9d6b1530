// ui/adapter/figure_painter.cpp: the same page as the core's SVG figure.
#include "ui/adapter/figure_painter.h"
#include "core/render/figure_measures.h"
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
constexpr double kScreenDpi = 96;
constexpr int kLetterPixels = 64; ///< the font is scaled from there to any height; fonts of pixels have none between two
constexpr double kMostPixelsOfASide = 20000; ///< pixels of a figure

QFont letters()
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPixelSize(kLetterPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void writeText(QPainter& p, QPointF baseLine, double height, const QString& text)
{
    p.save();
    p.translate(baseLine);
    p.scale(height / kLetterPixels, height / kLetterPixels);
    p.drawText(QPointF(), text);
    p.restore();
}

/// The measures with the lines of the title above the picture.
struct Page : FigureMeasures {
    double top, height;
    QStringList title{};

    Page(QSizeF overlay, const FigureChoice& choice, qsizetype entries, const QString& text)
        : FigureMeasures(overlay.width(), overlay.height(), {choice.title, choice.bar, choice.millimetres}, std::size_t(entries)),
          top(margin), height(0)
    {
        if (choice.title)
            breakTitle(text);
        height = top + overlay.height() + margin;
    }
    double titleBase(qsizetype line) const { return margin + font + kFigureTitleLine * font * double(line); }

private:
    void breakTitle(const QString& text)
    {
        const QFontMetricsF metrics(letters());
        const double room = (totalWidth - 2 * margin) * kLetterPixels / font;
        const auto widthOf = [&](const std::string& part) { return metrics.horizontalAdvance(QString::fromStdString(part)); };
        for (const auto& line : titleLines(text.toStdString(), room, widthOf))
            title << metrics.elidedText(QString::fromStdString(line), Qt::ElideRight, room);
        top = titleBase(title.size() - 1) + font;
    }
};

Page pageOf(const FigureContent& content, const FigureChoice& choice)
{
    return {QSizeF(content.overlay.size()), choice, content.legend.size(), content.title};
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
        writeText(p, QPointF(bar.right() + 0.5 * page.font, y + 0.35 * page.font), page.font, text);
    }
}

void paintLegend(QPainter& p, const FigureContent& content, const Page& page)
{
    const auto rows = qsizetype(page.rows);
    for (qsizetype i = 0; i < content.legend.size(); ++i) {
        const double x = page.barLeft + double(i / rows) * page.columnWidth;
        const double y = page.top + double(i % rows) * kFigureLegendRow * page.font;
        p.fillRect(QRectF(x, y, page.barWidth, page.barWidth), QColor(content.legend[i].first));
        writeText(p, QPointF(x + 1.8 * page.font, y + page.font), page.font, content.legend[i].second);
    }
}

}

QSizeF figureSize(const FigureContent& content, const FigureChoice& choice)
{
    const Page page = pageOf(content, choice);
    return {page.totalWidth, page.height};
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
    painter.fillRect(QRectF(0, 0, page.totalWidth, page.height), Qt::white);
    painter.setFont(letters());
    painter.setPen(kInk);
    for (qsizetype i = 0; i < page.title.size(); ++i)
        writeText(painter, QPointF(page.margin, page.titleBase(i)), page.font, page.title[i]);
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
