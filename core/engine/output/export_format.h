// core/engine/output/export_format.h: the one table of what a map can be written as. A new format is a row here and the
// function that encodes it.
#pragma once
#include "core/base/result.h"
#include "core/base/words.h"
#include "core/engine/analysis.h"
#include "core/engine/output/title.h"
#include "core/explain/request.h"
#include "core/render/figure_parts.h"
#include "core/render/look.h"
#include "core/render/sheet.h"
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

enum class ExportKind { Overlay, HeatMap, Transparent, Sheet, Heads, Svg, Pdf, Figure, Npy, Csv, Json, Film, Frames };
/// On which picture: the original at its own size, or what the network saw.
enum class ExportFrame { Original, Input };

template <> struct Words<ExportFrame> {
    static constexpr WordTable<ExportFrame, 2> table{
        {{ExportFrame::Original, "original"}, {ExportFrame::Input, "input"}}};
};

struct ExportRequest {
    Look look; ///< as chosen; lookFor() makes it that of a map
    ExportKind kind = ExportKind::Overlay;
    ExportFrame frame = ExportFrame::Original;
    FigureParts parts{}; ///< of the SVG figure
    /// Of figures and heat maps, where it is not figureTitle() or headsTitle(): in another language, or of a difference.
    std::optional<std::string> title{};
    SheetWords sheetWords{}; ///< of the sheet
    std::optional<Query> sheetQuery{}; ///< whose attention the sheet shows where it is not whom the map asks
    LayerWords layerWords{}; ///< of films and frames, above each
};

/// A part of an ExportRequest that a format may show.
enum class Drawing { Colours, Opacity, Cover, Interpolation, Range, KeptMass, PatchGrid, Frame, Heads };

/// A set of them.
class Drawings
{
public:
    constexpr Drawings(std::initializer_list<Drawing> list)
    {
        for (const Drawing each : list)
            m_bits |= bit(each);
    }
    constexpr bool has(Drawing each) const { return (m_bits & bit(each)) != 0; }

private:
    static constexpr unsigned bit(Drawing each) { return 1U << static_cast<unsigned>(each); }
    unsigned m_bits = 0;
};

using EncodedFile = Result<std::vector<std::byte>>;
/// The whole file. Errors: those of the map's own (sheet), OutOfMemory.
using Encode = EncodedFile (*)(const Analysis&, const Explanation&, const ExportRequest&);

struct ExportFormat {
    ExportKind kind;
    std::string_view name; ///< for scripts; of pictures the --style, else the --format
    std::string_view ending; ///< ".png"; empty for a folder
    std::string_view part = {}; ///< of the name proposed for the file, behind picture and method: what tells it from others
    Drawings follows; ///< all else in a request leaves no trace in the file
    bool picture = false; ///< has a look that a preview shows
    bool throughLayers = false; ///< asks for a map of every layer
    bool ofDifference = false; ///< can show one map less another, which no one question answers
    bool needsHeads = false; ///< those of one layer, which raw attention alone has
    bool needsScale = false; ///< has a colour bar, which colours without a scale cannot have
    bool firstColour = false; ///< of a map of colours it holds the first component alone
    Encode encode = nullptr; ///< null where another road writes it: film and frames (film.h), the window's PDF and figure
    std::string_view title; ///< in the window
    std::string_view says; ///< in the window: one line on what it is good for
    std::string_view titleOfColours = {}; ///< where a map of colours makes it another thing; else empty
    std::string_view saysOfColours = {}; ///< likewise
};

/// In the order in which the window lists them.
std::span<const ExportFormat> exportFormats();
const ExportFormat& exportFormat(ExportKind kind);

/// Heads over each other are of raw attention. Films and frames go through the layers, which only maps from the record do without the network and only where they read one; figures have a
/// colour bar, which colours without a scale cannot have.
bool exportFits(ExportKind kind, Method method);

/// The names of the pictures that one ending can hold: overlay, heatmap, alpha, sheet, heads.
std::vector<std::string> exportStyles();
/// The endings that exportExplanation writes, without their dot, each once: png, svg, npy, csv, json.
std::vector<std::string> exportEndings();
/// The format of a file's name, in small or capital letters; `style` decides between those of one ending.
std::optional<ExportKind> exportKindOf(const std::filesystem::path& file, std::string_view style);

// The functions behind the table, in encode.cpp. Errors besides what is said: OutOfMemory.

EncodedFile encodeOverlay(const Analysis&, const Explanation&, const ExportRequest&);
EncodedFile encodeHeatMap(const Analysis&, const Explanation&, const ExportRequest&);
EncodedFile encodeTransparent(const Analysis&, const Explanation&, const ExportRequest&);
/// Errors: those of contactSheet.
EncodedFile encodeSheet(const Analysis&, const Explanation&, const ExportRequest&);
/// Errors: those of headsOf.
EncodedFile encodeHeads(const Analysis&, const Explanation&, const ExportRequest&);
/// Its <metadata> is the provenance. Errors: those of svgOf and of provenance.
EncodedFile encodeSvg(const Analysis&, const Explanation&, const ExportRequest&);
/// float32 [rows, columns] before any scaling, NaN where absent; [rows, columns, 3] of colours.
EncodedFile encodeNpy(const Analysis&, const Explanation&, const ExportRequest&);
/// The same as text, one line a row; of colours the first component.
EncodedFile encodeCsv(const Analysis&, const Explanation&, const ExportRequest&);
/// Provenance and map; of colours "map" is the first component, and "components" are all three. Errors: those of provenance.
EncodedFile encodeJson(const Analysis&, const Explanation&, const ExportRequest&);

}
