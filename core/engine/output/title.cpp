// core/engine/output/title.cpp
#include "core/engine/output/title.h"
#include "core/base/formatted.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/provenance.h"
#include "core/engine/picture/predictions.h"
#include "core/explain/head_weights.h"
#include "core/explain/methods.h"
#include "core/explain/query_weights.h"
#include "core/explain/words.h"

namespace patchlight
{
namespace
{

constexpr std::size_t kListed = 4; ///< of patches and heads; more are counted

std::string counted(std::size_t count, const std::string& what)
{
    return std::to_string(count) + " " + what;
}

std::string cellsText(const std::vector<Cell>& cells)
{
    return cells.size() > kListed ? counted(cells.size(), "patches")
                                  : queryText({Query::Kind::Patches, 0, cells, false});
}

/// Nothing for the token that is asked where nobody chooses.
std::string queryTitle(const TokenLayout& tokens, const Query& query)
{
    const auto whom = query.kind == Query::Kind::Patches ? cellsText(query.cells) : queryText(query);
    if (query.inverse)
        return "who looks at " + whom;
    return isChosen(tokens, query) ? "query " + whom : std::string{};
}

std::string hiddenTitle(const Interventions& changes)
{
    if (changes.hidden.empty())
        return {};
    const std::string how{wordFor(changes.hideWith)};
    return "hidden " + cellsText(changes.hidden) + (changes.hideWith == HideWith::Mean ? "" : " (" + how + ")");
}

std::string headsTitle(const Interventions& changes)
{
    if (changes.heads.size() > kListed)
        return counted(changes.heads.size(), "heads changed");
    std::string text;
    for (const auto& each : changes.heads)
        text += (text.empty() ? "layer " : ", layer ") + std::to_string(each.layer.value) + ", head "
            + std::to_string(each.head.value) + " " + std::string{wordFor(each.change)};
    return text;
}

std::string blocksTitle(const Interventions& changes)
{
    std::string text;
    for (const LayerIndex layer : changes.blocksOff)
        text += (text.empty() ? "without block " : ", ") + std::to_string(layer.value);
    return text;
}

std::string embeddingTitle(const EmbeddingTarget& target)
{
    switch (target.kind) {
    case EmbeddingTarget::Kind::Component:
        return "component " + std::to_string(target.component) + " of the embedding";
    case EmbeddingTarget::Kind::Similarity:
        return "similarity to " + target.likeName;
    case EmbeddingTarget::Kind::Norm:
        break;
    }
    return "norm of the embedding";
}

void add(std::string& title, const std::string& part)
{
    if (!part.empty())
        title += (title.empty() ? "" : " · ") + part;
}

}

std::string interventionsTitle(const Interventions& changes)
{
    std::string title;
    add(title, hiddenTitle(changes));
    add(title, headsTitle(changes));
    add(title, blocksTitle(changes));
    return title;
}

std::optional<LayerSpan> layerSpan(const Analysis& analysis, const ExplainRequest& request)
{
    const int end = analysis.record.layerCount() - 1;
    const int first = request.startLayer ? request.startLayer->value : 0;
    const int last = request.endLayer ? request.endLayer->value : end;
    if (!methodInfo(request.method).reads.has(Parameter::LayerRange) || last < first)
        return {};
    return LayerSpan{first, last, first == 0 && last == end};
}

namespace
{

/// With a number in the place of "%1".
std::string numbered(std::string words, std::string_view place, int number)
{
    if (const auto at = words.find(place); at != std::string::npos)
        words.replace(at, place.size(), std::to_string(number));
    return words;
}

}

std::string layersTitle(const Analysis& analysis, const ExplainRequest& request, const LayerWords& words)
{
    if (methodInfo(request.method).reads.has(Parameter::Layer) && request.layer)
        return numbered(words.one, "%1", request.layer->value);
    const auto span = layerSpan(analysis, request);
    if (!span)
        return {};
    return span->first == span->last ? numbered(words.one, "%1", span->first)
                                     : numbered(numbered(words.several, "%1", span->first), "%2", span->last);
}

namespace
{

/// "residual 0.8 · discard 25 % · 8 steps · seed 3": numbers that are not as they come.
std::string numbersTitle(const ExplainRequest& request)
{
    const ExplainRequest usual;
    const auto changed = [&](Parameter parameter, auto ExplainRequest::* field) {
        return methodInfo(request.method).reads.has(parameter) && request.*field != usual.*field;
    };
    std::string title;
    if (changed(Parameter::Alpha, &ExplainRequest::alpha))
        add(title, formatted("residual %.2g", static_cast<double>(request.alpha)));
    if (changed(Parameter::Discard, &ExplainRequest::discard))
        add(title, formatted("discard %.3g %%", 100 * static_cast<double>(request.discard)));
    if (changed(Parameter::Steps, &ExplainRequest::steps))
        add(title, counted(static_cast<std::size_t>(request.steps), "steps"));
    if (changed(Parameter::Seed, &ExplainRequest::seed))
        add(title, "seed " + std::to_string(request.seed));
    return title;
}

std::string titleOf(const Analysis& analysis, const Explanation& explanation, bool ofFigure)
{
    const auto& request = explanation.request;
    const auto& method = methodInfo(request.method);
    const auto& config = analysis.model->config;
    const auto reads = [&](Parameter parameter) { return method.reads.has(parameter); };
    const std::string lowering = request.lowers ? "what lowers " : "";
    std::string title{method.label};
    if (ofFigure || (reads(Parameter::Layer) && request.layer))
        add(title, layersTitle(analysis, request));
    if (reads(Parameter::Head) && (method.needs == Needs::OneLayer || request.head != HeadChoice{HeadFusion::Mean}))
        add(title, "head " + headText(request.head));
    if (reads(Parameter::Head) && !request.headWeights.empty())
        add(title, "of heads " + headWeightsText(request.headWeights));
    if (ofFigure)
        add(title, numbersTitle(request));
    if (reads(Parameter::Query))
        add(title, queryTitle(analysis.tokens, request.query));
    if (reads(Parameter::Target) && request.target)
        add(title, lowering + className(config, *request.target));
    if (reads(Parameter::Target) && request.embedding)
        add(title, lowering + embeddingTitle(*request.embedding));
    if (reads(Parameter::Contrast) && request.contrast)
        add(title, "against " + className(config, *request.contrast));
    add(title, interventionsTitle(analysis.interventions));
    return title;
}

}

std::string explanationTitle(const Analysis& analysis, const Explanation& explanation)
{
    return titleOf(analysis, explanation, false);
}

std::string figureTitle(const Analysis& analysis, const Explanation& explanation, bool ownRange)
{
    auto title = titleOf(analysis, explanation, true);
    if (ownRange && leavesOutTheQuery(explanation))
        add(title, explanation.request.query.cells.size() > 1 ? "scale without the patches themselves"
                                                              : "scale without the patch itself");
    if (saysNothing(explanation))
        add(title, "every value is 0");
    if (analysis.model)
        add(title, analysis.model->title);
    return title;
}

}
