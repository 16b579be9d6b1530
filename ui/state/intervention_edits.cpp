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

bool sameFile(const ModelInfo& a, const ModelInfo& b)
{
    return a.path == b.path && a.embedded == b.embedded;
}

bool sameHeads(const ModelInfo& a, const ModelInfo& b)
{
    return a.config.depths.value == b.config.depths.value && a.config.heads.value == b.config.heads.value;
}

}

void hideCells(Interventions& changes, const std::vector<Cell>& cells, bool hide)
{
    for (const Cell cell : cells) {
        const auto place = std::lower_bound(changes.hidden.begin(), changes.hidden.end(), cell, before);
        const bool there = place != changes.hidden.end() && *place == cell;
        if (hide && !there)
            changes.hidden.insert(place, cell);
        else if (!hide && there)
            changes.hidden.erase(place);
    }
}

bool isHidden(const Interventions& changes, Cell cell)
{
    return std::binary_search(changes.hidden.begin(), changes.hidden.end(), cell, before);
}

std::optional<HeadChange> changeOf(const Interventions& changes, LayerIndex layer, HeadIndex head)
{
    const auto found = std::find_if(changes.heads.begin(), changes.heads.end(),
        [&](const HeadIntervention& each) { return each.layer == layer && each.head == head; });
    return found == changes.heads.end() ? std::nullopt : std::optional(found->change);
}

void changeHead(Interventions& changes, LayerIndex layer, HeadIndex head, std::optional<HeadChange> change)
{
    std::erase_if(changes.heads, [&](const HeadIntervention& each) { return each.layer == layer && each.head == head; });
    if (!change)
        return;
    const auto place = std::find_if(changes.heads.begin(), changes.heads.end(), [&](const HeadIntervention& each) {
        return each.layer.value > layer.value || (each.layer == layer && each.head.value > head.value);
    });
    changes.heads.insert(place, {layer, head, *change});
}

bool isBlockOff(const Interventions& changes, LayerIndex layer)
{
    return std::find(changes.blocksOff.begin(), changes.blocksOff.end(), layer) != changes.blocksOff.end();
}

void switchBlock(Interventions& changes, LayerIndex layer, bool off)
{
    std::erase(changes.blocksOff, layer);
    if (!off)
        return;
    const auto place = std::find_if(
        changes.blocksOff.begin(), changes.blocksOff.end(), [layer](LayerIndex each) { return each.value > layer.value; });
    changes.blocksOff.insert(place, layer);
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

Interventions carriedOver(const Interventions& changes, const AnalysisPtr& before, const Analysis& after)
{
    if (!before || !sameFile(*before->model, *after.model))
        return {};
    Interventions kept = changes;
    if (!sameHeads(*before->model, *after.model)) { // corrected: they are others now
        kept.heads.clear();
        kept.blocksOff.clear();
    }
    const bool samePicture
        = !after.file.empty() && before->file == after.file && before->tokens.grid == after.tokens.grid;
    if (!samePicture)
        kept.hidden.clear();
    return kept;
}

}
