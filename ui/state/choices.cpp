// ui/state/choices.cpp: which controls a method has, by what the table of methods says it reads.
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
    shape.components = embeddingComponents(analysis);
    shape.windowed = analysis.record.windowed();
    shape.attends = analysis.record.attends();
    shape.pools = analysis.record.pooling().has_value();
    return shape;
}

MethodControls controlsOf(Method method)
{
    const auto& info = methodInfo(method);
    const auto reads = [&info](Parameter parameter) { return info.reads.has(parameter); };
    const bool oneLayer = info.needs == Needs::OneLayer; // one of its heads can be chosen, not only how they are fused
    MethodControls c;
    c.layer = reads(Parameter::Layer);
    c.layerIsOptional = info.layerIsOptional;
    c.head = reads(Parameter::Head) && oneLayer;
    c.fusion = reads(Parameter::Head) && !oneLayer;
    c.alpha = reads(Parameter::Alpha);
    c.discard = reads(Parameter::Discard);
    c.range = reads(Parameter::LayerRange);
    c.target = reads(Parameter::Target);
    c.sign = c.target && !info.bothSigns && tellsRaisingFromLowering(info); // else the map says both, or neither
    c.query = reads(Parameter::Query);
    c.inverse = reads(Parameter::Inverse);
    c.steps = reads(Parameter::Steps);
    return c;
}

Unfit whyUnfit(Method method, const NetShape& shape)
{
    if (shape.layers() == 0)
        return Unfit::Fits; // nothing is known yet; setShape() looks again
    const auto& info = methodInfo(method);
    if (info.needsAttention && !shape.attends)
        return Unfit::NeedsAttention;
    if (shape.windowed && !info.onSwin)
        return Unfit::NotOnSwin;
    if (method == Method::PoolingAttention && !shape.pools)
        return Unfit::NeedsPooling;
    return shape.classes > 0 || shape.components > 0 || info.needs != Needs::Class ? Unfit::Fits : Unfit::NeedsClasses;
}

Method firstThatFits(const NetShape& shape)
{
    for (const Method method : {Method::Attention, Method::GradCam})
        if (methodFits(method, shape))
            return method;
    return Method::FeatureColours;
}

}
