// core/explain/methods.h: the table of methods: names for scripts, what each needs, where it comes from.
#pragma once
#include "core/explain/parameters.h"
#include "core/explain/request.h"
#include <optional>
#include <span>
#include <string_view>

namespace patchlight
{

/// What a method must be given, and so what the window shows and what it costs.
enum class Needs {
    OneLayer,
    AllLayers,
    Class,
    Nothing, ///< a baseline
    Weights, ///< what was learned, whatever the picture
};

struct MethodInfo {
    Method method;
    std::string_view name; ///< on the command line: "rollout"
    std::string_view label; ///< in the window: "Rollout"
    Needs needs;
    bool network; ///< runs the network again, or takes seconds (worker thread); else the record is enough
    bool onSwin; ///< false: refused there
    Parameters reads; ///< all else in a request is ignored; notes, panels and provenance go by this
    std::string_view source; ///< paper and section, or repository for published variants
    std::string_view reading; ///< one line: how to read the map
};

/// In the order in which the window lists them.
std::span<const MethodInfo> methods();
const MethodInfo& methodInfo(Method);
std::optional<Method> methodByName(std::string_view name);

}
