// core/model/inference.h: one picture through a network as fast as the device allows, its queries and keys kept.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/precision.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/record/attention_record.h"
#include <memory>
#include <string>
#include <vector>

namespace patchlight
{
class AttentionHooks;
class Network;

struct InferenceOptions {
    std::string device = "cpu"; ///< "cpu", "cuda:0", …: one that is there
    Precision precision = Precision::Fp32;
    bool packed = true; ///< false: plain torch operations, the reference
};

/// What of a forward pass is wanted.
enum class Keep {
    Answer, ///< logits, or the embedding: of the last block no more is computed than the head reads
    Tokens, ///< and the tokens after the final norm
    Record, ///< and every block's queries and keys
};

/// What one forward pass leaves behind; empty arrays where the net has no such output or it was not wanted.
struct RecordedForward {
    NdArray logits, logitsClass, logitsDistillation; ///< [B, C]
    NdArray tokens; ///< after the final norm: [B, T, D]; a map of tokens [B, rows, columns, D]
    NdArray embedding; ///< [B, D] or [B, E]: nets without classes
    NdArray featureMap; ///< [B, C, rows, columns]: convolutional networks
    AttentionRecord record{TokenLayout{}, {}}; ///< of the first picture; without layers when not asked for
};

/// Runs on the calling thread with torch's thread count. Not for two threads at once. float32 in and out whatever
/// the precision inside; the record of a bf16 or fp16 run is kept in half precision.
class Inference
{
public:
    virtual ~Inference() = default;

    /// Packs the weights where there is a faster way than plain torch for this device and network. The network stays
    /// usable (gradient methods run on it) and on the CPU.
    /// Errors: Unsupported (a precision the device cannot do, with the reason), OutOfMemory.
    static Result<std::unique_ptr<Inference>> make(std::shared_ptr<Network> network, const InferenceOptions& options);

    /// What a device that is there can compute in, float32 first: processors bf16 where they have instructions for it,
    /// CUDA all of them.
    static std::vector<Precision> precisions(const std::string& device);

    /// input [B, 3, H, W]. `hooks` may watch and change the run; null for none. Hooks that replace tokens or weights
    /// or leave blocks out take the plain way. Errors: InvalidOption (an input that does not fit), Cancelled.
    virtual Result<RecordedForward> run(
        const NdArray& input, Keep keep, AttentionHooks* hooks, const RunContext& context)
        = 0;

    /// About what run() will take for one picture of this size, on the computer's own memory (bytesOfPass).
    virtual std::uint64_t bytesNeeded(GridSize input, bool record) const = 0;
};

}
