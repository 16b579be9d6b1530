// core/engine/output/film.cpp: one map and one picture per layer, asked for as the film is written.
#include "core/engine/output/film.h"
#include "core/engine/explain_analysis.h"
#include "core/engine/output/map_picture.h"
#include "core/explain/methods.h"
#include "core/render/animation.h"
#include <limits>

namespace patchlight
{
namespace
{

constexpr double kFramesPerSecond = 2;

ExplainRequest atLayer(ExplainRequest question, LayerIndex layer)
{
    question.layer = layer;
    question.endLayer = layer;
    if (question.startLayer && layer < *question.startLayer)
        question.startLayer = layer;
    return question;
}

/// Of a method that looks at one layer; a block that is switched off has its frame, on which nothing is seen.
bool isOff(const Analysis& analysis, const ExplainRequest& question)
{
    return methodInfo(question.method).needs == Needs::OneLayer && !analysis.record.layer(*question.layer).q;
}

Explanation nothingSeen(const Analysis& analysis, const ExplainRequest& question)
{
    Explanation out;
    out.map = Grid<float>(analysis.record.layer(*question.layer).grid, std::numeric_limits<float>::quiet_NaN());
    out.request = question;
    return out;
}

Result<Image> frameOf(
    const Analysis& analysis, const ExplainRequest& question, const ExportRequest& request, const RunContext& run)
{
    const auto map = isOff(analysis, question) ? Result<Explanation>{nothingSeen(analysis, question)}
                                               : explainFromAnalysis(analysis, question, {run.cancel, {}});
    return map ? exportImage(analysis, *map, request) : Result<Image>{fail(map.error())};
}

}

Result<void> exportFilm(const std::filesystem::path& path, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run)
{
    if (methodInfo(question.method).network)
        return fail(ErrorCode::Unsupported,
            "A film goes through the layers of raw attention or rollout; "
                + std::string(methodInfo(question.method).label) + " would run the network for each of them.");
    if (const auto attends = checkAttends(question.method, analysis.record.attends()); !attends)
        return fail(attends.error());
    Animation animation;
    animation.frames = analysis.record.layerCount();
    animation.framesPerSecond = kFramesPerSecond;
    animation.frame = [&](int layer) { return frameOf(analysis, atLayer(question, LayerIndex{layer}), request, run); };
    const auto files = writeAnimation(path, animation, run);
    return files ? Result<void>{} : Result<void>{fail(files.error())};
}

}
