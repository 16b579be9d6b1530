// core/model/inference.cpp: which way a network runs on which device.
#include "core/model/inference.h"
#include "core/model/network.h"
#include "core/model/packed/linear.h"
#include "core/model/packed_inference.h"
#include "core/model/plain_inference.h"

namespace patchlight
{

Result<std::unique_ptr<Inference>> Inference::make(std::shared_ptr<Network> network, const InferenceOptions& options)
{
    if (options.device != "cpu")
        return fail(ErrorCode::Unsupported, "this build runs on the CPU only");
    if (options.precision == Precision::Fp16)
        return fail(
            ErrorCode::Unsupported, "processors do not compute in fp16; choose fp32, or bf16 where it is there");
    if (options.precision == Precision::Bf16 && !packed::Linear::hasBFloat16())
        return fail(ErrorCode::Unsupported, "this processor has no bfloat16 instructions; choose fp32");
    if (options.packed)
        if (auto plan = packed::makePlan(*network, options.precision))
            return std::make_unique<PackedInference>(std::move(network), std::move(plan));
    return std::make_unique<PlainInference>(std::move(network));
}

}
