// app/cli/commands/statistics_views.cpp
#include "app/cli/commands/statistics_views.h"
#include "app/cli/options/parse_values.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/npy.h"
#include "core/engine/output/provenance.h"
#include "core/engine/output/view_pictures.h"
#include "core/explain/measures/statistics.h"
#include "core/image/write_picture.h"
#include "core/render/sheet.h"
#include <array>
#include <numeric>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;

constexpr int kSide = 1024; ///< of pictures, about
constexpr int kMapSide = 512;
constexpr int kFilters = 28;

NdArray arrayOf(const Grid<float>& map)
{
    return {{map.rows(), map.columns()}, map.values()};
}

std::function<Image()> mapPicture(Grid<float> map, bool isSigned, std::string title)
{
    return [map = std::move(map), isSigned, title = std::move(title)] {
        Look look;
        look.interpolation = Interpolation::Patches;
        if (isSigned)
            look.colours = ColourMap::BlueRed;
        return renderFigure(map, isSigned, look, title, kMapSide);
    };
}

std::string percent(const std::vector<float>& shares)
{
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(shares.size(), 3); ++i) {
        text += formatted("%s%.1f %%", i ? ", " : "", 100.0 * static_cast<double>(shares[i]));
    }
    return text;
}

std::optional<LayerIndex> layerOf(const ViewOptions& options)
{
    return options.layer ? std::optional{LayerIndex{*options.layer}} : std::nullopt;
}

Json layerJson(const ViewOptions& options)
{
    return options.layer ? Json(*options.layer) : Json("final norm");
}

Query queryOf(const ViewOptions& options)
{
    return options.query.empty() ? Query{} : *parseQuery(options.query);
}

/// Mean likeness of patches that touch, left and right, above and below.
double neighbourLikeness(const PositionSimilarity& positions)
{
    double sum = 0;
    int pairs = 0;
    for (int r = 0; r < positions.grid.rows; ++r)
        for (int c = 0; c < positions.grid.columns; ++c) {
            const auto map = positions.of({r, c});
            for (const Cell next : {Cell{r, c + 1}, Cell{r + 1, c}})
                if (map.contains(next)) {
                    sum += static_cast<double>(map.at(next));
                    ++pairs;
                }
        }
    return pairs > 0 ? sum / pairs : 0;
}

Result<View> positions(const ViewOptions& options, const Analysis& analysis, Engine& engine, const RunContext& run)
{
    auto found = engine.positionSimilarity(analysis, run);
    if (!found)
        return fail(found.error());
    const double next = neighbourLikeness(*found);
    View view;
    view.summary = {{"grid", {found->grid.rows, found->grid.columns}}, {"prefix", found->prefix}, {"neighbours", next}};
    view.text = "neighbouring positions are alike by " + std::to_string(next);
    const Query query = queryOf(options);
    if (query.kind == Query::Kind::Patches) {
        const Cell cell = query.cells.front();
        if (query.cells.size() > 1 || cell.row >= found->grid.rows || cell.column >= found->grid.columns)
            return fail(ErrorCode::InvalidOption, "the view of positions takes one patch of its grid as --query");
        view.summary["query"] = queryText(query);
        view.values = arrayOf(found->of(cell));
        view.picture = mapPicture(found->of(cell), true, "Likeness of positions to " + queryText(query));
        return view;
    }
    view.values = found->cosines;
    view.picture = [positions = std::move(*found)] { return positionsPicture(positions, ColourMap::Viridis, kSide); };
    return view;
}

Result<View> filters(const ViewOptions&, const Analysis&, Engine& engine, const RunContext& run)
{
    auto found = engine.patchFilters(kFilters, run);
    if (!found)
        return fail(found.error());
    View view;
    view.summary = {{"components", found->shares.size()}, {"variance_shares", found->shares}};
    view.text = "the first filters hold " + percent(found->shares) + " of the variance";
    view.values = found->filters;
    view.picture = [filters = std::move(found->filters)] { return filtersPicture(filters, kSide); };
    return view;
}

Result<View> colours(const ViewOptions& options, const Analysis& analysis, Engine& engine, const RunContext& run)
{
    auto found = engine.featureColours(analysis, layerOf(options), run);
    if (!found)
        return fail(found.error());
    View view;
    const auto rows = found->colours.dim(0), columns = found->colours.dim(1);
    view.summary = {{"after", layerJson(options)}, {"grid", {rows, columns}}, {"variance_shares", found->shares}};
    view.text = "red, green and blue hold " + percent(found->shares) + " of the features' variance";
    view.values = found->colours;
    const int cell = std::max(1, kMapSide / static_cast<int>(std::max(rows, columns)));
    view.picture = [rgb = std::move(found->colours), cell] { return coloursPicture(rgb, cell); };
    return view;
}

Result<View> similarity(const ViewOptions& options, const Analysis& analysis, Engine& engine, const RunContext& run)
{
    const Query query = queryOf(options);
    const auto map = engine.featureSimilarity(analysis, query, layerOf(options), run);
    if (!map)
        return fail(map.error());
    const double mean = std::accumulate(map->values().begin(), map->values().end(), 0.0) / map->size().count();
    View view;
    view.summary = {{"after", layerJson(options)}, {"query", queryText(query)}, {"grid", {map->rows(), map->columns()}},
        {"mean", mean}};
    view.text = "mean cosine with the query " + std::to_string(mean);
    view.values = arrayOf(*map);
    view.picture = mapPicture(*map, true, "Likeness of features to the query");
    return view;
}

Result<View> sinks(const ViewOptions& options, const Analysis& analysis, Engine& engine, const RunContext& run)
{
    const auto found = engine.sinkTokens(analysis, layerOf(options), run);
    if (!found)
        return fail(found.error());
    Json list = Json::array();
    for (const SinkToken& sink : found->sinks)
        list.push_back({{"patch", {sink.cell.row, sink.cell.column}}, {"norm", sink.norm},
            {"times_median", sink.norm / found->median}});
    const int last = analysis.model->config.blockCount() - 1;
    View view;
    view.summary = {{"after", options.layer.value_or(last)},
        {"rule", "norm above 2 × the median of the patches, before the final norm"}, {"median", found->median},
        {"limit", found->limit}, {"prefix_norms", found->prefixNorms}, {"tokens", list}};
    view.text = formatted("%zu of %d patches have more than twice the median norm (%.4g)", found->sinks.size(),
        found->norms.size().count(), static_cast<double>(found->median));
    view.values = arrayOf(found->norms);
    view.picture = mapPicture(found->norms, false, "Norms of the patches");
    return view;
}

Result<View> positionBias(const ViewOptions& options, const Analysis& analysis, Engine&, const RunContext&)
{
    const auto& record = analysis.record;
    const int layer = options.layer.value_or(record.layerCount() - 1), head = options.head.value_or(0);
    if (layer >= record.layerCount() || head >= record.headCount(LayerIndex{std::min(layer, record.layerCount() - 1)}))
        return fail(ErrorCode::InvalidOption,
            "there is no layer " + std::to_string(layer) + " with a head " + std::to_string(head));
    const auto bias = relativePositionBias(record, LayerIndex{layer}, HeadIndex{head});
    if (bias.empty())
        return fail(ErrorCode::Unsupported,
            "this network has no bias by relative position; Swin and BEiT have one: look at --view positions here");
    const std::string title
        = "Bias by relative position, layer " + std::to_string(layer) + ", head " + std::to_string(head);
    View view;
    view.summary = {{"layer", layer}, {"head", head}, {"window", (bias.rows() + 1) / 2}};
    view.text = title;
    view.values = arrayOf(bias);
    view.picture = mapPicture(bias, true, title);
    return view;
}

using Make = Result<View> (*)(const ViewOptions&, const Analysis&, Engine&, const RunContext&);
struct Entry {
    const char* name;
    Make make;
};
constexpr std::array kViews{Entry{"positions", positions}, Entry{"filters", filters}, Entry{"colours", colours},
    Entry{"similarity", similarity}, Entry{"sinks", sinks}, Entry{"position-bias", positionBias}};

std::string asCsv(const NdArray& values)
{
    const auto columns = static_cast<std::size_t>(values.values.size() / static_cast<std::size_t>(values.dim(0)));
    std::string text;
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        text += formatted("%.9g%c", static_cast<double>(values.values[i]), (i + 1) % columns == 0 ? '\n' : ',');
    }
    return text;
}

}

const std::vector<std::string>& viewNames()
{
    static const auto names = [] {
        std::vector<std::string> all;
        for (const Entry& entry : kViews)
            all.emplace_back(entry.name);
        return all;
    }();
    return names;
}

Result<View> viewOf(const ViewOptions& options, const Analysis& analysis, Engine& engine, const RunContext& run)
{
    const auto* entry
        = std::find_if(kViews.begin(), kViews.end(), [&](const Entry& e) { return options.name == e.name; });
    return entry->make(options, analysis, engine, run);
}

nlohmann::ordered_json viewSummaries(const Analysis& analysis, Engine& engine, const RunContext& run)
{
    Json all = Json::object();
    for (const char* name : {"sinks", "colours", "positions", "filters"}) {
        const auto view = viewOf({name, "", {}, {}}, analysis, engine, run);
        if (view)
            all[name] = view->summary;
    }
    return all;
}

Result<void> writeView(const std::filesystem::path& out, const nlohmann::ordered_json& heading, const View& view)
{
    if (lowerEnding(out) == ".npy")
        return writeNpy(out, view.values);
    if (lowerEnding(out) == ".png")
        return writePng(out, view.picture());
    if (lowerEnding(out) == ".csv")
        return writeFile(out, asCsv(view.values));
    Json all = heading;
    all["shape"] = view.values.shape;
    all["values"] = view.values.values;
    return writeFile(out, jsonText(all) + "\n");
}

}
