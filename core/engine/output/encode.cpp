// core/engine/output/encode.cpp: a map as the bytes of one kind of file; the functions behind the table of formats.
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/npy.h"
#include "core/engine/output/export_format.h"
#include "core/engine/output/map_picture.h"
#include "core/engine/output/map_summary.h"
#include "core/engine/output/provenance.h"
#include "core/image/write_picture.h"
#include "core/render/xml_text.h"
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

std::vector<std::byte> bytesOf(const std::string& text)
{
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

EncodedFile encodedText(const Result<std::string>& text)
{
    return text ? EncodedFile{bytesOf(*text)} : EncodedFile{fail(text.error())};
}

EncodedFile encodedPicture(
    ExportKind kind, const Analysis& analysis, const Explanation& explanation, ExportRequest request)
{
    request.kind = kind;
    const auto image = exportImage(analysis, explanation, request);
    return image ? encodePng(*image) : EncodedFile{fail(image.error())};
}

std::string number(float value)
{
    return std::isnan(value) ? "nan" : formatted("%.9g", static_cast<double>(value));
}

std::string csv(const Grid<float>& map)
{
    std::string text;
    for (int row = 0; row < map.rows(); ++row)
        for (int column = 0; column < map.columns(); ++column)
            text += number(map.at({row, column})) + (column + 1 < map.columns() ? "," : "\n");
    return text;
}

nlohmann::ordered_json valuesOf(const Grid<float>& map)
{
    auto rows = nlohmann::ordered_json::array();
    for (int row = 0; row < map.rows(); ++row) {
        auto values = nlohmann::ordered_json::array();
        for (int column = 0; column < map.columns(); ++column) {
            const float value = map.at({row, column});
            values.push_back(std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json());
        }
        rows.push_back(values);
    }
    return rows;
}

}

EncodedFile encodeOverlay(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    return encodedPicture(ExportKind::Overlay, analysis, explanation, request);
}

EncodedFile encodeHeatMap(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    return encodedPicture(ExportKind::HeatMap, analysis, explanation, request);
}

EncodedFile encodeTransparent(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    return encodedPicture(ExportKind::Transparent, analysis, explanation, request);
}

EncodedFile encodeSheet(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    return encodedPicture(ExportKind::Sheet, analysis, explanation, request);
}

EncodedFile encodeHeads(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    return encodedPicture(ExportKind::Heads, analysis, explanation, request);
}

EncodedFile encodeSvg(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    auto svg = svgOf(analysis, explanation, request);
    if (!svg)
        return fail(svg.error());
    const auto origin = provenance(analysis, explanation);
    if (!origin)
        return fail(origin.error());
    constexpr std::string_view kTitleEnds = "</title>\n";
    svg->insert(svg->find(kTitleEnds) + kTitleEnds.size(), "<metadata>" + xmlEscaped(jsonText(*origin)) + "</metadata>\n");
    return encodedText(svg);
}

EncodedFile encodeNpy(const Analysis&, const Explanation& explanation, const ExportRequest&)
{
    const auto& map = explanation.map;
    if (explanation.colours.empty())
        return formatNpy({{map.rows(), map.columns()}, map.values()});
    NdArray all{{map.rows(), map.columns(), 3}, {}};
    for (std::size_t i = 0; i < map.values().size(); ++i)
        for (const auto& channel : explanation.colours)
            all.values.push_back(channel.values()[i]);
    return formatNpy(all);
}

EncodedFile encodeCsv(const Analysis&, const Explanation& explanation, const ExportRequest&)
{
    return bytesOf(csv(explanation.map));
}

EncodedFile encodeJson(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    auto all = provenance(analysis, explanation);
    if (!all)
        return fail(all.error());
    (*all)["look"] = describeLook(explanation, request);
    all->update(describeMap(explanation));
    (*all)["map"] = valuesOf(explanation.map);
    for (const auto& component : explanation.colours)
        (*all)["components"].push_back(valuesOf(component));
    return bytesOf(jsonText(*all, 2) + "\n");
}

}
