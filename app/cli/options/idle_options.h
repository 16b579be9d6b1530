// app/cli/options/idle_options.h: options of `explain` that were given but will not show in the result.
#pragma once
#include "core/engine/output/export_format.h"
#include "core/explain/request.h"
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// One sentence for each option given that the method does not read (core/explain/methods.h knows).
std::vector<std::string> idleMapOptions(const CLI::App& command, Method method);
/// The same for the drawing options of a kind of file (core/engine/output/export_format.h knows).
std::vector<std::string> idleDrawOptions(const CLI::App& command, Method method, ExportKind kind);

}
