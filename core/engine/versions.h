// core/engine/versions.h: which libraries the program runs on; part of every provenance.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace patchlight
{

/// {"torch", "1.13.0"}, {"opencv", "4.6.0"}, …
std::vector<std::pair<std::string, std::string>> libraryVersions();

}
