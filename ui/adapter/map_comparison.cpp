// ui/adapter/map_comparison.cpp: words are translated here.
#include "ui/adapter/map_comparison.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/shown_heads.h"
#include "core/engine/output/title.h"
#include "core/explain/query_weights.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <limits>

namespace patchlight
{
namespace
{

/// The context translators see.
class MapTitle
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::MapTitle)
};

/// Empty where they are all, or the method has no range.
QString layersText(const ShownMap& shown)
{
    const auto span = layerSpan(*shown.analysis, shown.request());
    if (!span || span->whole)
        return {};
    return span->first == span->last ? MapTitle::tr("layer %1").arg(span->first)
                                     : MapTitle::tr("layers %1–%2").arg(span->first).arg(span->last);
}

/// What of a method's numbers is not as it comes.
QStringList numbersTexts(const ExplainRequest& request)
{
    const ExplainRequest usual;
    const auto changed = [&](Parameter parameter, auto ExplainRequest::* field) {
        return methodInfo(request.method).reads.has(parameter) && request.*field != usual.*field;
    };
    QStringList texts;
    if (changed(Parameter::Alpha, &ExplainRequest::alpha))
        texts << MapTitle::tr("residual weight %1").arg(request.alpha, 0, 'f', 2);
    if (changed(Parameter::Discard, &ExplainRequest::discard))
        texts << MapTitle::tr("without the smallest %1 %").arg(std::lround(100 * request.discard));
    if (changed(Parameter::Steps, &ExplainRequest::steps))
        texts << MapTitle::tr("%1 steps").arg(request.steps);
    return texts;
}

QString titleOf(const ShownMap& shown, const Query& query, const Interventions& changes, bool withoutQuery)
{
    const Analysis& analysis = *shown.analysis;
    const ExplainRequest& request = shown.request();
    const MethodInfo& info = methodInfo(request.method);
    QStringList parts{methodLabel(request.method)};
    if (info.reads.has(Parameter::Layer) && request.layer)
        parts << MapTitle::tr("layer %1").arg(request.layer->value);
    const bool fused = info.reads.has(Parameter::Head) && request.head != HeadChoice{HeadFusion::Mean};
    if (request.method == Method::Attention || fused || !request.headWeights.empty())
        parts << headLabel(request.head, request.headWeights);
    if (const QString layers = layersText(shown); !layers.isEmpty())
        parts << layers;
    parts << numbersTexts(request);
    if (const QString target = targetText(analysis, request); !target.isEmpty())
        parts << target;
    if (info.reads.has(Parameter::Query) && isChosen(analysis.tokens, query))
        parts << queryLabel(query, analysis.tokens);
    if (!changes.empty())
        parts << interventionsText(changes);
    if (withoutQuery)
        parts << (query.cells.size() > 1 ? MapTitle::tr("scale without the patches themselves") : MapTitle::tr("scale without the patch itself"));
    if (saysNothing(shown))
        parts << MapTitle::tr("every value is 0");
    return parts.join(QStringLiteral(" · "));
}

QString headsTitleOf(const ShownMap& shown, const Query& query, const Interventions& changes)
{
    QStringList parts{MapTitle::tr("Heads over each other"),
        MapTitle::tr("layer %1").arg(shown.request().layer.value_or(LayerIndex{}).value),
        queryLabel(query, shown.analysis->tokens)};
    if (!changes.empty())
        parts << interventionsText(changes);
    return parts.join(QStringLiteral(" · "));
}

}

QString targetText(const Analysis& analysis, const ExplainRequest& request)
{
    if (methodInfo(request.method).needs != Needs::Class || (!request.target && !request.embedding))
        return {};
    const QString target
        = request.embedding ? embeddingLabel(*request.embedding) : className(analysis, *request.target);
    return request.lowers ? MapTitle::tr("what lowers %1").arg(target) : target;
}

bool saysNothing(const ShownMap& shown)
{
    return saysNothing(shown.explanation);
}

QString mapTitle(const ShownMap& shown)
{
    return titleOf(shown, shown.request().query, shown.analysis->interventions, leavesOutTheQuery(shown.explanation));
}

QString longestTitle(const ShownMap& shown, bool heads, bool underBrush)
{
    const GridSize grid = shown.analysis->tokens.grid;
    const MethodInfo& info = methodInfo(shown.request().method);
    Query query = shown.request().query;
    Interventions changes = shown.analysis->interventions;
    bool withoutQuery = leavesOutTheQuery(shown.explanation);
    if (underBrush) {
        changes.hidden.resize(static_cast<std::size_t>(grid.count()));
    } else {
        if (query.kind != Query::Kind::TokenDifference)
            query = Query::patch({grid.rows - 1, grid.columns - 1});
        query.inverse = true;
        withoutQuery = info.needs == Needs::Class && info.reads.has(Parameter::Query) && !info.bothSigns;
    }
    return heads ? headsTitleOf(shown, query, changes) : titleOf(shown, query, changes, withoutQuery);
}

bool samePicture(const Analysis& one, const Analysis& other)
{
    if (one.identity && other.identity)
        return one.identity->sameAs(*other.identity);
    return one.name == other.name && one.picture == other.picture;
}

bool sameCut(const Analysis& one, const Analysis& other)
{
    const RectF a = one.geometry.fieldOfView(), b = other.geometry.fieldOfView();
    const auto near = [](double edge, double of, double side) { return std::abs(edge - of) < 0.02 * side; };
    return near(a.x, b.x, a.width) && near(a.y, b.y, a.height) && near(a.width, b.width, a.width)
        && near(a.height, b.height, a.height);
}

QString modelApart(const Analysis& one, const Analysis& other)
{
    if (one.model == other.model || !one.model || !other.model)
        return {};
    const QString title = modelTitle(*one.model);
    return title == modelTitle(*other.model)
        ? QStringLiteral("%1 (%2)").arg(title, QFileInfo(fromPath(one.model->path)).fileName())
        : title;
}

QString toldApart(const Analysis& one, const Analysis& other)
{
    QStringList names;
    if (!samePicture(one, other))
        names << fromUtf8(one.name);
    if (const QString model = modelApart(one, other); !model.isEmpty())
        names << model;
    return names.join(QStringLiteral(" · "));
}

ComparedMaps comparedMaps(const ShownMap& live, const ShownMap& held)
{
    if (!live.explanation.colours.empty() || !held.explanation.colours.empty())
        return {};
    ComparedMaps maps{live.map(), held.map(), false};
    if (maps.live.size() != maps.held.size())
        return maps;
    for (const ShownMap* shown : {&live, &held}) {
        if (!leavesOutTheQuery(shown->explanation))
            continue;
        maps.withoutQuery = true;
        for (const Cell cell : shown->request().query.cells)
            maps.live.at(cell) = maps.held.at(cell) = std::numeric_limits<float>::quiet_NaN();
    }
    return maps;
}

QString differenceTitle(const ShownMap& live, const ShownMap& held)
{
    const auto named = [](const ShownMap& map, const ShownMap& other) {
        const QString apart = toldApart(*map.analysis, *other.analysis);
        return apart.isEmpty() ? mapTitle(map) : apart + QStringLiteral(" · ") + mapTitle(map);
    };
    QStringList parts{withoutGaps(MapTitle::tr("(%1) minus (%2), both scaled to sum 1 first").arg(named(live, held), named(held, live)))};
    if (comparedMaps(live, held).withoutQuery)
        parts << MapTitle::tr("without the query itself");
    if (live.analysis->model && live.analysis->model == held.analysis->model) // two are told apart above
        parts << modelTitle(*live.analysis->model);
    return parts.join(QStringLiteral(" · "));
}

std::optional<QString> translatedFigureTitle(const ShownMap& shown, const Look& look)
{
    if (MapTitle::tr("layer %1") == QLatin1String("layer %1"))
        return {};
    const QString map = showsHeads(shown.explanation, look) ? headsTitle(shown) : mapTitle(shown);
    return shown.analysis->model ? map + QStringLiteral(" · ") + modelTitle(*shown.analysis->model) : map;
}

SheetWords translatedSheetWords()
{
    return {MapTitle::tr("layer").toStdString(), MapTitle::tr("head").toStdString(),
        MapTitle::tr("mean").toStdString()};
}

LayerWords translatedLayerWords()
{
    return {MapTitle::tr("layer %1").toStdString(), MapTitle::tr("layers %1–%2").toStdString()};
}

QString headLegendText(int head, bool covered)
{
    const QString name = headLabel(HeadIndex{head}, {});
    return covered ? MapTitle::tr("%1 (covered)").arg(name) : name;
}

QString headsTitle(const ShownMap& shown)
{
    return headsTitleOf(shown, shown.request().query, shown.analysis->interventions);
}

}
