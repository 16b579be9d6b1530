// core/engine/model/profile_names.h: the preprocessing recipes that can be asked for by name.
#pragma once
#include <string>
#include <vector>

namespace patchlight
{

/// As `--profile` takes them: "timm-vit", "torchvision-swin-t", …
std::vector<std::string> recipeNames();

}
