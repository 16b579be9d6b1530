// core/model/packed_inference.h: inference on the CPU with packed weights; the record is the buffers it computed in.
#pragma once
#include "core/model/packed/buffers.h"
#include "core/model/packed/plan.h"
#include "core/model/plain_inference.h"

namespace patchlight
{

class PackedInference : public Inference
{
public:
    PackedInference(std::shared_ptr<Network> network, std::unique_ptr<packed::Plan> plan);
    Result<RecordedForward> run(
        const NdArray& input, bool record, AttentionHooks* hooks, const RunContext& context) override;

private:
    at::Tensor block(
        LayerIndex layer, const at::Tensor& tokens, float* queryKey, LayerAttention& seen, AttentionHooks* hooks);

    std::shared_ptr<Network> m_network;
    std::unique_ptr<packed::Plan> m_plan;
    packed::RecordPool m_records;
    packed::Buffer m_unrecorded; ///< where queries and keys go that nobody keeps
};

}
