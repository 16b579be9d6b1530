// ui/adapter/caught.h: the door to core's guard: an exception caught outside the engine becomes an Error, too.
#pragma once
#include "core/base/guard.h"
