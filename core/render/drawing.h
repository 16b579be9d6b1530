// core/render/drawing.h: a page of pixels to put pictures and short texts on.
#pragma once
#include "core/base/image.h"
#include "core/render/colour_map.h"
#include "core/render/lettering.h"

namespace patchlight
{

enum class Align { Left, Centre, Right };

/// Everything is cut at the page's edges.
class Page
{
public:
    Page(int width, int height, Rgb background);

    void place(const Image& image, int x, int y);
    /// `x`: left end, centre or right end; `y`: the base line.
    void write(const InkedLine& line, int x, int y, Rgb colour, Align align = Align::Left);
    Image take() && { return std::move(m_image); }

private:
    Image m_image;
};

/// `x`, `y`: where the line begins on its base line. What lies outside the picture is cut.
void stampInk(Image& image, const InkedLine& line, int x, int y, Rgb colour);

}
