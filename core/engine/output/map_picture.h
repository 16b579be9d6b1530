// core/engine/output/map_picture.h: an explanation as a picture or a figure; one renderer for files, previews and
// copies.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include "core/engine/output/export_format.h"

namespace patchlight
{

/// The picture of a request's kind, drawn with lookFor(). Kinds that are no picture of their own (figures, numbers)
/// give the overlay, of heads where the look asks for them. Errors: those of contactSheet (sheet) and headsOf (heads).
/// Films and frames go through the layers: above each picture stands which.
Result<Image> exportImage(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request);
/// The figure: overlay, colour bar and title; text as text. Errors: Unsupported (colours have no scale).
Result<std::string> svgOf(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request);

}
