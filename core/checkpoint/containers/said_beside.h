// core/checkpoint/containers/said_beside.h: what a training script wrote about its network beside the weights.
#pragma once
#include "core/checkpoint/containers/pickle_value.h"
#include <map>
#include <string>
#include <vector>

namespace patchlight
{

struct SaidBeside {
    /// Texts of the outermost dictionary, and of the arguments kept in it: "arch", "args.model", "hyper_parameters.name".
    std::map<std::string, std::string> texts;
    std::vector<std::string> classNames; ///< by number, from "classes", "class_to_idx", "idx_to_class" and kin; or none
};

/// Looks at the outermost dictionary and one level below. Cost: linear in what lies there.
SaidBeside saidBeside(const Pickle& pickle);

}
