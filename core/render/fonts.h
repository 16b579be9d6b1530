// core/render/fonts.h: which font of this machine has a character.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct FT_LibraryRec_;
struct FT_FaceRec_;
struct _FcFontSet; // NOLINT(bugprone-reserved-identifier): fontconfig's name

namespace patchlight
{

/// The system's "sans-serif" first; the fonts that stand in for it are looked up when a character is missing there.
class Fonts
{
public:
    using Face = FT_FaceRec_; ///< FreeType's
    /// Null where there is no font that can be scaled.
    static std::unique_ptr<Fonts> ofThisMachine();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// Never null; where no font has the letter the first one, whose box for unknown letters is shown. Set to the size
    /// at which a capital letter of the first font is `capital` pixels high. Ours; until the fonts go.
    Face* faceFor(char32_t letter, double capital);

private:
    using File = std::pair<std::string, int>; ///< and the font's place in it
    Fonts() = default;
    bool openFirst();
    Face* open(const File& file);
    Face* standInFor(char32_t letter);

    FT_LibraryRec_* m_library = nullptr;
    _FcFontSet* m_standIns = nullptr; ///< best first; null until one is needed
    std::map<File, Face*> m_faces;
    std::map<char32_t, Face*> m_known;
    Face* m_first = nullptr;
    double m_capitalOfEm = 0; ///< height of a capital letter of the first font, in ems
};

/// UTF-8 → characters; what is no UTF-8 is U+FFFD.
std::vector<char32_t> lettersOf(const std::string& text);

}
