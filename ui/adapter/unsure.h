// ui/adapter/unsure.h: the door to core/engine's word on models that are unsure.
#pragma once
#include "core/engine/picture/unsure.h"
