// core/engine/device_choice.h: from "auto", "cpu", "cuda", "cuda:1" to a device that is there.
#pragma once
#include "core/base/result.h"
#include <string>

namespace patchlight
{

/// "cpu" or "cuda:N". Errors: InvalidOption (no such name), Unsupported (not to be had here, with the reason).
Result<std::string> chooseDevice(const std::string& asked);

}
