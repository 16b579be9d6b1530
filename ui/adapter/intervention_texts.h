// ui/adapter/intervention_texts.h: what was changed in a run, in words, and why something cannot be.
#pragma once
#include "ui/adapter/core_types.h"
#include <QString>

namespace patchlight
{

/// "3 patches hidden · layer 4, head 2 off · block 7 off"; of many heads only how many. Empty for an untouched run.
QString interventionsText(const Interventions& changes);
/// One line for each change, for a tool tip.
QString interventionsDetail(const Interventions& changes);
/// "off", "uniform", "mean".
QString changeLabel(HeadChange change);
/// "mean colour", "zero", "dropped".
QString hideLabel(HideWith how);
QString hideToolTip(HideWith how);
/// Why patches of this analysis cannot be hidden so; empty where they can.
QString whyNotHidden(const Analysis& analysis, HideWith how);

}
