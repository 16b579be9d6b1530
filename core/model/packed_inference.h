// core/model/packed_inference.h: inference on the CPU with packed weights; a float32 record is the buffers it computed
// in.
#pragma once
#include "core/model/packed/buffers.h"
#include "core/model/packed/plan.h"
#include "core/model/plain_inference.h"

namespace patchlight
{

class PackedInference : public Inference
{
public:
    PackedInference(std::shared_ptr<Network> network, std::unique_ptr<packed::Plan> plan, RecordPrecision precision);
    std::uint64_t bytesNeeded(GridSize input, bool record) const override;
    Result<RecordedForward> run(
        const NdArray& input, Keep keep, AttentionHooks* hooks, const RunContext& context) override;

private:
    /// Where a block's queries and keys go.
    struct Place {
        int wanted; ///< of each picture's tokens
        float* computed; ///< room for the whole batch
        Half* halved; ///< where the first picture's are kept at half the bytes; null: where they were computed
    };
    at::Tensor block(
        LayerIndex layer, const at::Tensor& tokens, const Place& place, LayerAttention& seen, AttentionHooks* hooks);

    std::shared_ptr<Network> m_network;
    std::unique_ptr<packed::Plan> m_plan;
    RecordPrecision m_precision;
    packed::RecordPool m_records;
    packed::Buffer m_unrecorded; ///< queries and keys that nobody keeps as they were computed
};

}
