// core/explain/perturbation/intervention_hooks.cpp
#include "core/explain/perturbation/intervention_hooks.h"
#include "core/base/cells.h"
#include "core/model/network.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// [windows, 1, W², W²]: 1 where the query can see the key.
at::Tensor windowView(const WindowLayout& layout)
{
    const int windows = layout.windows().count(), cells = layout.cells();
    auto view = at::ones({windows, 1, cells, cells});
    for (int w = 0; w < windows; ++w) {
        const auto regions = windowRegions(layout, w);
        if (regions.empty())
            continue;
        const auto region = at::tensor(regions);
        view[w][0].copy_(region.unsqueeze(1) == region.unsqueeze(0));
    }
    return view;
}

at::Tensor normalised(const at::Tensor& rows)
{
    return rows / rows.sum(-1, true).clamp_min(1e-30);
}

}

struct InterventionHooks::Masks {
    at::Tensor kept; ///< [T] or [rows, columns]: 0 at hidden patches
    GridSize grid;
    std::vector<LayerAttention> layers;

    /// What a query of the layer may attend to, for B·windows: [T] or [B·windows, 1, W², W²].
    at::Tensor view(LayerIndex l, const at::Tensor& weights, bool dropping) const
    {
        const auto& layer = layers.at(static_cast<std::size_t>(l.value));
        if (layer.windows) {
            const auto one = windowView(*layer.windows).to(weights.options());
            return one.repeat({weights.size(0) / one.size(0), 1, 1, 1});
        }
        auto view = dropping ? kept.to(weights.options(), false, true) : at::ones({weights.size(-1)}, weights.options());
        view.slice(0, 0, layer.firstKey).zero_();
        return view;
    }
};

InterventionHooks::InterventionHooks(Interventions changes, const Network& network, GridSize input)
    : m_changes(std::move(changes)), m_masks(std::make_unique<Masks>())
{
    const auto layout = network.tokenLayout(input);
    m_masks->layers = network.attentionLayout(input);
    m_masks->grid = layout.grid;
    m_masks->kept = at::ones({layout.count()});
    for (const Cell cell : m_changes.hidden)
        m_masks->kept[layout.patch(cell).value] = 0;
}

InterventionHooks::~InterventionHooks() = default;

void InterventionHooks::onEmbedded(at::Tensor& tokens)
{
    if (m_changes.hidden.empty() || m_changes.hideWith != HideWith::Zero)
        return;
    const auto kept = m_masks->kept.to(tokens.options());
    if (tokens.dim() == 3) {
        tokens = tokens * kept.unsqueeze(1);
        return;
    }
    const auto& grid = m_masks->grid; // convolutions begin on a finer one
    const auto fine = at::upsample_nearest2d(kept.view({1, 1, grid.rows, grid.columns}), {tokens.size(1), tokens.size(2)});
    tokens = tokens * fine.view({tokens.size(1), tokens.size(2), 1});
}

bool InterventionHooks::runsBlock(LayerIndex layer) const
{
    return std::find(m_changes.blocksOff.begin(), m_changes.blocksOff.end(), layer) == m_changes.blocksOff.end();
}

bool InterventionHooks::wantsWeights(LayerIndex layer) const
{
    const bool dropping = m_changes.hideWith == HideWith::Drop && !m_changes.hidden.empty();
    return dropping
        || std::any_of(m_changes.heads.begin(), m_changes.heads.end(), [&](const auto& h) { return h.layer == layer; });
}

void InterventionHooks::onWeights(LayerIndex layer, at::Tensor& weights)
{
    const bool dropping = m_changes.hideWith == HideWith::Drop && !m_changes.hidden.empty();
    const auto view = m_masks->view(layer, weights, dropping);
    if (dropping)
        weights = normalised(weights * view);
    auto heads = weights.unbind(1); // each [B, T, T]
    const auto mask = view.dim() == 4 ? view.squeeze(1) : view;
    bool changed = false;
    for (const auto& each : m_changes.heads) {
        if (each.layer != layer)
            continue;
        changed = true;
        const auto whole = weights.select(1, each.head.value);
        auto& head = heads[static_cast<std::size_t>(each.head.value)];
        if (each.change == HeadChange::Off)
            head = whole * 0;
        else if (each.change == HeadChange::Uniform)
            head = normalised(mask.expand_as(whole));
        else
            head = normalised(
                (dropping ? at::matmul(mask / mask.sum(), whole).unsqueeze(-2) : whole.mean(-2, true)).expand_as(whole)
                * mask);
    }
    if (changed)
        weights = at::stack(heads, 1);
}

void hideInInput(const Interventions& changes, GridSize grid, NdArray& input)
{
    if (changes.hideWith != HideWith::Mean)
        return;
    const auto channels = input.dim(1);
    const int rows = static_cast<int>(input.dim(2)), columns = static_cast<int>(input.dim(3));
    for (const Cell cell : changes.hidden)
        for (std::int64_t channel = 0; channel < channels; ++channel)
            for (int y = cellStart(cell.row, grid.rows, rows); y < cellStart(cell.row + 1, grid.rows, rows); ++y) {
                float* row = input.values.data() + (channel * rows + y) * columns;
                std::fill(row + cellStart(cell.column, grid.columns, columns),
                    row + cellStart(cell.column + 1, grid.columns, columns), 0.0F);
            }
}

}
