// core/engine/output/export.cpp
#include "core/engine/output/export.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/npy.h"
#include "core/engine/output/contact_sheet.h"
#include "core/engine/output/map_summary.h"
#include "core/engine/output/provenance.h"
#include "core/engine/picture/predictions.h"
#include "core/explain/head_weights.h"
#include "core/explain/methods.h"
#include "core/image/write_picture.h"
#include "core/render/colour_layers.h"
#include "core/render/marks.h"
#include "core/render/overlay.h"
#include "core/render/sheet.h"
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

constexpr int kTilePixels = 72;
constexpr int kFigurePixels = 512;

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

NdArray npy(const Explanation& explanation)
{
    const auto& map = explanation.map;
    if (explanation.colours.empty())
        return {{map.rows(), map.columns()}, map.values()};
    NdArray all{{map.rows(), map.columns(), 3}, {}};
    for (std::size_t i = 0; i < map.values().size(); ++i)
        for (const auto& channel : explanation.colours)
            all.values.push_back(channel.values()[i]);
    return all;
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

Result<std::string> json(const Analysis& analysis, const Explanation& explanation)
{
    auto all = provenance(analysis, explanation);
    if (!all)
        return fail(all.error());
    all->update(describeMap(explanation));
    (*all)["map"] = valuesOf(explanation.map);
    return jsonText(*all, 2) + "\n";
}

/// The picture and geometry of a frame.
struct Canvas {
    const Image& picture;
    InputGeometry geometry;
};
Canvas canvasOf(const Analysis& analysis, ExportFrame frame)
{
    if (frame == ExportFrame::Original)
        return {analysis.picture, analysis.geometry};
    return {analysis.seen, InputGeometry::identity(analysis.geometry.input())};
}

Image overlayOf(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request, Look look)
{
    const auto canvas = canvasOf(analysis, request.frame);
    if (!explanation.colours.empty())
        return renderColoursOverlay(canvas.picture, explanation.colours, canvas.geometry, look);
    if (!look.range)
        look.range = rangeOf(explanation.map, explanation.isSigned);
    auto picture = renderOverlay(canvas.picture, explanation.map, canvas.geometry, look);
    if (look.opacity > 0) // marks are part of the map
        drawMarks(picture, canvas.geometry, explanation.map.size(), explanation.marks);
    return picture;
}

Image coloursAlone(const InputGeometry& geometry, const Explanation& explanation, const Look& look)
{
    const GridSize size = geometry.picture();
    const RectF whole{0, 0, static_cast<double>(size.columns), static_cast<double>(size.rows)};
    return renderColoursLayer(explanation.colours, geometry, look, whole, size.columns, size.rows);
}

}

std::optional<ExportStyle> exportStyleByName(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, ExportStyle>, 4> kStyles{{{"overlay", ExportStyle::Overlay},
        {"heatmap", ExportStyle::HeatMap}, {"alpha", ExportStyle::Alpha}, {"sheet", ExportStyle::Sheet}}};
    for (const auto& [each, style] : kStyles)
        if (each == name)
            return style;
    return std::nullopt;
}

std::string explanationTitle(const Analysis& analysis, const Explanation& explanation)
{
    const auto& request = explanation.request;
    const auto& method = methodInfo(request.method);
    std::string title{method.label};
    if (method.reads.has(Parameter::Layer) && request.layer)
        title += " · layer " + std::to_string(request.layer->value);
    if (request.method == Method::Attention)
        title += " · head " + headText(request.head);
    if (method.reads.has(Parameter::Head) && !request.headWeights.empty())
        title += " · of heads " + headWeightsText(request.headWeights);
    if (method.needs == Needs::Class && request.target)
        title += " · " + className(analysis.model->config, *request.target);
    return title;
}

Result<Image> exportImage(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    Look look = request.look;
    const auto canvas = canvasOf(analysis, request.frame);
    switch (request.style) {
    case ExportStyle::HeatMap:
        if (!explanation.colours.empty())
            return renderColoursAlone(explanation.colours, look, kFigurePixels);
        return renderFigure(
            explanation.map, explanation.isSigned, look, explanationTitle(analysis, explanation), kFigurePixels);
    case ExportStyle::Alpha:
        if (!explanation.colours.empty())
            return coloursAlone(canvas.geometry, explanation, look);
        if (!look.range)
            look.range = rangeOf(explanation.map, explanation.isSigned);
        return renderAlpha(explanation.map, canvas.geometry, look);
    case ExportStyle::Sheet: {
        auto sheet = contactSheet(analysis, explanation.request.query);
        if (!sheet)
            return fail(sheet.error());
        return renderSheet(*sheet, look, kTilePixels);
    }
    case ExportStyle::Overlay:
        break;
    }
    return overlayOf(analysis, explanation, request, look);
}

Result<void> exportExplanation(const std::filesystem::path& path, const Analysis& analysis,
    const Explanation& explanation, const ExportRequest& request)
{
    const auto extension = lowerEnding(path);
    if (extension == ".npy")
        return writeNpy(path, npy(explanation));
    if (extension == ".csv")
        return writeFile(path, csv(explanation.map));
    if (extension == ".svg" && !explanation.colours.empty())
        return fail(ErrorCode::Unsupported,
            path.string() + ": these colours have no scale to draw a figure of; write .png instead");
    if (extension == ".svg")
        return writeFile(path,
            svgFigure(overlayOf(analysis, explanation, request, request.look), explanation.map, explanation.isSigned,
                request.look, explanationTitle(analysis, explanation)));
    if (extension == ".json") {
        const auto text = json(analysis, explanation);
        return text ? writeFile(path, *text) : Result<void>{fail(text.error())};
    }
    if (extension != ".png")
        return fail(
            ErrorCode::InvalidOption, path.string() + ": the file name must end in .png, .npy, .csv, .json or .svg");
    const auto image = exportImage(analysis, explanation, request);
    return image ? writePng(path, *image) : Result<void>{fail(image.error())};
}

}
