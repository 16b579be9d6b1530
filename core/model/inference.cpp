// core/model/inference.cpp: which way a network runs on which device.
#include "core/model/inference.h"
#include "core/model/network.h"
#include "core/model/plain_inference.h"

namespace patchlight
{

Result<std::unique_ptr<Inference>> Inference::make(std::shared_ptr<Network> network, const InferenceOptions& options)
{
    if (options.device != "cpu" || options.precision != Precision::Fp32)
        return fail(ErrorCode::Unsupported, "this build runs float32 on the CPU only");
    return std::make_unique<PlainInference>(std::move(network));
}

}
