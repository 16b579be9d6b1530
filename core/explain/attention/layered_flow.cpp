// core/explain/attention/layered_flow.cpp
#include "core/explain/attention/layered_flow.h"
#include <algorithm>
#include <numeric>

namespace patchlight
{

LayeredFlow::LayeredFlow(const std::vector<PipeLayer>& layers, int nodes)
    : m_layers(layers), m_n(nodes), m_levels(static_cast<int>(layers.size())), m_nodes(m_levels * nodes),
      m_unreachable(m_nodes + 2), m_carried(layers.size() - 1), m_excess(static_cast<std::size_t>(m_nodes)),
      m_toSink(static_cast<std::size_t>(nodes)), m_height(static_cast<std::size_t>(m_nodes)),
      m_active(static_cast<std::size_t>(m_unreachable)), m_queued(static_cast<std::size_t>(m_nodes))
{
    for (auto& layer : m_carried)
        layer.resize(static_cast<std::size_t>(nodes) * nodes);
}

std::int64_t LayeredFlow::toSink(const std::vector<std::int64_t>& supply, int sink, const CancelToken& cancel)
{
    startInProportion(supply, sink);
    const auto room = std::accumulate(m_toSink.begin(), m_toSink.end(), std::int64_t{0});
    for (int i = 0; i < m_n; ++i) {
        auto& excess = m_excess[static_cast<std::size_t>((m_levels - 1) * m_n + i)];
        const auto now = std::min(excess, m_toSink[static_cast<std::size_t>(i)]);
        excess -= now;
        m_toSink[static_cast<std::size_t>(i)] -= now;
    }
    findHeights();
    int discharges = 0;
    while (m_highest >= 0) {
        auto& bucket = m_active[static_cast<std::size_t>(m_highest)];
        if (bucket.empty()) {
            --m_highest;
            continue;
        }
        const int node = bucket.back();
        bucket.pop_back();
        m_queued[static_cast<std::size_t>(node)] = 0;
        discharge(node);
        if ((++discharges & 255) == 0 && cancel.requested())
            return -1;
        if (m_relabelled > m_nodes / 2)
            findHeights();
    }
    return room - std::accumulate(m_toSink.begin(), m_toSink.end(), std::int64_t{0});
}

void LayeredFlow::startInProportion(const std::vector<std::int64_t>& supply, int sink)
{
    std::fill(m_excess.begin(), m_excess.end(), 0);
    std::copy(supply.begin(), supply.end(), m_excess.begin());
    for (int level = 0; level + 1 < m_levels; ++level) {
        const auto& pipes = m_layers[static_cast<std::size_t>(level)];
        auto* flow = carried(level);
        auto* below = m_excess.data() + (level + 1) * m_n;
        for (int i = 0; i < m_n; ++i) {
            auto& excess = m_excess[static_cast<std::size_t>(level * m_n + i)];
            const auto* capacity = pipes.data() + static_cast<std::ptrdiff_t>(i) * m_n;
            auto* row = flow + static_cast<std::ptrdiff_t>(i) * m_n;
            if (excess == 0) {
                std::fill_n(row, m_n, 0);
                continue;
            }
            const double all = std::accumulate(capacity, capacity + m_n, 0.0);
            const double share = all > 0 ? std::min(1.0, static_cast<double>(excess) / all) : 0;
            std::int64_t sent = 0;
            for (int j = 0; j < m_n; ++j) {
                row[j] = static_cast<std::int32_t>(share * capacity[j]);
                below[j] += row[j];
                sent += row[j];
            }
            excess -= sent;
        }
    }
    const auto& last = m_layers.back();
    for (int i = 0; i < m_n; ++i)
        m_toSink[static_cast<std::size_t>(i)] = last[static_cast<std::size_t>(i) * m_n + sink];
}

/// Distances to the sink along pipes that can still take something, by a search from it; queues what has excess.
void LayeredFlow::findHeights()
{
    std::fill(m_height.begin(), m_height.end(), m_unreachable);
    std::vector<int> found;
    found.reserve(static_cast<std::size_t>(m_nodes));
    const auto reach = [&](int node, int height) {
        if (m_height[static_cast<std::size_t>(node)] == m_unreachable) {
            m_height[static_cast<std::size_t>(node)] = height;
            found.push_back(node);
        }
    };
    for (int i = 0; i < m_n; ++i)
        if (m_toSink[static_cast<std::size_t>(i)] > 0)
            reach((m_levels - 1) * m_n + i, 1);
    for (std::size_t next = 0; next < found.size(); ++next) {
        const int node = found[next], level = levelOf(node), i = node % m_n;
        const int height = m_height[static_cast<std::size_t>(node)] + 1;
        if (level > 0) { // nodes above whose pipe down to this one has room
            const auto* flow = carried(level - 1);
            const auto* capacity = m_layers[static_cast<std::size_t>(level - 1)].data();
            for (int k = 0; k < m_n; ++k) {
                const auto pipe = static_cast<std::ptrdiff_t>(k) * m_n + i;
                if (flow[pipe] < capacity[pipe])
                    reach((level - 1) * m_n + k, height);
            }
        }
        if (level + 1 < m_levels) { // nodes below that this one sends to: they can send back
            const auto* flow = carried(level) + static_cast<std::ptrdiff_t>(i) * m_n;
            for (int k = 0; k < m_n; ++k)
                if (flow[k] > 0)
                    reach((level + 1) * m_n + k, height);
        }
    }
    for (auto& bucket : m_active)
        bucket.clear();
    std::fill(m_queued.begin(), m_queued.end(), 0);
    m_highest = -1;
    m_relabelled = 0;
    for (int node = 0; node < m_nodes; ++node)
        if (m_excess[static_cast<std::size_t>(node)] > 0)
            moveTo(node, 0);
}

/// Adds to a node's excess and queues it where it can still reach the sink.
void LayeredFlow::moveTo(int node, std::int64_t amount)
{
    const auto at = static_cast<std::size_t>(node);
    m_excess[at] += amount;
    if (m_queued[at] || m_height[at] >= m_unreachable)
        return;
    m_queued[at] = 1;
    m_active[static_cast<std::size_t>(m_height[at])].push_back(node);
    m_highest = std::max(m_highest, m_height[at]);
}

/// Hands a node's excess to neighbours one lower; true when all of it is gone.
bool LayeredFlow::push(int node, int height)
{
    auto& excess = m_excess[static_cast<std::size_t>(node)];
    const int level = levelOf(node), i = node % m_n;
    if (level + 1 == m_levels) {
        auto& room = m_toSink[static_cast<std::size_t>(i)];
        const auto sent = height == 1 ? std::min(excess, room) : 0;
        room -= sent;
        excess -= sent;
    } else {
        const auto* capacity = m_layers[static_cast<std::size_t>(level)].data() + static_cast<std::ptrdiff_t>(i) * m_n;
        auto* flow = carried(level) + static_cast<std::ptrdiff_t>(i) * m_n;
        const int* heights = m_height.data() + (level + 1) * m_n;
        for (int k = 0; k < m_n && excess > 0; ++k)
            if (heights[k] + 1 == height && flow[k] < capacity[k]) {
                const auto sent = static_cast<std::int32_t>(std::min<std::int64_t>(excess, capacity[k] - flow[k]));
                flow[k] += sent;
                excess -= sent;
                moveTo((level + 1) * m_n + k, sent);
            }
    }
    if (level > 0) {
        auto* flow = carried(level - 1) + i;
        const int* heights = m_height.data() + (level - 1) * m_n;
        for (int k = 0; k < m_n && excess > 0; ++k) {
            auto& pipe = flow[static_cast<std::ptrdiff_t>(k) * m_n];
            if (heights[k] + 1 == height && pipe > 0) {
                const auto back = static_cast<std::int32_t>(std::min<std::int64_t>(excess, pipe));
                pipe -= back;
                excess -= back;
                moveTo((level - 1) * m_n + k, back);
            }
        }
    }
    return excess == 0;
}

int LayeredFlow::lowestNeighbour(int node) const
{
    const int level = levelOf(node), i = node % m_n;
    int lowest = m_unreachable;
    if (level + 1 == m_levels && m_toSink[static_cast<std::size_t>(i)] > 0)
        return 0;
    if (level + 1 < m_levels) {
        const auto* capacity = m_layers[static_cast<std::size_t>(level)].data() + static_cast<std::ptrdiff_t>(i) * m_n;
        const auto* flow = carried(level) + static_cast<std::ptrdiff_t>(i) * m_n;
        const int* heights = m_height.data() + (level + 1) * m_n;
        for (int k = 0; k < m_n; ++k)
            if (flow[k] < capacity[k])
                lowest = std::min(lowest, heights[k]);
    }
    if (level > 0) {
        const auto* flow = carried(level - 1) + i;
        const int* heights = m_height.data() + (level - 1) * m_n;
        for (int k = 0; k < m_n; ++k)
            if (flow[static_cast<std::ptrdiff_t>(k) * m_n] > 0)
                lowest = std::min(lowest, heights[k]);
    }
    return lowest;
}

void LayeredFlow::discharge(int node)
{
    auto& height = m_height[static_cast<std::size_t>(node)];
    while (!push(node, height)) {
        ++m_relabelled;
        height = std::min(lowestNeighbour(node) + 1, m_unreachable);
        if (height >= m_unreachable)
            return; // what it holds cannot reach the sink
        if (m_relabelled > m_nodes / 2) {
            moveTo(node, 0);
            return;
        }
    }
}

}
