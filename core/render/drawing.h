// core/render/drawing.h: a page of pixels to put pictures and short texts on.
#pragma once
#include "core/base/image.h"
#include "core/render/colour_map.h"
#include <string>

namespace patchlight
{

enum class Align { Left, Centre, Right };

/// Everything is cut at the page's edges. Text uses OpenCV's vector font, which knows ASCII alone: common signs
/// (· – × …) are spelt with it, others become '?'.
class Page
{
public:
    Page(int width, int height, Rgb background);

    void place(const Image& image, int x, int y);
    /// `x`: left end, centre or right end; `y`: the base line. `height`: of a capital letter, in pixels.
    void text(const std::string& text, int x, int y, double height, Rgb colour, Align align = Align::Left);
    static int textWidth(const std::string& text, double height);
    /// The text, or its beginning and "..." where it is wider than `width`.
    static std::string fitted(const std::string& text, double height, int width);
    Image take() && { return std::move(m_image); }

private:
    Image m_image;
};

/// UTF-8 → ASCII as `Page::text` draws it.
std::string asciiText(const std::string& text);

}
