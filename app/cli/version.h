// app/cli/version.h: what --version prints.
#pragma once
#include <string>

namespace patchlight
{

std::string versionText();

}
