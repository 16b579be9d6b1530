// ui/state/choices.cpp: the table of which method has which controls.
#include "ui/state/choices.h"

namespace patchlight
{

NetShape NetShape::of(const Analysis& analysis)
{
    NetShape shape;
    for (int layer = 0; layer < analysis.record.layerCount(); ++layer)
        shape.heads.push_back(analysis.record.headCount(LayerIndex{layer}));
    shape.tokens = analysis.tokens;
    shape.classes = static_cast<int>(analysis.predictions.size());
    shape.windowed = analysis.record.windowed();
    return shape;
}

MethodControls controlsOf(Method method)
{
    MethodControls c;
    switch (method) {
    case Method::Attention:
        c.layer = c.head = c.query = true;
        break;
    case Method::Rollout:
        c.fusion = c.alpha = c.discard = c.range = c.query = true;
        break;
    case Method::GradientRollout:
        c.target = c.range = c.query = true;
        break;
    case Method::Relevancy:
        c.target = c.range = c.query = true;
        break;
    case Method::Attribution:
        c.target = c.range = c.query = true;
        break;
    case Method::GradCam:
        c.target = true;
        break;
    case Method::AttentionGradCam:
        c.target = true;
        break;
    case Method::RolloutVitExplain:
        c.fusion = c.discard = true;
        break;
    case Method::GradientRolloutVitExplain:
        c.target = c.discard = true;
        break;
    case Method::InputGradient:
        c.target = true;
        break;
    case Method::IntegratedGradients:
        c.target = c.steps = true;
        break;
    case Method::SmoothGrad:
        c.target = c.steps = true;
        break;
    case Method::Occlusion:
        c.target = true;
        break;
    case Method::Random:
        break;
    case Method::CentrePrior:
        break;
    case Method::FeatureSimilarity:
        c.layer = c.query = true;
        break;
    case Method::FeatureColours:
        c.layer = true;
        break;
    case Method::FeatureNorm:
        c.layer = true;
        break;
    case Method::PositionSimilarity:
        c.query = true;
        break;
    }
    return c;
}

bool showsFeatures(Method method)
{
    return method == Method::FeatureSimilarity || method == Method::FeatureColours || method == Method::FeatureNorm
        || method == Method::PositionSimilarity;
}

bool methodFits(Method method, const NetShape& shape)
{
    if (shape.layers() == 0)
        return true; // nothing is known yet; setShape() looks again
    const auto& info = methodInfo(method);
    if (shape.windowed && !info.onSwin)
        return false;
    return shape.classes > 0 || info.needs != Needs::Class;
}

}
