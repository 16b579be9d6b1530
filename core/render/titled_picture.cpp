// core/render/titled_picture.cpp
#include "core/render/titled_picture.h"
#include "core/render/drawing.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr Rgb kStripPaper{255, 255, 255}, kStripInk{27, 31, 36};
constexpr double kLeastCapital = 9, kStripShare = 40; ///< pixels; of the picture's shorter side
constexpr double kStrip = 2.4, kStripMargin = 0.7; ///< heights of a capital

}

Image withTitleAbove(const Image& picture, const std::string& title)
{
    const double capital = std::max(kLeastCapital, std::min(picture.width(), picture.height()) / kStripShare);
    const int strip = static_cast<int>(std::lround(kStrip * capital));
    const int margin = static_cast<int>(std::lround(kStripMargin * capital));
    const Lettering letters;
    Page page{picture.width(), picture.height() + strip, kStripPaper};
    page.write(letters.line(letters.fitted(title, capital, picture.width() - 2 * margin), capital), margin, strip - margin, kStripInk);
    page.place(picture, 0, strip);
    return std::move(page).take();
}

}
