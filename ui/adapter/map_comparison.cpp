// ui/adapter/map_comparison.cpp: correlations are the core's; words are translated here.
#include "ui/adapter/map_comparison.h"
#include "core/engine/output/map_look.h"
#include "core/explain/measures/similarity.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace patchlight
{
namespace
{

/// The context translators see.
class MapTitle
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::MapTitle)
};

float magnitude(const Grid<float>& map)
{
    double sum = 0;
    for (const float value : map.values())
        sum += std::isfinite(value) ? std::abs(value) : 0;
    return sum > 0 ? static_cast<float>(sum) : 1.0F;
}

QString layersText(const ExplainRequest& request)
{
    const int first = request.startLayer.value_or(LayerIndex{0}).value;
    const QString all = MapTitle::tr("all layers");
    return request.endLayer ? MapTitle::tr("layers %1–%2").arg(first).arg(request.endLayer->value) : all;
}

}

std::optional<Likeness> likenessOf(const Grid<float>& a, const Grid<float>& b)
{
    if (a.empty() || a.size() != b.size())
        return std::nullopt;
    return Likeness{rankSimilarity(a, b), similarity(a, b)};
}

float linearLikeness(const Grid<float>& a, const Grid<float>& b)
{
    return a.empty() || a.size() != b.size() ? 0 : similarity(a, b);
}

Grid<float> signedDifference(const Grid<float>& a, const Grid<float>& b)
{
    if (a.empty() || a.size() != b.size())
        return {};
    Grid<float> difference(a.size());
    const float wholeA = magnitude(a);
    const float wholeB = magnitude(b);
    for (std::size_t i = 0; i < difference.values().size(); ++i)
        difference.values()[i] = a.values()[i] / wholeA - b.values()[i] / wholeB;
    return difference;
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
    if (info.needs == Needs::Class && request.target)
        parts << className(analysis, *request.target);
    if (request.query.kind == Query::Kind::Patches)
        parts << queryLabel(request.query, analysis.tokens);
    if (!analysis.interventions.empty())
        parts << interventionsText(analysis.interventions);
    if (leavesOutTheQuery(shown.explanation))
        parts << MapTitle::tr("scale without the patch itself");
    return parts.join(QStringLiteral(" · "));
}

}
