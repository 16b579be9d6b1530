// core/render/dim_outside.h: what the network did not see steps back.
#pragma once
#include "core/base/image.h"
#include "core/render/map_raster.h"

namespace patchlight
{

/// Darkens the pixels (RGB) that lie outside the raster's columns and rows.
void dimOutside(Image& image, const MapRaster& raster);

}
