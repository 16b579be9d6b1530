// core/engine/output/encode.h: a map as the bytes of one kind of file; the functions behind the table of formats.
#pragma once
#include "core/engine/output/export_format.h"

namespace patchlight
{

// Errors of all: OutOfMemory; besides what is said.

EncodedFile encodeOverlay(const Analysis&, const Explanation&, const ExportRequest&);
EncodedFile encodeHeatMap(const Analysis&, const Explanation&, const ExportRequest&);
EncodedFile encodeTransparent(const Analysis&, const Explanation&, const ExportRequest&);
/// Errors: those of contactSheet.
EncodedFile encodeSheet(const Analysis&, const Explanation&, const ExportRequest&);
/// Errors: those of svgOf.
EncodedFile encodeSvg(const Analysis&, const Explanation&, const ExportRequest&);
/// float32 [rows, columns] before any scaling, NaN where absent; [rows, columns, 3] of colours.
EncodedFile encodeNpy(const Analysis&, const Explanation&, const ExportRequest&);
/// The same as text, one line a row.
EncodedFile encodeCsv(const Analysis&, const Explanation&, const ExportRequest&);
/// Provenance and map. Errors: those of provenance.
EncodedFile encodeJson(const Analysis&, const Explanation&, const ExportRequest&);

}
