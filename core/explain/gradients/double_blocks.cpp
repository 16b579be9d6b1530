// core/explain/gradients/double_blocks.cpp
#include "core/explain/gradients/double_blocks.h"
#include "core/base/mapped_file.h"
#include "core/model/block_parameters.h"
#include "core/record/attention_hooks.h"
#include <span>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Pages of a mapped file that were read for this come back from the system's cache when they are wanted again.
at::Tensor doubled(const at::Tensor& values)
{
    const auto twice = values.to(at::kDouble);
    if (values.is_cpu() && values.is_contiguous())
        releaseMapped({static_cast<const std::byte*>(values.data_ptr()), values.nbytes()});
    return twice;
}

bool inBlocks(const std::string& name)
{
    return name.rfind("blocks.", 0) == 0;
}

}

Result<std::shared_ptr<DoubleBlocks>> DoubleBlocks::make(Network& network)
{
    auto made = makeNetwork(network.config());
    if (!made)
        return fail(made.error());
    auto vit = std::dynamic_pointer_cast<Vit>(*made);
    if (!vit)
        return fail(ErrorCode::Unsupported, "Only Vision Transformers run block by block in double precision.");
    const torch::NoGradGuard noGraph;
    const auto from = network.named_parameters();
    for (auto& to : vit->named_parameters()) {
        const auto values = from[to.key()].detach();
        to.value().set_data(inBlocks(to.key()) ? values : doubled(values));
    }
    return std::shared_ptr<DoubleBlocks>(new DoubleBlocks(std::move(vit)));
}

void DoubleBlocks::hold(LayerIndex layer)
{
    if (layer.value == m_held)
        return;
    const torch::NoGradGuard noGraph;
    for (auto& [parameter, values] : m_shared)
        parameter.set_data(values);
    m_shared.clear();
    if (m_held >= 0)
        releasePages(m_vit->blocks().at(static_cast<std::size_t>(m_held))->parameters());
    m_held = layer.value;
    for (auto& parameter : m_vit->blocks().at(static_cast<std::size_t>(layer.value))->parameters()) {
        const auto values = parameter.detach();
        m_shared.emplace_back(parameter, values);
        if (values.dim() < 2 || !values.is_cpu()) // products read float32 weights as they are
            parameter.set_data(doubled(values));
    }
}

at::Tensor DoubleBlocks::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    if (!hooks || hooks->runsBlock(layer))
        hold(layer);
    return m_vit->block(layer, tokens, hooks);
}

}
