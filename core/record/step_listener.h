// core/record/step_listener.h: who hears what a network computes on its way.
#pragma once
#include <ATen/core/Tensor.h>
#include <string_view>

namespace patchlight
{

/// Hears every step of a forward pass in the order of computation. Shapes are the network's own: B pictures first,
/// inside windowed attention B·windows. Listening changes nothing of what is computed.
class StepListener
{
public:
    virtual ~StepListener() = default;
    /// `step`: one of the names in core/explain/steps/steps.h.
    virtual void onStep(std::string_view step, const at::Tensor& values) = 0;
};

/// While it lives, `listener` hears what this thread computes. Per thread, as torch's own guards are: a step is told
/// deep inside a layer, and no signature on the way there has to carry somebody who hardly ever listens.
class Listening
{
public:
    explicit Listening(StepListener& listener);
    ~Listening();
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

private:
    StepListener* m_before;
};

/// Whether anybody listens on this thread: a fused path then has to take its steps one by one.
bool stepsAreHeard();

/// Gives `values` back after the listener, if there is one, has heard of them.
at::Tensor told(std::string_view step, at::Tensor values);

}
