// ui/adapter/engine_factory.h: how the engine of the window is made; the tests put one of their own here.
#pragma once
#include "core/base/run_context.h"
#include "core/engine/engine.h"
#include "ui/adapter/core_types.h"
#include <functional>
#include <memory>
#include <optional>

namespace patchlight
{

/// Called on the worker thread, where the engine also dies.
using EngineFactory = std::function<std::unique_ptr<Engine>()>;

/// The real one, on `threads` processors (0 = all; absent = all, less one for the window where there are more than
/// two).
EngineFactory coreEngine(std::optional<int> threads = {});

}
