// core/render/fonts.cpp
#include "core/render/fonts.h"
#include <cmath>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

namespace patchlight
{
namespace
{

constexpr double kUsualCapital = 0.7; ///< of an em, where a font does not say

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

/// What any program asks for that wants plain letters.
Pattern sansSerif()
{
    Pattern pattern{FcPatternCreate(), &FcPatternDestroy};
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    return pattern;
}

/// Outlines of one colour: pictures of letters cannot be drawn in ink.
bool isDrawable(FcPattern* font)
{
    FcBool scalable = FcFalse, coloured = FcFalse;
    FcPatternGetBool(font, FC_SCALABLE, 0, &scalable);
    FcPatternGetBool(font, FC_COLOR, 0, &coloured);
    return scalable && !coloured;
}

std::pair<std::string, int> fileOf(FcPattern* font)
{
    FcChar8* path = nullptr;
    int place = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch)
        return {};
    FcPatternGetInteger(font, FC_INDEX, 0, &place);
    return {reinterpret_cast<const char*>(path), place};
}

bool has(FcPattern* font, char32_t letter)
{
    FcCharSet* letters = nullptr;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) == FcResultMatch && FcCharSetHasChar(letters, letter);
}

double capitalOfEm(FT_Face face)
{
    const auto* table = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    const bool says = table && table->version != 0xFFFF && table->version >= 2 && table->sCapHeight > 0;
    return says ? double(table->sCapHeight) / face->units_per_EM : kUsualCapital;
}

}

std::unique_ptr<Fonts> Fonts::ofThisMachine()
{
    std::unique_ptr<Fonts> fonts{new Fonts};
    return FcInit() && FT_Init_FreeType(&fonts->m_library) == 0 && fonts->openFirst() ? std::move(fonts) : nullptr;
}

Fonts::~Fonts()
{
    if (m_standIns)
        FcFontSetDestroy(m_standIns);
    if (m_library)
        FT_Done_FreeType(m_library); // and its faces
}

bool Fonts::openFirst()
{
    FcResult result = FcResultNoMatch;
    const Pattern font{FcFontMatch(nullptr, sansSerif().get(), &result), &FcPatternDestroy};
    if (font && isDrawable(font.get()))
        m_first = open(fileOf(font.get()));
    if (m_first)
        m_capitalOfEm = capitalOfEm(m_first);
    return m_first != nullptr;
}

Fonts::Face* Fonts::open(const File& file)
{
    if (const auto known = m_faces.find(file); known != m_faces.end())
        return known->second;
    FT_Face face = nullptr;
    if (file.first.empty() || FT_New_Face(m_library, file.first.c_str(), file.second, &face) != 0)
        face = nullptr;
    return m_faces[file] = face;
}

Fonts::Face* Fonts::standInFor(char32_t letter)
{
    FcResult result = FcResultNoMatch;
    if (!m_standIns)
        m_standIns = FcFontSort(nullptr, sansSerif().get(), FcTrue, nullptr, &result);
    for (int i = 0; m_standIns && i < m_standIns->nfont; ++i)
        if (FcPattern* font = m_standIns->fonts[i]; isDrawable(font) && has(font, letter))
            if (FT_Face face = open(fileOf(font)))
                return face;
    return m_first;
}

Fonts::Face* Fonts::faceFor(char32_t letter, double capital)
{
    auto known = m_known.find(letter);
    if (known == m_known.end()) {
        const bool there = FT_Get_Char_Index(m_first, letter) != 0;
        known = m_known.emplace(letter, there ? m_first : standInFor(letter)).first;
    }
    FT_Set_Char_Size(known->second, 0, std::lround(capital / m_capitalOfEm * 64), 72, 72);
    return known->second;
}

std::vector<char32_t> lettersOf(const std::string& text)
{
    std::vector<char32_t> letters;
    const auto* at = reinterpret_cast<const FcChar8*>(text.data());
    for (int left = static_cast<int>(text.size()); left > 0;) {
        FcChar32 letter = 0;
        const int length = FcUtf8ToUcs4(at, &letter, left);
        letters.push_back(length > 0 ? static_cast<char32_t>(letter) : U'\uFFFD');
        at += length > 0 ? length : 1;
        left -= length > 0 ? length : 1;
    }
    return letters;
}

}
