// ui/adapter/core_types.h: the core's plain types the window speaks of; the one door from ui to core.
#pragma once
#include "core/base/grid.h"
#include "core/base/index.h"
#include "core/base/result.h"
#include "core/engine/analysis.h"
#include "core/engine/load_options.h"
#include "core/explain/interventions.h"
#include "core/explain/methods.h"
#include "core/explain/request.h"
#include "core/image/input_geometry.h"
#include "core/render/look.h"
