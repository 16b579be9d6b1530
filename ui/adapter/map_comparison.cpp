// ui/adapter/map_comparison.cpp: words are translated here.
#include "ui/adapter/map_comparison.h"
#include "core/engine/output/map_look.h"
#include "core/explain/query_weights.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QStringList>

namespace patchlight
{
namespace
{

/// The context translators see.
class MapTitle
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::MapTitle)
};

QString layersText(const ExplainRequest& request)
{
    const int first = request.startLayer.value_or(LayerIndex{0}).value;
    const QString all = MapTitle::tr("all layers");
    return request.endLayer ? MapTitle::tr("layers %1–%2").arg(first).arg(request.endLayer->value) : all;
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

QString mapTitle(const ShownMap& shown)
{
    const Analysis& analysis = *shown.analysis;
    const ExplainRequest& request = shown.request();
    const MethodInfo& info = methodInfo(request.method);
    QStringList parts{methodLabel(request.method)};
    if (info.reads.has(Parameter::Layer) && request.layer)
        parts << MapTitle::tr("layer %1").arg(request.layer->value);
    if (request.method == Method::Attention || !request.headWeights.empty())
        parts << headLabel(request.head, request.headWeights);
    if (info.needs == Needs::AllLayers)
        parts << layersText(request);
    if (const QString target = targetText(analysis, request); !target.isEmpty())
        parts << target;
    if (info.reads.has(Parameter::Query) && isChosen(analysis.tokens, request.query))
        parts << queryLabel(request.query, analysis.tokens);
    if (!analysis.interventions.empty())
        parts << interventionsText(analysis.interventions);
    if (leavesOutTheQuery(shown.explanation))
        parts << MapTitle::tr("scale without the patch itself");
    return parts.join(QStringLiteral(" · "));
}

QString headLegendText(int head, bool covered)
{
    const QString name = headLabel(HeadIndex{head}, {});
    return covered ? MapTitle::tr("%1 (covered)").arg(name) : name;
}

QString headsTitle(const ShownMap& shown)
{
    const ExplainRequest& request = shown.request();
    QStringList parts{MapTitle::tr("Heads over each other"),
        MapTitle::tr("layer %1").arg(request.layer.value_or(LayerIndex{}).value),
        queryLabel(request.query, shown.analysis->tokens)};
    if (!shown.analysis->interventions.empty())
        parts << interventionsText(shown.analysis->interventions);
    return parts.join(QStringLiteral(" · "));
}

}
