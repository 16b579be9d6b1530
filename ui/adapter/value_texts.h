// ui/adapter/value_texts.h: what the values of a map are that is no distribution of attention, and where they are
// strongest.
#pragma once
#include "ui/adapter/core_types.h"
#include <QString>

namespace patchlight
{

/// "These values say how much each patch raises lemon, not where attention goes."; empty where they are shares of it.
QString valuesText(const ShownMap& shown);
/// Why no test of the map's order says anything; empty where one does.
QString whyUntested(Method method);
/// "Strongest: row 5, column 9."; of a signed map that of either side. Empty where no place stands out,
/// or the map knows nothing of the network.
QString strongestText(const ShownMap& shown);

}
