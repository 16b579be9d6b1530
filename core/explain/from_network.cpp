// core/explain/from_network.cpp
#include "core/explain/from_network.h"
#include "core/base/stopwatch.h"
#include "core/explain/features/feature_maps.h"
#include "core/explain/from_record.h"
#include "core/explain/gradients/attn_lrp.h"
#include "core/explain/gradients/attribution.h"
#include "core/explain/gradients/cam_family.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/gradients/grad_cam.h"
#include "core/explain/gradients/input_gradients.h"
#include "core/explain/gradients/relevancy.h"
#include "core/explain/methods.h"
#include "core/explain/perturbation/occlusion.h"
#include "core/explain/query_weights.h"
#include "core/record/attention_recorder.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

using Answer = Result<Explanation> (*)(const NetworkTask&);

Answer answerOf(Method method)
{
    switch (method) {
    case Method::GradientRollout:
        return gradientRollout;
    case Method::Relevancy:
        return relevancy;
    case Method::Attribution:
        return attribution;
    case Method::AttnLrp:
        return attnLrp;
    case Method::GradCam:
        return gradCam;
    case Method::GradCamPlusPlus:
        return gradCamPlusPlus;
    case Method::LayerCam:
        return layerCam;
    case Method::EigenCam:
        return eigenCam;
    case Method::ScoreCam:
        return scoreCam;
    case Method::AttentionGradCam:
        return attentionGradCam;
    case Method::GradientRolloutVitExplain:
        return gradientRolloutVitExplain;
    case Method::InputGradient:
        return inputGradient;
    case Method::IntegratedGradients:
        return integratedGradients;
    case Method::SmoothGrad:
        return smoothGrad;
    case Method::Occlusion:
        return occlusion;
    case Method::FeatureSimilarity:
        return featureSimilarityMap;
    case Method::FeatureColours:
        return featureColoursMap;
    case Method::FeatureNorm:
        return featureNormMap;
    case Method::PositionSimilarity:
        return positionSimilarityMap;
    default:
        return nullptr;
    }
}

Result<Explanation> fromOwnRecord(Network& network, const at::Tensor& input, const ExplainRequest& request,
    const RunContext& run, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    const GridSize size{static_cast<int>(input.size(2)), static_cast<int>(input.size(3))};
    AttentionRecorder recorder(network.tokenLayout(size), network.attentionLayout(size), hooks);
    const auto output = network.forward(input, &recorder, run);
    if (!output)
        return fail(output.error());
    return explainFromRecord(recorder.take(), request, run);
}

/// The request as it will be answered. A target costs a forward pass only where none is given.
Result<ExplainRequest> resolved(
    Network& network, const at::Tensor& input, ExplainRequest request, const RunContext& run, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    request.query = resolvedQuery(network.tokenLayout({}), request.query);
    if (methodInfo(request.method).needs != Needs::Class) {
        if (methodInfo(request.method).needs == Needs::OneLayer && !request.layer)
            request.layer = LayerIndex{network.config().blockCount() - 1};
        return request;
    }
    auto logits = at::empty({1, network.config().classes.value});
    if (!request.target || network.config().classes.value == 0) {
        const auto output = network.forward(input, hooks, run);
        if (!output)
            return fail(output.error());
        logits = output->logits;
    }
    if (const auto valid = resolveTarget(logits, request); !valid)
        return fail(valid.error());
    return request;
}

}

Result<Explanation> explainFromNetwork(Network& network, const at::Tensor& input, const AttentionRecord* record,
    const ExplainRequest& request, const RunContext& run, AttentionHooks* hooks, Inference* inference)
{
    const Answer answer = answerOf(request.method);
    if (!answer)
        return record ? explainFromRecord(*record, request, run) : fromOwnRecord(network, input, request, run, hooks);
    const Stopwatch watch;
    const auto filled = resolved(network, input, request, run, hooks);
    if (!filled)
        return fail(filled.error());
    auto out = answer({network, input, *filled, hooks, run, inference});
    if (out)
        out->milliseconds = watch.milliseconds();
    return out;
}

}
