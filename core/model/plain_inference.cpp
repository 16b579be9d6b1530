// core/model/plain_inference.cpp
#include "core/model/plain_inference.h"
#include "core/model/block_tokens.h"
#include "core/model/network.h"
#include "core/model/pass_memory.h"
#include "core/model/waiting_threads.h"
#include "core/record/attention_recorder.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <cstring>
#include <optional>

namespace patchlight
{

at::Tensor viewOf(const NdArray& array)
{
    // torch has no read-only tensors; nobody writes to an input.
    return at::from_blob(const_cast<float*>(array.values.data()), array.shape, at::kFloat);
}

NdArray arrayOf(const at::Tensor& tensor)
{
    if (!tensor.defined())
        return {};
    const auto plain = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    NdArray array{plain.sizes().vec(), std::vector<float>(static_cast<std::size_t>(plain.numel()))};
    std::memcpy(array.values.data(), plain.data_ptr<float>(), array.values.size() * sizeof(float));
    return array;
}

RecordedForward toRecorded(const ForwardOutput& output, Keep keep)
{
    RecordedForward result;
    result.logits = arrayOf(output.logits);
    result.logitsClass = arrayOf(output.logitsClass);
    result.logitsDistillation = arrayOf(output.logitsDistillation);
    result.embedding = arrayOf(output.embedding);
    if (keep == Keep::Answer)
        return result;
    result.tokens = arrayOf(output.tokens);
    result.featureMap = arrayOf(output.featureMap);
    return result;
}

std::uint64_t PlainInference::bytesNeeded(GridSize input, bool record) const
{
    const bool here = m_network->parameters().front().device().is_cpu();
    return here ? bytesOfPass(*m_network, input, PassKind::Plain, record) : 0;
}

Result<RecordedForward> PlainInference::run(
    const NdArray& input, Keep keep, AttentionHooks* hooks, const RunContext& context)
{
    const at::NoGradGuard noGradients;
    at::get_num_threads(); // gives this thread torch's count, for OpenMP too
    const SpinWhileAlone waiting;
    const auto parameter = m_network->parameters().front();
    const auto pixels = viewOf(input).to(parameter.options());
    const GridSize size{static_cast<int>(pixels.size(-2)), static_cast<int>(pixels.size(-1))};
    const bool record = keep == Keep::Record;
    std::optional<BlockTokensKeeper> tokensBetween;
    if (record && m_precision == RecordPrecision::Float32 && BlockTokensKeeper::wanted(*m_network, pixels))
        hooks = &tokensBetween.emplace(m_network->blockCount(), hooks);
    AttentionRecorder recorder(m_network->tokenLayout(size), m_network->attentionLayout(size), hooks, m_precision);
    auto output = m_network->forward(pixels, record ? &recorder : hooks, context);
    if (!output)
        return fail(output.error());
    auto result = toRecorded(*output, keep);
    if (record)
        result.record = recorder.take(m_network->poolingAttention(output->last));
    if (tokensBetween)
        result.record.keep(tokensBetween->take());
    return result;
}

}
