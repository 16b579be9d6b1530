// core/render/title_lines.h: a title in as many lines as it needs.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace patchlight
{

/// Broken between its parts ("Rollout · layers 0–11 · cat · DeiT-tiny"); a part that is too wide alone has a line of its
/// own. At least one line. `widthOf` measures a text in the units of `width`.
std::vector<std::string> titleLines(
    const std::string& title, double width, const std::function<double(const std::string&)>& widthOf);

}
