// core/model/plain_inference.h: inference by the network's own torch operations, on any device.
#pragma once
#include "core/model/inference.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{
struct ForwardOutput;

class PlainInference : public Inference
{
public:
    PlainInference(std::shared_ptr<Network> network, RecordPrecision precision)
        : m_network(std::move(network)), m_precision(precision)
    {
    }
    std::uint64_t bytesNeeded(GridSize input, bool record) const override;
    Result<RecordedForward> run(
        const NdArray& input, Keep keep, AttentionHooks* hooks, const RunContext& context) override;

private:
    std::shared_ptr<Network> m_network;
    RecordPrecision m_precision;
};

/// A tensor over the array's memory: no copy, so the array must outlive it.
at::Tensor viewOf(const NdArray& array);
/// Float32 values of a tensor on any device; empty for an undefined one.
NdArray arrayOf(const at::Tensor& tensor);
RecordedForward toRecorded(const ForwardOutput& output, Keep keep);

}
