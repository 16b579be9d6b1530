// ui/state/intervention_edits.h: changes of what is hidden and switched off, as plain functions on the value.
#pragma once
#include "ui/adapter/core_types.h"
#include <optional>
#include <vector>

namespace patchlight
{

/// Hides the cells or shows them again; `hidden` stays sorted, each cell once.
void hideCells(Interventions& changes, const std::vector<Cell>& cells, bool hide);
bool isHidden(const Interventions& changes, Cell cell);

/// What was done to a head; absent: nothing.
std::optional<HeadChange> changeOf(const Interventions& changes, LayerIndex layer, HeadIndex head);
void changeHead(Interventions& changes, LayerIndex layer, HeadIndex head, std::optional<HeadChange> change);

bool isBlockOff(const Interventions& changes, LayerIndex layer);
void switchBlock(Interventions& changes, LayerIndex layer, bool off);

/// The run that interventions started from, one and the same for all runs of a picture. Null for null.
AnalysisPtr untouchedOf(const AnalysisPtr& analysis);
/// Whether both make the same run: how nothing is hidden does not matter.
bool sameEffect(const Interventions& a, const Interventions& b);
/// What stays when another run takes the place of `before`: all of it on the same picture, heads and blocks on another
/// one, hidden patches where a correction gave the model other heads, nothing under another model.
Interventions carriedOver(const Interventions& changes, const AnalysisPtr& before, const Analysis& after);

}
