// core/engine/model/profile_names.cpp
#include "core/engine/model/profile_names.h"
#include "core/checkpoint/profiles.h"

namespace patchlight
{

std::vector<std::string> recipeNames()
{
    return profileNames();
}

}
