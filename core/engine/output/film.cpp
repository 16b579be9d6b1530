// core/engine/output/film.cpp: one map and one picture per layer, asked for as the film is written.
#include "core/engine/output/film.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include "core/render/animation.h"

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

}

Result<void> exportFilm(const std::filesystem::path& path, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run)
{
    if (methodInfo(question.method).network)
        return fail(ErrorCode::Unsupported,
            "A film goes through the layers of raw attention or rollout; "
                + std::string(methodInfo(question.method).label) + " would run the network for each of them.");
    Animation animation;
    animation.frames = analysis.record.layerCount();
    animation.framesPerSecond = kFramesPerSecond;
    animation.frame = [&](int layer) -> Result<Image> {
        const auto map = explainFromRecord(analysis.record, atLayer(question, LayerIndex{layer}), {run.cancel, {}});
        return map ? exportImage(analysis, *map, request) : Result<Image>{fail(map.error())};
    };
    const auto files = writeAnimation(path, animation, run);
    return files ? Result<void>{} : Result<void>{fail(files.error())};
}

}
