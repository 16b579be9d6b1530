// core/explain/methods.cpp: the table.
#include "core/explain/methods.h"
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

constexpr std::array kMethods{
    MethodInfo{Method::Attention, "attention", "Attention", Needs::OneLayer, false, true, {Layer, Head, Query, Inverse},
        "Dosovitskiy et al. 2021, appendix D.7",
        "Where the query token looks in one layer; bright patches have the largest weights of the softmax."},
    MethodInfo{Method::Rollout, "rollout", "Rollout", Needs::AllLayers, false, true,
        {Head, Query, Inverse, Alpha, Discard, LayerRange},
        "Abnar & Zuidema 2020, section 3; Swin: derived from it, from the pooled output back through the windows",
        "Attention followed through all layers back to the picture; says where information came from, for any class."},
    MethodInfo{Method::AttentionFlow, "attention-flow", "Attention flow", Needs::AllLayers, true, false,
        {Head, Query, Alpha, LayerRange}, "Abnar & Zuidema 2020, section 3",
        "The most that attention, taken as pipes, can carry from each patch to the query; for any class."},
    MethodInfo{Method::GradientRollout, "gradient-rollout", "Gradient rollout", Needs::Class, true, true, kGradientWalk,
        "github.com/jacobgil/vit-explain, with each layer paired with its own gradient; Swin: through the windows, as "
        "rollout",
        "Rollout through the attention that raises the class; bright patches speak for it."},
    MethodInfo{Method::Relevancy, "relevancy", "Relevancy", Needs::Class, true, true, kGradientWalk,
        "Chefer, Gur & Wolf, ICCV 2021, section 3.1",
        "Attention weighted by its gradient, summed over layers; bright patches speak for the class."},
    MethodInfo{Method::Attribution, "attribution", "Attribution", Needs::Class, true, false, kGradientWalk,
        "Chefer, Gur & Wolf, CVPR 2021, section 3 (layer-wise relevance propagation)",
        "Relevance passed back through every operation; bright patches speak for the class."},
    MethodInfo{Method::AttnLrp, "attnlrp", "AttnLRP", Needs::Class, true, true, {Layer, Target, Contrast},
        "Achtibat et al. 2024, arXiv 2402.05602, section 3",
        "Relevance passed back by rules made for attention; red speaks for the class, blue against it."},
    MethodInfo{Method::GradCam, "grad-cam", "Grad-CAM", Needs::Class, true, true, {Layer, Target, Contrast},
        "Selvaraju et al. 2017, at the last block's first norm",
        "Channels of the last block weighted by their gradient; coarse, and it may light up far from the object."},
    MethodInfo{Method::GradCamPlusPlus, "grad-cam++", "Grad-CAM++", Needs::Class, true, true,
        {Layer, Target, Contrast}, "Chattopadhay et al. 2018, at the last block's first norm",
        "Grad-CAM with patches that raise the class weighing more; made for several objects of a class."},
    MethodInfo{Method::LayerCam, "layer-cam", "LayerCAM", Needs::Class, true, true, {Layer, Target, Contrast},
        "Jiang et al. 2021, at the last block's first norm",
        "Every patch weighs its own channels by their gradient; finer than Grad-CAM in early blocks."},
    MethodInfo{Method::EigenCam, "eigen-cam", "EigenCAM", Needs::OneLayer, true, true, {Layer},
        "Muhammad & Yeasin 2020, at the block's first norm",
        "The strongest component of a block's channels; shows what stands out, whatever the class."},
    MethodInfo{Method::ScoreCam, "score-cam", "ScoreCAM", Needs::Class, true, true, {Layer, Target, Contrast},
        "Wang et al. 2020, at the last block's first norm",
        "Channels weighted by the class's logit when only what they light up is shown; one forward pass each."},
    MethodInfo{Method::AttentionGradCam, "attention-grad-cam", "Attention Grad-CAM", Needs::Class, true, false,
        {Layer, Query, Target, Contrast}, "Chefer, Gur & Wolf, CVPR 2021, section 4 (baseline)",
        "The last layer's attention, its heads weighted by their gradient; one layer only."},
    MethodInfo{Method::RolloutVitExplain, "rollout-vit-explain", "Rollout, as in vit-explain", Needs::AllLayers, false,
        false, {Head, Discard}, "github.com/jacobgil/vit-explain (2020), its choices reproduced",
        "The published code: entries dropped over the whole matrix, columns scaled; compare with Rollout."},
    MethodInfo{Method::GradientRolloutVitExplain, "gradient-rollout-vit-explain", "Gradient rollout, as in vit-explain",
        Needs::Class, true, false, {Target, Contrast, Discard},
        "github.com/jacobgil/vit-explain (2020), its choices reproduced",
        "The published code: each layer is paired with the gradient of its mirror image; compare with Gradient "
        "rollout."},
    MethodInfo{Method::InputGradient, "input-gradient", "Input × gradient", Needs::Class, true, true, kClass,
        "Simonyan et al. 2014; Shrikumar et al. 2016",
        "Pixel times gradient, summed over each patch; red speaks for the class, blue against it."},
    MethodInfo{Method::IntegratedGradients, "integrated-gradients", "Integrated gradients", Needs::Class, true, true,
        {Target, Contrast, Steps}, "Sundararajan et al. 2017, equation 1; from the mean colour to the picture",
        "Signed; all patches together add up to the logit's rise from a blank picture."},
    MethodInfo{Method::SmoothGrad, "smooth-grad", "SmoothGrad", Needs::Class, true, true,
        {Target, Contrast, Steps, Seed}, "Smilkov et al. 2017; noise of 15 % of the picture's range",
        "Size of the gradient, averaged over noisy copies; where small changes move the class most."},
    MethodInfo{Method::Occlusion, "occlusion", "Occlusion", Needs::Class, true, true, kClass,
        "Zeiler & Fergus 2014, section 3; one patch at a time, mean colour",
        "How much the logit falls when the patch is hidden; measured, not estimated."},
    MethodInfo{Method::Random, "random", "Random", Needs::Nothing, false, true, {Seed},
        "baseline: uniform noise from a seed", "Carries no information; a method must beat it."},
    MethodInfo{Method::CentrePrior, "centre-prior", "Centre prior", Needs::Nothing, false, true, {},
        "baseline: a Gaussian at the centre, a quarter of the side wide",
        "Photographers centre their objects; a method should beat it."},
    MethodInfo{Method::FeatureSimilarity, "feature-similarity", "Feature similarity", Needs::OneLayer, true, true,
        {Layer, Query}, "Amir et al. 2022, \"Deep ViT Features as Dense Visual Descriptors\", section 3",
        "How alike (cosine) the features of every patch are to the query's after one layer; 1 is the same direction."},
    MethodInfo{Method::FeatureColours, "feature-colours", "Feature colours", Needs::OneLayer, true, true, {Layer},
        "Oquab et al. 2023, \"DINOv2\", figure 1",
        "The three strongest components of the features as red, green and blue: patches of like colour are alike."},
    MethodInfo{Method::FeatureNorm, "feature-norm", "Feature norms", Needs::OneLayer, true, true, {Layer},
        "Darcet et al. 2024, \"Vision Transformers Need Registers\", section 2.1",
        "Length of every patch's features after one layer; patches above twice the median are ringed as sinks."},
    MethodInfo{Method::PositionSimilarity, "position-similarity", "Position similarity", Needs::Weights, true, false,
        {Query}, "Dosovitskiy et al. 2021, figure 7, centre",
        "How alike (cosine) the learned positions of the patches are to the query's; the picture plays no part."},
};

}

std::span<const MethodInfo> methods()
{
    return kMethods;
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

}
