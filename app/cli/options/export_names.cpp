// app/cli/options/export_names.cpp: apart from its neighbours, since the trainer links no pictures.
#include "app/cli/options/output_names.h"
#include "core/engine/output/export_format.h"

namespace patchlight
{

std::string knownEndings()
{
    std::string text;
    const auto endings = exportEndings();
    for (std::size_t i = 0; i < endings.size(); ++i)
        text += (i == 0 ? "." : i + 1 == endings.size() ? " or ." : ", .") + endings[i];
    return text;
}

std::string hasKnownEnding(const std::string& file)
{
    if (file.empty())
        return "needs a value";
    return exportKindOf(file, {}) ? "" : file + ": the name must end in " + knownEndings();
}

}
