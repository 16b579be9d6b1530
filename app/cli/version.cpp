// app/cli/version.cpp
#include "app/cli/version.h"
#include "core/engine/versions.h"

namespace patchlight
{

std::string versionText()
{
    std::string text = "patchlight-cli " PATCHLIGHT_VERSION;
    for (const auto& [name, version] : libraryVersions())
        text += "\n" + name + " " + version;
    return text;
}

}
