// core/render/patch_lines.h: hairlines between patches.
#pragma once
#include "core/base/image.h"
#include "core/render/map_raster.h"

namespace patchlight
{

/// One pixel wide, three eighths white, along every border between cells; nothing where cells are under four pixels.
void drawPatchLines(Image& image, const MapRaster& raster);

}
