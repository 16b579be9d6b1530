// core/render/dim_outside.cpp
#include "core/render/dim_outside.h"

namespace patchlight
{
namespace
{

constexpr int kDimmed = 102; ///< 40 % of the light, in 256ths, where the network did not look

void dim(Image& image, int y, PixelSpan span)
{
    std::uint8_t* pixel = image.pixel(span.begin, y);
    for (int i = 0; i < span.length() * 3; ++i)
        pixel[i] = static_cast<std::uint8_t>(pixel[i] * kDimmed >> 8);
}

}

void dimOutside(Image& image, const MapRaster& raster)
{
    const PixelSpan seen = raster.columns();
    for (int y = 0; y < image.height(); ++y) {
        if (y < raster.rows().begin || y >= raster.rows().end || seen.empty()) {
            dim(image, y, {0, image.width()});
            continue;
        }
        dim(image, y, {0, seen.begin});
        dim(image, y, {seen.end, image.width()});
    }
}

}
