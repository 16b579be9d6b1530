// core/explain/steps/step_collector.h: hears a network's steps and gives those of the first picture on as arrays.
#pragma once
#include "core/base/index.h"
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/record/attention_record.h"
#include "core/record/step_listener.h"
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// Receives one array at a time, so that a large net's scores are never held for all blocks. Of a block "block_07/q".
using StepSink = std::function<Result<void>(const std::string& name, NdArray&& values)>;

class StepCollector : public StepListener
{
public:
    /// `layers`: the network's attentionLayout, which says where steps are told window by window.
    StepCollector(std::vector<LayerAttention> layers, StepSink sink);
    /// What is heard next is of this block, or of none. `wanted`: of a block, whether its steps are given on.
    void enter(std::optional<LayerIndex> layer, bool wanted = true);
    void onStep(std::string_view step, const at::Tensor& values) override;
    /// What the sink said first that was no success.
    const Result<void>& outcome() const { return m_outcome; }

private:
    std::string nameOf(std::string_view step);

    std::vector<LayerAttention> m_layers;
    StepSink m_sink;
    std::optional<LayerIndex> m_layer;
    bool m_wanted = true;
    std::map<std::string, int, std::less<>> m_counted; ///< how often a step that is numbered was told
    Result<void> m_outcome;
};

/// "block_07/"
std::string blockFolder(LayerIndex layer);

}
