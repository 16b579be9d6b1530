// ui/adapter/lens_layers.h: the door to core/engine's logit lens in probabilities, for its chart.
#pragma once
#include "core/engine/picture/lens_layers.h"
#include "ui/adapter/core_types.h"
