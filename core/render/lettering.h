// core/render/lettering.h: short texts in this machine's own fonts: all of Unicode, from right to left too.
#pragma once
#include "core/base/grid.h"
#include <cstdint>
#include <memory>
#include <string>

namespace patchlight
{
class Fonts;

/// A line of text as ink on pixels.
struct InkedLine {
    Grid<std::uint8_t> ink; ///< 0: none … 255: covered
    int left = 0, top = 0; ///< of `ink`, from the line's beginning on its base line; y grows downwards
    double width = 0; ///< of the whole line, in pixels
};

/// The fonts are the system's "sans-serif" and whatever stands in for it where it lacks a character, as in any other
/// program. Without any font: OpenCV's strokes, which know ASCII alone. Heights: of a capital letter, in pixels.
/// Cost: a few milliseconds to make. One thread at a time.
class Lettering
{
public:
    Lettering();
    ~Lettering();
    Lettering(const Lettering&) = delete;
    Lettering& operator=(const Lettering&) = delete;

    InkedLine line(const std::string& text, double height) const;
    int width(const std::string& text, double height) const;
    /// The text, or its beginning and "…" where it is wider than `width`.
    std::string fitted(const std::string& text, double height, int width) const;

private:
    const std::unique_ptr<Fonts> m_fonts; ///< null: this machine has none
};

}
