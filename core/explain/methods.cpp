// core/explain/methods.cpp: the table.
#include "core/explain/methods.h"
#include "core/explain/attention/attention_flow.h"
#include "core/explain/attention/pooling_attention.h"
#include "core/explain/attention/raw_attention.h"
#include "core/explain/attention/rollout.h"
#include "core/explain/attention/vit_explain.h"
#include "core/explain/features/feature_maps.h"
#include "core/explain/gradients/attn_lrp.h"
#include "core/explain/gradients/attribution.h"
#include "core/explain/gradients/cam_family.h"
#include "core/explain/gradients/grad_cam.h"
#include "core/explain/gradients/input_gradients.h"
#include "core/explain/gradients/relevancy.h"
#include "core/explain/measures/baseline_maps.h"
#include "core/explain/perturbation/occlusion.h"
#include "core/record/attention_record.h"
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

using enum Parameter;

/// Of those that go back through the layers with a class's gradient.
constexpr Parameters kGradientWalk{Head, Query, Target, Contrast, LayerRange};
constexpr Parameters kClass{Target, Contrast};

Result<Explanation> attentionOfOneLayer(const AttentionRecord& record, const ExplainRequest& request, const RunContext&)
{
    return rawAttention(record, request);
}

Result<Explanation> random(const AttentionRecord& record, const ExplainRequest& request, const RunContext&)
{
    return Explanation{randomMap(record.layout().grid, request.seed), false, {}, request};
}

Result<Explanation> centre(const AttentionRecord& record, const ExplainRequest& request, const RunContext&)
{
    return Explanation{centrePrior(record.layout().grid), false, {}, request};
}

constexpr std::array kMethods{
    MethodInfo{.method = Method::Attention,
        .name = "attention",
        .label = "Attention",
        .group = MethodGroup::Main,
        .key = 1,
        .needs = Needs::OneLayer,
        .needsAttention = true,
        .values = ValueMeaning::Shares,
        .record = attentionOfOneLayer,
        .reads = {Layer, Head, Query, Inverse},
        .source = "Dosovitskiy et al. 2021, appendix D.7",
        .reading = "Where the query token looks in one layer; bright patches have the largest weights of the softmax.",
        .misleads = "Weights say where a token looks, not what it takes from there: values may be small. One layer of many."},
    MethodInfo{.method = Method::Rollout,
        .name = "rollout",
        .label = "Rollout",
        .group = MethodGroup::Main,
        .key = 2,
        .needs = Needs::AllLayers,
        .needsAttention = true,
        .values = ValueMeaning::Shares,
        .record = rollout,
        .reads = {Head, Query, Inverse, Alpha, Discard, LayerRange},
        .source
        = "Abnar & Zuidema 2020, section 3; Swin: derived from it, from the pooled output back through the windows",
        .reading = "Attention followed through all layers back to the picture; says where information came from, for "
                   "any class.",
        .misleads = "It is the same for every class, and the residual weight is a choice; maps of deep networks look alike."},
    MethodInfo{.method = Method::Relevancy,
        .name = "relevancy",
        .label = "Relevancy",
        .group = MethodGroup::Main,
        .key = 3,
        .needs = Needs::Class,
        .needsAttention = true,
        .values = ValueMeaning::WeighedAttention,
        .network = relevancy,
        .reads = kGradientWalk,
        .source = "Chefer, Gur & Wolf, ICCV 2021, section 3.1",
        .reading = "Attention weighted by its gradient, summed over layers; bright patches speak for the target.",
        .misleads = "It follows positive evidence alone, so what speaks against the class is not seen. Queried at a patch, most of it lies on that patch itself."},
    MethodInfo{.method = Method::Attribution,
        .name = "attribution",
        .label = "Attribution",
        .group = MethodGroup::Main,
        .key = 4,
        .needs = Needs::Class,
        .onSwin = false,
        .needsAttention = true,
        .values = ValueMeaning::WeighedRelevance,
        .network = attribution,
        .reads = kGradientWalk,
        .source = "Chefer, Gur & Wolf, CVPR 2021, section 3 (layer-wise relevance propagation)",
        .reading = "Relevance passed back to the attention, weighted by its gradient, summed over layers; bright patches speak for the target.",
        .misleads = "It depends on rules chosen for each operation; what speaks against the class is cut off."},
    MethodInfo{.method = Method::GradCam,
        .name = "grad-cam",
        .label = "Grad-CAM",
        .group = MethodGroup::Main,
        .key = 5,
        .needs = Needs::Class,
        .network = gradCam,
        .reads = {Layer, Target, Contrast},
        .source = "Selvaraju et al. 2017, at the last block's first norm",
        .reading
        = "Channels of the last block weighted by their gradient; coarse, and it may light up far from the object.",
        .misleads = "After many layers patches have mixed: a bright patch is where the information lies by then, not where it came from."},
    MethodInfo{.method = Method::GradientRollout,
        .name = "gradient-rollout",
        .label = "Gradient rollout",
        .group = MethodGroup::Main,
        .key = 6,
        .needs = Needs::Class,
        .needsAttention = true,
        .values = ValueMeaning::WeighedAttention,
        .network = gradientRollout,
        .reads = kGradientWalk,
        .source = "github.com/jacobgil/vit-explain, with each layer paired with its own gradient; Swin: through the "
                  "windows, as "
                  "rollout",
        .reading = "Rollout through the attention that raises the class; bright patches speak for it.",
        .misleads = "Gradients that vanish leave layers out, and negative ones are cut off."},
    MethodInfo{.method = Method::AttentionGradCam,
        .name = "attention-grad-cam",
        .label = "Attention Grad-CAM",
        .group = MethodGroup::More,
        .key = 7,
        .needs = Needs::Class,
        .onSwin = false,
        .needsAttention = true,
        .values = ValueMeaning::WeighedAttention,
        .network = attentionGradCam,
        .reads = {Layer, Query, Target, Contrast},
        .source = "Chefer, Gur & Wolf, CVPR 2021, section 4 (baseline)",
        .reading = "The last layer's attention, its heads weighted by their gradient; one layer only.",
        .misleads = "One layer's attention: what came together in the layers before is not traced back."},
    MethodInfo{.method = Method::AttentionFlow,
        .name = "attention-flow",
        .label = "Attention flow",
        .group = MethodGroup::More,
        .needs = Needs::AllLayers,
        .onSwin = false,
        .needsAttention = true,
        .values = ValueMeaning::Capacity,
        .network = attentionFlowOf,
        .reads = {Head, Query, Alpha, LayerRange},
        .source = "Abnar & Zuidema 2020, section 3",
        .reading
        = "The most that attention, taken as pipes, can carry from each patch to the query; for any class. Seconds.",
        .misleads = "A bound of what could flow, not of what does; it knows no class."},
    MethodInfo{.method = Method::RolloutVitExplain,
        .name = "rollout-vit-explain",
        .label = "Rollout, as in vit-explain",
        .group = MethodGroup::More,
        .key = 8,
        .needs = Needs::AllLayers,
        .onSwin = false,
        .needsAttention = true,
        .values = ValueMeaning::ScaledAttention,
        .record = rolloutVitExplain,
        .reads = {Head, Discard},
        .source = "github.com/jacobgil/vit-explain (2020), its choices reproduced",
        .reading = "The published code: entries dropped over the whole matrix, columns scaled; compare with Rollout.",
        .misleads = "Kept for comparison with published figures; its columns are scaled, not its rows."},
    MethodInfo{.method = Method::GradientRolloutVitExplain,
        .name = "gradient-rollout-vit-explain",
        .label = "Gradient rollout, as in vit-explain",
        .group = MethodGroup::More,
        .key = 9,
        .needs = Needs::Class,
        .onSwin = false,
        .needsAttention = true,
        .values = ValueMeaning::WeighedAttention,
        .network = gradientRolloutVitExplain,
        .reads = {Target, Contrast, Discard},
        .source = "github.com/jacobgil/vit-explain (2020), its choices reproduced",
        .reading
        = "The published code: each layer is paired with the gradient of its mirror image; compare with Gradient "
          "rollout.",
        .misleads = "Kept for comparison with published figures; layers meet the gradients of other layers."},
    MethodInfo{.method = Method::PoolingAttention,
        .name = "pooling-attention",
        .label = "Pooling attention",
        .group = MethodGroup::More,
        .needs = Needs::AllLayers,
        .onSwin = false,
        .needsAttention = true,
        .values = ValueMeaning::Shares,
        .record = poolingAttention,
        .reads = {Head},
        .source = "Zhai et al. 2022, \"Scaling Vision Transformers\", section 3.2; SigLIP",
        .reading = "Where the head's learned query looks when it gathers the picture into one vector.",
        .misleads = "It shows the last step alone: by then each patch already knows of the others."},
    MethodInfo{.method = Method::AttnLrp,
        .name = "attnlrp",
        .label = "AttnLRP",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .needsAttention = true,
        .layerIsOptional = true,
        .bothSigns = true,
        .network = attnLrp,
        .reads = {Layer, Target, Contrast},
        .source = "Achtibat et al. 2024, arXiv 2402.05602, section 3",
        .reading = "Relevance passed back by rules made for attention; red speaks for the target, blue against it.",
        .misleads = "Signs can cancel within a patch; the sum over all patches is what the rules keep."},
    MethodInfo{.method = Method::GradCamPlusPlus,
        .name = "grad-cam++",
        .label = "Grad-CAM++",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .network = gradCamPlusPlus,
        .reads = {Layer, Target, Contrast},
        .source = "Chattopadhay et al. 2018, at the last block's first norm",
        .reading = "Grad-CAM with patches that raise the class weighing more; made for several objects of a class.",
        .misleads = "As with Grad-CAM: where the information lies in the last block, not where it came from."},
    MethodInfo{.method = Method::LayerCam,
        .name = "layer-cam",
        .label = "LayerCAM",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .network = layerCam,
        .reads = {Layer, Target, Contrast},
        .source = "Jiang et al. 2021, at the last block's first norm",
        .reading = "Every patch weighs its own channels by their gradient; finer than Grad-CAM in early blocks.",
        .misleads = "In early blocks it shows edges that any class could use."},
    MethodInfo{.method = Method::EigenCam,
        .name = "eigen-cam",
        .label = "EigenCAM",
        .group = MethodGroup::More,
        .needs = Needs::OneLayer,
        .values = ValueMeaning::Activity,
        .network = eigenCam,
        .reads = {Layer},
        .source = "Muhammad & Yeasin 2020, at the block's first norm",
        .reading = "The strongest component of a block's channels; shows what stands out, whatever the class.",
        .misleads = "It knows no class: what it lights up may speak for another one."},
    MethodInfo{.method = Method::ScoreCam,
        .name = "score-cam",
        .label = "ScoreCAM",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .forwardOnly = true,
        .network = scoreCam,
        .reads = {Layer, Target, Contrast},
        .source = "Wang et al. 2020, at the last block's first norm",
        .reading
        = "Channels weighted by the class's logit when only what they light up is shown; one forward pass each.",
        .misleads = "Pictures with most of their patches dark are unlike all that the network was trained on."},
    MethodInfo{.method = Method::InputGradient,
        .name = "input-gradient",
        .label = "Input × gradient",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .bothSigns = true,
        .network = inputGradient,
        .reads = kClass,
        .source = "Simonyan et al. 2014; Shrikumar et al. 2016",
        .reading = "Pixel times gradient, summed over each patch; red speaks for the target, blue against it.",
        .misleads = "It is noisy from pixel to pixel, and zero where the picture has the mean colour."},
    MethodInfo{.method = Method::IntegratedGradients,
        .name = "integrated-gradients",
        .label = "Integrated gradients",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .bothSigns = true,
        .network = integratedGradients,
        .reads = {Target, Contrast, Steps},
        .source = "Sundararajan et al. 2017, equation 1; from the mean colour to the picture",
        .reading = "Signed; all patches together add up to the logit's rise from a blank picture.",
        .misleads = "It hangs on the picture it starts from: patches of that colour get nothing."},
    MethodInfo{.method = Method::SmoothGrad,
        .name = "smooth-grad",
        .label = "SmoothGrad",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .values = ValueMeaning::Sensitivity,
        .network = smoothGrad,
        .reads = {Target, Contrast, Steps, Seed},
        .source = "Smilkov et al. 2017; noise of 15 % of the picture's range",
        .reading = "Size of the gradient, averaged over noisy copies; where small changes move the class most.",
        .misleads = "It says where the class is sensitive, not whether a patch speaks for it or against it."},
    MethodInfo{.method = Method::Occlusion,
        .name = "occlusion",
        .label = "Occlusion",
        .group = MethodGroup::More,
        .needs = Needs::Class,
        .forwardOnly = true,
        .bothSigns = true,
        .network = occlusion,
        .reads = kClass,
        .source = "Zeiler & Fergus 2014, section 3; one patch at a time, mean colour",
        .reading = "How much the logit falls when the patch is hidden; measured, not estimated. Red: it falls, blue: it rises.",
        .misleads = "Patches that stand for one another hide each other: either can go without loss."},
    MethodInfo{.method = Method::Random,
        .name = "random",
        .label = "Random",
        .group = MethodGroup::Baseline,
        .needs = Needs::Nothing,
        .values = ValueMeaning::Baseline,
        .record = random,
        .reads = {Seed},
        .source = "baseline: uniform noise from a seed",
        .reading = "Carries no information; a method must beat it.",
        .misleads = "None of it means anything; two seeds differ."},
    MethodInfo{.method = Method::CentrePrior,
        .name = "centre-prior",
        .label = "Centre prior",
        .group = MethodGroup::Baseline,
        .needs = Needs::Nothing,
        .values = ValueMeaning::Baseline,
        .record = centre,
        .reads = {},
        .source = "baseline: a Gaussian at the centre, a quarter of the side wide",
        .reading = "Photographers centre their objects; a method should beat it.",
        .misleads = "It has not seen the picture."},
    MethodInfo{.method = Method::FeatureSimilarity,
        .name = "feature-similarity",
        .label = "Feature similarity",
        .group = MethodGroup::Features,
        .needs = Needs::OneLayer,
        .values = ValueMeaning::Features,
        .network = featureSimilarityMap,
        .reads = {Layer, Query},
        .source = "Amir et al. 2022, \"Deep ViT Features as Dense Visual Descriptors\", section 3",
        .reading = "How alike (cosine) the features of every patch are to the query's after one layer; 1 is the same "
                   "direction.",
        .misleads = "Alike for the network need not be alike for the eye; late layers make all patches alike."},
    MethodInfo{.method = Method::FeatureColours,
        .name = "feature-colours",
        .label = "Feature colours",
        .group = MethodGroup::Features,
        .needs = Needs::OneLayer,
        .values = ValueMeaning::Features,
        .isPicture = true,
        .network = featureColoursMap,
        .reads = {Layer},
        .source = "Oquab et al. 2023, \"DINOv2\", figure 1",
        .reading
        = "The three strongest components of the features as red, green and blue: patches of like colour are alike.",
        .misleads = "Colours are of this picture alone: the same colour in another picture means something else."},
    MethodInfo{.method = Method::FeatureNorm,
        .name = "feature-norm",
        .label = "Feature norms",
        .group = MethodGroup::Features,
        .needs = Needs::OneLayer,
        .values = ValueMeaning::Features,
        .network = featureNormMap,
        .reads = {Layer},
        .source = "Darcet et al. 2024, \"Vision Transformers Need Registers\", section 2.1",
        .reading
        = "Length of every patch's features after one layer; patches above twice the median are ringed as sinks.",
        .misleads = "A long vector is not an important patch: some networks park global information in quiet background."},
    MethodInfo{.method = Method::PositionSimilarity,
        .name = "position-similarity",
        .label = "Position similarity",
        .group = MethodGroup::Features,
        .needs = Needs::Weights,
        .onSwin = false,
        .values = ValueMeaning::Features,
        .network = positionSimilarityMap,
        .reads = {Query},
        .source = "Dosovitskiy et al. 2021, figure 7, centre",
        .reading
        = "How alike (cosine) the learned positions of the patches are to the query's; the picture plays no part.",
        .misleads = "Of what was learned, not of this picture."}};

}

std::span<const MethodInfo> methods()
{
    return kMethods;
}

std::vector<Method> methodsOf(MethodGroup group)
{
    std::vector<Method> list;
    for (const MethodInfo& info : kMethods)
        if (info.group == group)
            list.push_back(info.method);
    return list;
}

const MethodInfo& methodInfo(Method method)
{
    return *std::find_if(kMethods.begin(), kMethods.end(), [&](const auto& info) { return info.method == method; });
}

std::optional<Method> methodByName(std::string_view name)
{
    const auto found = std::find_if(kMethods.begin(), kMethods.end(), [&](const auto& i) { return i.name == name; });
    return found == kMethods.end() ? std::nullopt : std::optional(found->method);
}

bool tellsRaisingFromLowering(const MethodInfo& method)
{
    return method.values != ValueMeaning::Sensitivity;
}

Result<void> checkAttends(Method method, bool attends)
{
    const auto& info = methodInfo(method);
    if (attends || !info.needsAttention)
        return {};
    return fail(ErrorCode::Unsupported,
        std::string(info.label)
            + " follows attention, and this network has none: it is made of convolutions; use Grad-CAM, occlusion or "
              "the gradients of the input.");
}

Result<void> checkHasOrder(Method method)
{
    if (!methodInfo(method).isPicture)
        return {};
    return fail(ErrorCode::Unsupported,
        "A map of colours puts no patch before another, so there is no order to test; choose a map with a scale.");
}

}
