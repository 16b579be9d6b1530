// app/cli/options/explain_options.cpp
#include "app/cli/options/explain_options.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/parse_values.h"
#include "core/engine/picture/embedding_target.h"
#include "core/engine/picture/predictions.h"
#include "core/explain/methods.h"
#include "core/render/words.h"
#include "core/base/shown_text.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

namespace patchlight
{
namespace
{

std::vector<std::string> colourMapNames()
{
    std::vector<std::string> names;
    for (const auto& map : colourMaps())
        names.emplace_back(map.name);
    return names;
}

std::optional<LayerIndex> layerOf(const std::optional<int>& number)
{
    return number ? std::optional{LayerIndex{*number}} : std::nullopt;
}

Result<std::optional<ClassIndex>> classOf(const std::string& text, const ModelConfig& config)
{
    if (text.empty())
        return std::optional<ClassIndex>{};
    const auto found = findClass(config, text);
    if (!found)
        return fail(found.error());
    return std::optional{*found};
}

/// Of a network without classes. `number`: the text without its sign.
Result<EmbeddingTarget> embeddingOf(const std::string& number, int width)
{
    EmbeddingTarget asked;
    if (number.empty() || number == "norm")
        return asked;
    asked.kind = EmbeddingTarget::Kind::Component;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), asked.component);
    if (error == std::errc{} && end == number.data() + number.size())
        return asked;
    return fail(ErrorCode::InvalidOption,
        "--target " + asWritten(number) + ": this network has no classes; give a component of its embedding, 0 to "
            + std::to_string(width - 1) + ", or norm, or compare it with another picture by --like");
}

}

void addMapOptions(CLI::App& command, MapOptions& options)
{
    const auto layer = CLI::Range(0, 10000);
    command.add_option("--method", options.method, "what is computed")->required()->check(aMethod())->type_name("M");
    command.add_option("--layer", options.layer, "attention, Grad-CAM, features: block, from 0; the last by default")
        ->check(layer)
        ->type_name("N");
    command
        .add_option("--head", options.head,
            "one head, a subset 0,2,5, with weights 0:2,2,5:0.5, or how heads are fused: mean, max, min")
        ->check(checked(parseHead))
        ->type_name("N|LIST|mean|max|min")
        ->capture_default_str();
    command
        .add_option("--query", options.query,
            "whose attention: cls, dist, cls-dist (their difference), regN, a patch ROW,COL, patches \"R,C;R,C\" or a "
            "rectangle R,C:R,C; by default the class token, or all patches where there is none")
        ->check(checked(parseQuery))
        ->type_name("QUERY");
    command.add_flag(
        "--inverse", options.inverse, "attention, rollout: who attends to the query, instead of whom it attends to");
    command.add_option("--target", options.target, "class to explain, index or name; the top class by default; -INDEX: what lowers it; "
        "of a network without classes a component of its embedding, or norm (the default)")
        ->check(notEmpty)
        ->type_name("CLASS");
    command.add_option("--contrast", options.contrast, "explain the target against this class")
        ->check(notEmpty)
        ->type_name("CLASS");
    command.add_option("--alpha", options.alpha, "rollout: weight of the residual path")
        ->check(belowOne)
        ->type_name("A")
        ->capture_default_str();
    command
        .add_option("--discard", options.discard,
            "rollout: share of smallest entries (of a row; as in vit-explain: of the matrix) set to zero")
        ->check(belowOne)
        ->type_name("R")
        ->capture_default_str();
    command.add_option("--start-layer", options.startLayer, "products over layers: the first block")
        ->check(layer)
        ->type_name("A");
    command.add_option("--end-layer", options.endLayer, "products over layers: the last block, included")
        ->check(layer)
        ->type_name("B");
    command.add_option("--steps", options.steps, "integrated gradients: steps; SmoothGrad: samples")
        ->check(CLI::Range(1, 10000))
        ->type_name("N")
        ->capture_default_str();
    command.add_option("--seed", options.seed, "SmoothGrad and random map")->type_name("N")->capture_default_str();
}

void addDrawOptions(CLI::App& command, DrawOptions& options)
{
    const auto group = "Drawing";
    command
        .add_option(
            "--style", options.style,
            "overlay, heatmap (with colour bar), alpha (transparent), sheet (layers × heads), heads (of one layer over "
            "each other, each in its own colour, with legend; .svg too)")
        ->check(oneOf("style", exportStyles()))
        ->type_name("NAME")
        ->capture_default_str()
        ->group(group);
    command.add_option("--colormap,--colourmap", options.colourMap, "colours")
        ->check(oneOf("colour map", colourMapNames()))
        ->type_name("NAME")
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--range", options.range,
            "values drawn as the lowest and highest colour; by default the map's own, of a signed map symmetric")
        ->check(checked(parseRange))
        ->type_name("LOW,HIGH")
        ->group(group);
    command
        .add_option("--keep-mass", options.keepMass, "draw only the patches that hold this share of the whole, 0 to 1")
        ->check(between(0, 1))
        ->type_name("P")
        ->capture_default_str()
        ->group(group);
    command.add_flag("--patch-grid", options.patchGrid, "draw the borders of the patches")->group(group);
    command.add_option("--opacity", options.opacity, "of the map, 0 to 1")
        ->check(between(0, 1))
        ->type_name("P")
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--cover", options.cover,
            "value: low values let the picture through, the strongest have the opacity; even: all alike")
        ->check(oneOf("cover", wordsOf<Cover>()))
        ->type_name("NAME")
        ->capture_default_str()
        ->group(group);
    command.add_option("--interpolation", options.interpolation, listOfWords<Interpolation>())
        ->check(oneOf("interpolation", wordsOf<Interpolation>()))
        ->type_name("NAME")
        ->capture_default_str()
        ->group(group);
    command.add_option("--frame", options.frame, "on the original picture, or on the input the network received")
        ->check(oneOf("frame", wordsOf<ExportFrame>()))
        ->type_name("NAME")
        ->capture_default_str()
        ->group(group);
}

Result<ExplainRequest> explainRequest(const MapOptions& options, const Analysis& analysis)
{
    const auto& config = analysis.model->config;
    ExplainRequest request;
    request.method = *methodByName(options.method);
    request.layer = layerOf(options.layer);
    request.startLayer = layerOf(options.startLayer);
    request.endLayer = layerOf(options.endLayer);
    const auto head = *parseHead(options.head);
    request.head = head.choice;
    const int layers = analysis.record.layerCount();
    if (layers > 0) {
        const int layer = std::clamp(options.layer.value_or(layers - 1), 0, layers - 1);
        auto weights = headWeights(head.subset, analysis.record.headCount(LayerIndex{layer}));
        if (!weights)
            return fail(weights.error());
        request.headWeights = std::move(*weights);
    }
    if (!options.query.empty())
        request.query = *parseQuery(options.query);
    request.query.inverse = options.inverse;
    const auto& wanted = options.target;
    const bool isSigned = wanted.size() > 1 && (wanted[0] == '+' || wanted[0] == '-') && wanted[1] >= '0' && wanted[1] <= '9';
    const auto plain = isSigned ? wanted.substr(1) : wanted;
    const int components = embeddingComponents(analysis);
    const bool headless = components > 0;
    if (headless && methodInfo(request.method).needs == Needs::Class) {
        const auto asked = embeddingOf(plain, components);
        if (!asked)
            return fail(asked.error());
        request.embedding = *asked;
    }
    const auto target = classOf(headless ? "" : plain, config);
    const auto contrast = classOf(options.contrast, config);
    if (!target || !contrast)
        return fail(target ? contrast.error() : target.error());
    request.target = *target;
    request.lowers = isSigned && wanted[0] == '-';
    request.contrast = *contrast;
    request.alpha = options.alpha;
    request.discard = options.discard;
    request.steps = options.steps;
    request.seed = options.seed;
    return request;
}

ExportRequest exportRequest(const DrawOptions& options, const std::filesystem::path& out)
{
    ExportRequest request;
    request.look.colours = colourMapByName(options.colourMap).value_or(ColourMap::Inferno);
    request.look.opacity = options.opacity;
    request.look.interpolation = byWord<Interpolation>(options.interpolation).value_or(Interpolation::Bicubic);
    request.look.cover = byWord<Cover>(options.cover).value_or(Cover::Value);
    request.look.keepMass = options.keepMass;
    request.look.patchGrid = options.patchGrid;
    request.look.heads = options.style == exportFormat(ExportKind::Heads).name;
    if (!options.range.empty())
        request.look.range = *parseRange(options.range);
    request.kind = exportKindOf(out, options.style).value_or(ExportKind::Overlay);
    request.frame = byWord<ExportFrame>(options.frame).value_or(ExportFrame::Original);
    return request;
}

}
