// core/explain/steps/step_collector.cpp
#include "core/explain/steps/step_collector.h"
#include "core/base/formatted.h"
#include "core/explain/tensor_values.h"
#include <ATen/ATen.h>
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

/// Steps that a network takes several times outside its blocks, and the number of the first.
struct Numbered {
    std::string_view step;
    int first;
};
constexpr std::array kNumbered{Numbered{"stage", 0}, Numbered{"merged", 1}};

/// Steps that windowed attention takes in every window: B·windows comes first there.
constexpr std::array<std::string_view, 7> kInWindows{"q", "k", "v", "scores", "weights", "heads", "attended"};

template <class Table, class Value> bool has(const Table& table, const Value& value)
{
    return std::find(table.begin(), table.end(), value) != table.end();
}

}

std::string blockFolder(LayerIndex layer)
{
    return formatted("block_%02d/", layer.value);
}

StepCollector::StepCollector(std::vector<LayerAttention> layers, StepSink sink)
    : m_layers(std::move(layers)), m_sink(std::move(sink))
{
}

void StepCollector::enter(std::optional<LayerIndex> layer, bool wanted)
{
    m_layer = layer;
    m_wanted = wanted;
}

std::string StepCollector::nameOf(std::string_view step)
{
    for (const auto& numbered : kNumbered)
        if (numbered.step == step)
            return std::string{step} + "_" + std::to_string(numbered.first + m_counted[std::string{step}]++);
    return (m_layer ? blockFolder(*m_layer) : "") + std::string{step};
}

void StepCollector::onStep(std::string_view step, const at::Tensor& values)
{
    const auto name = nameOf(step);
    const bool numbered = name.find('/') == std::string::npos; // merging is told in a block and belongs to none
    if (!m_outcome || (!m_wanted && !numbered))
        return;
    const auto layer = m_layer ? static_cast<std::size_t>(m_layer->value) : 0;
    const bool inWindows = m_layer && layer < m_layers.size() && m_layers[layer].windows && has(kInWindows, step);
    const auto first = inWindows ? values.slice(0, 0, m_layers[layer].windows->windows().count()) : values.select(0, 0);
    m_outcome = m_sink(name, toArray(first));
}

}
