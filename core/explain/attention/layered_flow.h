// core/explain/attention/layered_flow.h: maximum flow down through layers of pipes, exact in whole numbers.
#pragma once
#include "core/base/cancel.h"
#include <cstdint>
#include <vector>

namespace patchlight
{

/// Pipes of one layer: capacities[i·n + j] from node i above to node j below, 0 or more.
using PipeLayer = std::vector<std::int32_t>;

/// A network of layers of n nodes, every node of one joined to every node of the next. Layers are given from the top.
/// Push-relabel (Goldberg & Tarjan 1988) that starts from the flow in which every node hands on what it gets in
/// proportion to its pipes: with capacities that leave a node summing to one that never overfills a pipe, and little is
/// left to move. Heights are kept exact by a search from the sink from time to time.
/// One object a thread; `layers` is shared and outlives it. Memory: as much again as `layers`.
class LayeredFlow
{
public:
    LayeredFlow(const std::vector<PipeLayer>& layers, int nodes);

    /// The most that can reach node `sink` of the last layer's lower side when node i at the top gives up to supply[i];
    /// −1 when cancelled. Cost: a few times the number of pipes.
    std::int64_t toSink(const std::vector<std::int64_t>& supply, int sink, const CancelToken& cancel);

private:
    void startInProportion(const std::vector<std::int64_t>& supply, int sink);
    void findHeights();
    void discharge(int node);
    bool push(int node, int height);
    int lowestNeighbour(int node) const;
    void moveTo(int node, std::int64_t amount);
    int levelOf(int node) const { return node / m_n; } ///< 0 at the top
    std::int32_t* carried(int level) { return m_carried[static_cast<std::size_t>(level)].data(); }
    const std::int32_t* carried(int level) const { return m_carried[static_cast<std::size_t>(level)].data(); }

    const std::vector<PipeLayer>& m_layers;
    int m_n, m_levels; ///< levels of nodes whose heights are kept; the sink lies below the last of them
    int m_nodes, m_unreachable;
    std::vector<PipeLayer> m_carried; ///< flow of every layer of pipes but the last
    std::vector<std::int64_t> m_excess;
    std::vector<std::int64_t> m_toSink; ///< what the last level's pipes to the sink can still take
    std::vector<int> m_height;
    std::vector<std::vector<int>> m_active; ///< by height
    std::vector<char> m_queued;
    int m_highest = 0;
    int m_relabelled = 0;
};

}
