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
    shape.windowed = analysis.record.windowed();
    return shape;
}

MethodControls controlsOf(Method method)
{
    const auto& info = methodInfo(method);
    const auto reads = [&info](Parameter parameter) { return info.reads.has(parameter); };
    const bool oneLayer = info.needs == Needs::OneLayer; // one of its heads can be chosen, not only how they are fused
    MethodControls c;
    c.layer = reads(Parameter::Layer);
    c.head = reads(Parameter::Head) && oneLayer;
    c.fusion = reads(Parameter::Head) && !oneLayer;
    c.alpha = reads(Parameter::Alpha);
    c.discard = reads(Parameter::Discard);
    c.range = reads(Parameter::LayerRange);
    c.target = reads(Parameter::Target);
    c.query = reads(Parameter::Query);
    c.inverse = reads(Parameter::Inverse);
    c.steps = reads(Parameter::Steps);
    return c;
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
