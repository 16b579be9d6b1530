// core/render/svg_figure.cpp: an overlay with title and colour bar or legend as SVG 1.1: pixels embedded, text as text.
#include "core/base/formatted.h"
#include "core/image/write_picture.h"
#include "core/render/colour_bar.h"
#include "core/render/figure_measures.h"
#include "core/render/head_figure.h"
#include "core/render/overlay.h"
#include "core/render/lettering.h"
#include "core/render/sheet.h"
#include "core/render/title_lines.h"
#include "core/render/xml_text.h"
#include <algorithm>
#include <sstream>

namespace patchlight
{
namespace
{

constexpr int kTicks = 5, kStops = 32;
constexpr double kCapital = 0.72; ///< heights of the text

std::string base64(const std::vector<std::byte>& bytes)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? std::to_integer<unsigned>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k <= bytes.size() ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return text;
}

std::string hex(Rgb colour)
{
    return formatted("#%02x%02x%02x", colour.r, colour.g, colour.b);
}

void addGradient(std::ostream& svg, ColourMap map)
{
    svg << "<defs><linearGradient id=\"colours\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">\n";
    for (int i = 0; i <= kStops; ++i) {
        const auto entry = static_cast<std::size_t>(i * 255 / kStops);
        svg << "<stop offset=\"" << static_cast<double>(i) / kStops << "\" stop-color=\"" << hex(colours(map)[entry])
            << "\"/>\n";
    }
    svg << "</linearGradient></defs>\n";
}

/// The measures with the lines of the title above the picture.
struct Page : FigureMeasures {
    FigureParts parts;
    int width, height;
    std::vector<std::string> title{};

    Page(const Image& overlay, const std::string& text, FigureParts shown, std::size_t entries = 0)
        : FigureMeasures(overlay.width(), overlay.height(), shown, entries), parts(shown), width(overlay.width()),
          height(overlay.height())
    {
        if (!parts.title)
            return;
        const Lettering letters;
        title = titleLines(text, totalWidth - 2 * margin,
            [&](const std::string& part) { return letters.line(part, kCapital * font).width; });
    }
    double titleBase(std::size_t line) const { return margin + font + kFigureTitleLine * font * static_cast<double>(line); }
    double top() const { return parts.title ? titleBase(title.size() - 1) + font : margin; }
    double totalHeight() const { return top() + height + margin; }
};

/// On paper where a width is given there; else in pixels of the picture.
std::string documentSize(const Page& page)
{
    std::ostringstream size;
    size.imbue(std::locale::classic());
    if (const double paper = page.parts.millimetres; paper > 0)
        size << "width=\"" << paper << "mm\" height=\"" << paper * page.totalHeight() / page.totalWidth << "mm\"";
    else
        size << "width=\"" << page.totalWidth << "\" height=\"" << page.totalHeight() << "\"";
    return size.str();
}

void addColourBar(std::ostream& svg, const Page& page, ValueRange range)
{
    svg << "<rect x=\"" << page.barLeft << "\" y=\"" << page.top() << "\" width=\"" << page.barWidth << "\" height=\""
        << page.height << "\" fill=\"url(#colours)\"/>\n";
    for (const Tick& tick : colourBarTicks(range, kTicks)) {
        const double y = page.top() + (1 - tick.position) * page.height;
        svg << "<text x=\"" << page.barLeft + page.barWidth + 0.5 * page.font << "\" y=\"" << y + 0.35 * page.font
            << "\">" << tick.text << "</text>\n";
    }
}

/// Document, title and overlay; what stands at its right is still to come.
void open(std::ostream& svg, const Page& page, const Image& overlay, const std::string& title)
{
    const auto png = encodePng(overlay);
    svg.imbue(std::locale::classic());
    svg << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        << "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        << documentSize(page) << " viewBox=\"0 0 " << page.totalWidth << ' '
        << page.totalHeight() << "\" font-family=\"sans-serif\" font-size=\"" << page.font << "\" fill=\"#1b1f24\">\n"
        << "<title>" << xmlEscaped(title) << "</title>\n"
        << "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    for (std::size_t i = 0; i < page.title.size(); ++i)
        svg << "<text x=\"" << page.margin << "\" y=\"" << page.titleBase(i) << "\">" << xmlEscaped(page.title[i])
            << "</text>\n";
    if (png)
        svg << "<image x=\"" << page.margin << "\" y=\"" << page.top() << "\" width=\"" << page.width << "\" height=\""
            << page.height << "\" xlink:href=\"data:image/png;base64," << base64(*png) << "\"/>\n";
}

/// A square and a number for each, from the top down; a second column where one is too high.
void addLegend(std::ostream& svg, const Page& page, const std::vector<HeadLegendEntry>& heads)
{
    const double row = kFigureLegendRow * page.font;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const std::size_t across = i / page.rows, down = i % page.rows;
        const double x = page.barLeft + static_cast<double>(across) * page.columnWidth;
        const double y = page.top() + static_cast<double>(down) * row;
        svg << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << page.barWidth << "\" height=\"" << page.barWidth
            << "\" fill=\"" << hex(headColour(heads[i].head)) << "\"/>\n<text x=\"" << x + 1.8 * page.font << "\" y=\""
            << y + page.font << "\">" << headName(heads[i]) << "</text>\n";
    }
}

}

std::string svgFigure(
    const Image& overlay, const Grid<float>& map, bool isSigned, const Look& look, const std::string& title, FigureParts parts)
{
    const Page page{overlay, title, parts};
    std::ostringstream svg;
    open(svg, page, overlay, title);
    if (parts.bar) {
        addGradient(svg, look.colours);
        addColourBar(svg, page, look.range.value_or(rangeOf(map, isSigned)));
    }
    svg << "</svg>\n";
    return svg.str();
}

std::string svgHeadsFigure(
    const Image& overlay, const std::vector<HeadLegendEntry>& legend, const std::string& title, FigureParts parts)
{
    const Page page{overlay, title, parts, legend.size()};
    std::ostringstream svg;
    open(svg, page, overlay, title);
    if (parts.bar)
        addLegend(svg, page, legend);
    svg << "</svg>\n";
    return svg.str();
}

}
