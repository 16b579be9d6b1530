// ui/adapter/baseline_maps.h: the door to core/explain/baseline_maps, for what a tested map is compared with.
#pragma once
#include "core/explain/measures/baseline_maps.h"
