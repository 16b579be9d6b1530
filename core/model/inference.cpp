// core/model/inference.cpp: which way a network runs on which device.
#include "core/model/inference.h"
#include "core/model/network.h"
#include "core/model/packed/linear.h"
#include "core/model/packed_inference.h"
#include "core/model/plain_inference.h"
#include <ATen/Context.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

at::ScalarType typeOf(Precision precision)
{
    switch (precision) {
    case Precision::Bf16:
        return at::kBFloat16;
    case Precision::Fp16:
        return at::kHalf;
    case Precision::Fp32:
        break;
    }
    return at::kFloat;
}

/// Half precision adds nothing to the error that bf16 or fp16 products have made already, and halves the record.
RecordPrecision recordFor(Precision precision)
{
    return precision == Precision::Fp32 ? RecordPrecision::Float32 : RecordPrecision::Half;
}

/// The weights are uploaded once, in the precision asked for; the plain network on the CPU may go.
Result<std::unique_ptr<Inference>> onDevice(const Network& network, const InferenceOptions& options)
{
    if (!at::hasCUDA())
        return fail(ErrorCode::Unsupported,
            "device " + options.device + " cannot be had: this LibTorch was built without CUDA; use the CPU");
    auto copy = copyOf(network, at::TensorOptions(at::Device(options.device)).dtype(typeOf(options.precision)));
    if (!copy)
        return fail(copy.error());
    return std::make_unique<PlainInference>(std::move(*copy), recordFor(options.precision));
}

}

std::vector<Precision> Inference::precisions(const std::string& device)
{
    if (device != "cpu")
        return {Precision::Fp32, Precision::Bf16, Precision::Fp16};
    if (packed::Linear::hasBFloat16())
        return {Precision::Fp32, Precision::Bf16};
    return {Precision::Fp32};
}

Result<std::unique_ptr<Inference>> Inference::make(std::shared_ptr<Network> network, const InferenceOptions& options)
{
    if (options.device != "cpu")
        return onDevice(*network, options);
    if (options.precision == Precision::Fp16)
        return fail(
            ErrorCode::Unsupported, "processors do not compute in fp16; choose fp32, or bf16 where it is there");
    if (options.precision == Precision::Bf16 && !packed::Linear::hasBFloat16())
        return fail(ErrorCode::Unsupported, "this processor has no bfloat16 instructions; choose fp32");
    if (options.packed)
        if (auto plan = packed::makePlan(*network, options.precision))
            return std::make_unique<PackedInference>(std::move(network), std::move(plan), recordFor(options.precision));
    return std::make_unique<PlainInference>(std::move(network), recordFor(options.precision));
}

}
