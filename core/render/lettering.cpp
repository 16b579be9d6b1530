// core/render/lettering.cpp: fonts by fontconfig, order and shapes by raqm, pixels by FreeType.
#include "core/render/lettering.h"
#include "core/base/shown_text.h"
#include "core/render/fonts.h"
#include "core/render/stroke_text.h"
#include <algorithm>
#include <cmath>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <raqm.h>
#include <vector>

namespace patchlight
{
namespace
{

constexpr int kLoad = FT_LOAD_TARGET_LIGHT;
constexpr double kUnits = 64; ///< FreeType counts in 64ths of a pixel

using Shaped = std::unique_ptr<raqm_t, decltype(&raqm_destroy)>;

/// Each run of characters with the font that has them.
bool chooseFonts(raqm_t* line, Fonts& fonts, const std::vector<char32_t>& text, double height)
{
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        FT_Face face = fonts.faceFor(text[begin], height);
        for (end = begin + 1; end < text.size() && fonts.faceFor(text[end], height) == face;)
            ++end;
        if (!raqm_set_freetype_face_range(line, face, begin, end - begin))
            return false;
    }
    return true;
}

Shaped shapedLine(Fonts& fonts, const std::string& text, double height)
{
    const auto letters = lettersOf(harmlessLine(text));
    Shaped line{raqm_create(), &raqm_destroy};
    static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
    if (letters.empty() || !line
        || !raqm_set_text(line.get(), reinterpret_cast<const std::uint32_t*>(letters.data()), letters.size())
        || !raqm_set_par_direction(line.get(), RAQM_DIRECTION_DEFAULT)
        || !chooseFonts(line.get(), fonts, letters, height) || !raqm_set_freetype_load_flags(line.get(), kLoad)
        || !raqm_layout(line.get()))
        return {nullptr, &raqm_destroy};
    return line;
}

struct InkedGlyph {
    int left, top, width, height;
    std::vector<std::uint8_t> ink;
};

/// At its place to a fraction of a pixel. Empty where the font cannot draw it.
InkedGlyph inked(const raqm_glyph_t& glyph, double penX, double penY)
{
    FT_GlyphSlot slot = glyph.ftface->glyph;
    if (FT_Load_Glyph(glyph.ftface, glyph.index, kLoad) != 0 || slot->format != FT_GLYPH_FORMAT_OUTLINE)
        return {};
    const double x = (penX + glyph.x_offset) / kUnits, y = (penY + glyph.y_offset) / kUnits;
    FT_Outline_Translate(&slot->outline, std::lround((x - std::floor(x)) * kUnits), std::lround((y - std::floor(y)) * kUnits));
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0)
        return {};
    const FT_Bitmap& bitmap = slot->bitmap;
    InkedGlyph drawn{static_cast<int>(std::floor(x)) + slot->bitmap_left,
        -static_cast<int>(std::floor(y)) - slot->bitmap_top, static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
    for (int row = 0; row < drawn.height; ++row)
        drawn.ink.insert(drawn.ink.end(), bitmap.buffer + row * bitmap.pitch, bitmap.buffer + row * bitmap.pitch + drawn.width);
    return drawn;
}

void add(Grid<std::uint8_t>& ink, const InkedGlyph& glyph, int left, int top)
{
    for (int row = 0; row < glyph.height; ++row)
        for (int column = 0; column < glyph.width; ++column) {
            auto& pixel = ink.at({glyph.top - top + row, glyph.left - left + column});
            pixel = std::max(pixel, glyph.ink[static_cast<std::size_t>(row) * static_cast<std::size_t>(glyph.width)
                + static_cast<std::size_t>(column)]);
        }
}

InkedLine joined(const std::vector<InkedGlyph>& glyphs, double width)
{
    if (glyphs.empty())
        return {{}, 0, 0, width};
    int left = glyphs.front().left, top = glyphs.front().top, right = left, bottom = top;
    for (const auto& glyph : glyphs) {
        left = std::min(left, glyph.left);
        top = std::min(top, glyph.top);
        right = std::max(right, glyph.left + glyph.width);
        bottom = std::max(bottom, glyph.top + glyph.height);
    }
    InkedLine line{Grid<std::uint8_t>{GridSize{bottom - top, right - left}}, left, top, width};
    for (const auto& glyph : glyphs)
        add(line.ink, glyph, left, top);
    return line;
}

}

Lettering::Lettering() : m_fonts(Fonts::ofThisMachine()) {}

Lettering::~Lettering() = default;

InkedLine Lettering::line(const std::string& text, double height) const
{
    if (!m_fonts)
        return strokeLine(text, height);
    const auto shaped = shapedLine(*m_fonts, text, height);
    std::size_t count = 0;
    const raqm_glyph_t* glyphs = shaped ? raqm_get_glyphs(shaped.get(), &count) : nullptr;
    std::vector<InkedGlyph> drawn;
    double x = 0, y = 0;
    for (std::size_t i = 0; glyphs && i < count; ++i) {
        if (auto glyph = inked(glyphs[i], x, y); !glyph.ink.empty())
            drawn.push_back(std::move(glyph));
        x += static_cast<double>(glyphs[i].x_advance);
        y += static_cast<double>(glyphs[i].y_advance);
    }
    return joined(drawn, x / kUnits);
}

int Lettering::width(const std::string& text, double height) const
{
    return static_cast<int>(std::ceil(line(text, height).width));
}

std::string Lettering::fitted(const std::string& text, double height, int width) const
{
    if (this->width(text, height) <= width)
        return text;
    std::size_t most = lettersOf(text).size();
    std::string shorter;
    do
        shorter = most == 0 ? "…" : shortened(text, --most);
    while (most > 0 && this->width(shorter, height) > width);
    return shorter;
}

}
