// ui/state/intervention_edits.cpp: sorted lists, edited.
#include "ui/state/intervention_edits.h"
#include <algorithm>

namespace patchlight
{
namespace
{

bool before(Cell a, Cell b)
{
    return a.row != b.row ? a.row < b.row : a.column < b.column;
}

bool sameNetwork(const ModelInfo& a, const ModelInfo& b)
{
    return a.path == b.path && a.embedded == b.embedded && a.config.depths.value == b.config.depths.value
        && a.config.heads.value == b.config.heads.value;
}

}

void hideCells(Interventions& wish, const std::vector<Cell>& cells, bool hide)
{
    for (const Cell cell : cells) {
        const auto place = std::lower_bound(wish.hidden.begin(), wish.hidden.end(), cell, before);
        const bool there = place != wish.hidden.end() && *place == cell;
        if (hide && !there)
            wish.hidden.insert(place, cell);
        else if (!hide && there)
            wish.hidden.erase(place);
    }
}

bool isHidden(const Interventions& wish, Cell cell)
{
    return std::binary_search(wish.hidden.begin(), wish.hidden.end(), cell, before);
}

std::optional<HeadChange> changeOf(const Interventions& wish, LayerIndex layer, HeadIndex head)
{
    const auto found = std::find_if(wish.heads.begin(), wish.heads.end(),
        [&](const HeadIntervention& each) { return each.layer == layer && each.head == head; });
    return found == wish.heads.end() ? std::nullopt : std::optional(found->change);
}

void changeHead(Interventions& wish, LayerIndex layer, HeadIndex head, std::optional<HeadChange> change)
{
    std::erase_if(wish.heads, [&](const HeadIntervention& each) { return each.layer == layer && each.head == head; });
    if (!change)
        return;
    const auto place = std::find_if(wish.heads.begin(), wish.heads.end(), [&](const HeadIntervention& each) {
        return each.layer.value > layer.value || (each.layer == layer && each.head.value > head.value);
    });
    wish.heads.insert(place, {layer, head, *change});
}

bool isBlockOff(const Interventions& wish, LayerIndex layer)
{
    return std::find(wish.blocksOff.begin(), wish.blocksOff.end(), layer) != wish.blocksOff.end();
}

void switchBlock(Interventions& wish, LayerIndex layer, bool off)
{
    std::erase(wish.blocksOff, layer);
    if (!off)
        return;
    const auto place = std::find_if(
        wish.blocksOff.begin(), wish.blocksOff.end(), [layer](LayerIndex each) { return each.value > layer.value; });
    wish.blocksOff.insert(place, layer);
}

AnalysisPtr untouchedOf(const AnalysisPtr& analysis)
{
    return analysis && analysis->untouched ? analysis->untouched : analysis;
}

bool sameEffect(const Interventions& a, const Interventions& b)
{
    return a.hidden == b.hidden && a.heads == b.heads && a.blocksOff == b.blocksOff
        && (a.hidden.empty() || a.hideWith == b.hideWith);
}

Interventions carriedOver(const Interventions& wish, const AnalysisPtr& before, const Analysis& after)
{
    Interventions kept;
    kept.hideWith = wish.hideWith;
    if (!before || !sameNetwork(*before->model, *after.model))
        return kept;
    kept.heads = wish.heads;
    kept.blocksOff = wish.blocksOff;
    const bool samePicture
        = !after.file.empty() && before->file == after.file && before->tokens.grid == after.tokens.grid;
    if (samePicture)
        kept.hidden = wish.hidden;
    return kept;
}

}
