// ui/adapter/caught.h: what ends work on a thread beside the window becomes an Error there too; the door to core's
// guard.
#pragma once
#include "core/base/guard.h"
