// ui/adapter/prediction_changes.h: the door to core/engine/probability_changes, for the lists of predictions.
#pragma once
#include "core/engine/picture/probability_changes.h"
