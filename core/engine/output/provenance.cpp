// core/engine/output/provenance.cpp
#include "core/engine/output/provenance.h"
#include "core/engine/model/describe_model.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/shown_heads.h"
#include "core/engine/picture/predictions.h"
#include "core/engine/versions.h"
#include "core/explain/methods.h"
#include "core/explain/words.h"
#include "core/render/words.h"
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;

Result<Json> describeFile(const FileIdentity& file)
{
    const auto hash = file.sha256();
    if (!hash)
        return fail(hash.error());
    return Json{{"file", file.path().string()}, {"sha256", *hash}};
}

Json embeddingJson(const EmbeddingTarget& target)
{
    switch (target.kind) {
    case EmbeddingTarget::Kind::Component:
        return Json::object({{"embedding", "component"}, {"component", target.component}});
    case EmbeddingTarget::Kind::Similarity:
        return Json::object({{"embedding", "similarity"}, {"like", target.likeName}});
    case EmbeddingTarget::Kind::Norm:
        break;
    }
    return Json::object({{"embedding", "norm"}});
}

Result<Json> describePicture(const Analysis& analysis)
{
    Json picture{{"name", analysis.name}, {"width", analysis.picture.width()}, {"height", analysis.picture.height()}};
    if (!analysis.notes.empty())
        picture["notes"] = analysis.notes;
    if (!analysis.identity)
        return picture;
    const auto file = describeFile(*analysis.identity);
    if (!file)
        return fail(file.error());
    picture.update(*file);
    return picture;
}

}

std::string headText(const HeadChoice& head)
{
    if (const auto* index = std::get_if<HeadIndex>(&head))
        return std::to_string(index->value);
    return std::string{wordFor(std::get<HeadFusion>(head))};
}

std::string queryText(const Query& query)
{
    switch (query.kind) {
    case Query::Kind::ClassToken:
        return "cls";
    case Query::Kind::Distillation:
        return "dist";
    case Query::Kind::Register:
        return "reg" + std::to_string(query.registerIndex);
    case Query::Kind::TokenDifference:
        return "cls-dist";
    case Query::Kind::Patches:
        break;
    case Query::Kind::Default:
        return "mean"; // of all patches: there is no class token
    }
    std::string text;
    for (const Cell cell : query.cells)
        text.append(text.empty() ? "" : ";").append(std::to_string(cell.row)).append(",").append(std::to_string(cell.column));
    return text;
}

Json describeInterventions(const Interventions& changes)
{
    Json all = Json::object();
    for (const Cell cell : changes.hidden)
        all["hide"].push_back({cell.row, cell.column});
    if (!changes.hidden.empty())
        all["hide_with"] = wordFor(changes.hideWith);
    for (const auto& each : changes.heads)
        all["heads"].push_back(
            {{"layer", each.layer.value}, {"head", each.head.value}, {"change", wordFor(each.change)}});
    for (const LayerIndex layer : changes.blocksOff)
        all["without_blocks"].push_back(layer.value);
    return all;
}

Json describeRequest(const ExplainRequest& request, const ModelConfig& config)
{
    const auto& method = methodInfo(request.method);
    const auto reads = [&](Parameter parameter) { return method.reads.has(parameter); };
    const auto classJson = [&](ClassIndex index) {
        return Json{{"class", index.value}, {"name", className(config, index)}};
    };
    Json all{{"method", method.name}};
    if (reads(Parameter::Layer) && request.layer)
        all["layer"] = request.layer->value;
    if (reads(Parameter::Head))
        all["head"] = headText(request.head);
    if (reads(Parameter::Head) && !request.headWeights.empty())
        all["head_weights"] = request.headWeights;
    if (reads(Parameter::Query))
        all["query"] = queryText(request.query);
    if (reads(Parameter::Inverse) && request.query.inverse)
        all["inverse"] = true;
    if (reads(Parameter::Target) && request.target)
        all["target"] = classJson(*request.target);
    if (reads(Parameter::Target) && request.embedding)
        all["target"] = embeddingJson(*request.embedding);
    if (reads(Parameter::Target) && request.lowers)
        all["lowers"] = true;
    if (reads(Parameter::Contrast) && request.contrast)
        all["contrast"] = classJson(*request.contrast);
    if (reads(Parameter::Alpha))
        all["alpha"] = request.alpha;
    if (reads(Parameter::Discard))
        all["discard"] = request.discard;
    if (reads(Parameter::LayerRange) && request.startLayer)
        all["start_layer"] = request.startLayer->value;
    if (reads(Parameter::LayerRange) && request.endLayer)
        all["end_layer"] = request.endLayer->value;
    if (reads(Parameter::Steps))
        all["steps"] = request.steps;
    if (reads(Parameter::Seed))
        all["seed"] = request.seed;
    return all;
}

Json describeLook(const Explanation& explanation, const ExportRequest& request)
{
    const Look look = lookFor(explanation, request.look);
    Json all = Json::object();
    if (showsHeads(explanation, request.look)) {
        all["heads"] = true;
        all["range"] = request.look.range ? Json{request.look.range->low, request.look.range->high} : Json();
        all["keep_mass"] = look.keepMass;
    } else if (explanation.colours.empty()) {
        all["colours"] = colourMapInfo(look.colours).name;
        all["range"] = {look.range->low, look.range->high};
        if (!request.look.range && leavesOutTheQuery(explanation))
            all["range_without_query"] = true;
        all["keep_mass"] = look.keepMass;
        all["cover"] = wordFor(look.cover);
    }
    all["opacity"] = look.opacity;
    all["interpolation"] = wordFor(look.interpolation);
    all["patch_grid"] = look.patchGrid;
    all["frame"] = wordFor(request.frame);
    return all;
}

Result<Json> provenance(const Analysis& analysis, const Explanation& explanation)
{
    const auto picture = describePicture(analysis);
    if (!picture)
        return fail(picture.error());
    auto model = describeModel(*analysis.model);
    Json files = Json::array();
    for (const auto& each : analysis.model->identities) {
        const auto file = describeFile(*each);
        if (!file)
            return fail(file.error());
        files.push_back(*file);
    }
    model["files"] = files;
    Json libraries = Json::object();
    for (const auto& [name, version] : libraryVersions())
        libraries[name] = version;
    Json all{{"program", "Patchlight"}, {"version", PATCHLIGHT_VERSION}, {"libraries", libraries},
        {"picture", *picture}, {"model", model},
        {"request", describeRequest(explanation.request, analysis.model->config)}, {"device", analysis.device},
        {"precision", analysis.precision}, {"threads", analysis.threads}};
    if (!analysis.interventions.empty())
        all["interventions"] = describeInterventions(analysis.interventions);
    return all;
}

}
