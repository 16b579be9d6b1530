// app/cli/commands/judge_picture.h: what `evaluate --method` finds of one picture.
#pragma once
#include "app/cli/commands/evaluate_methods.h"
#include "core/explain/measures/faithfulness_curves.h"
#include "core/explain/measures/randomisation_steps.h"
#include "core/explain/request.h"
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// One map, as far as it was tested.
struct JudgedMap {
    Method method = Method::Attention;
    std::string name; ///< of the method; of a baseline on a later stage's grid "random 7x7"
    GridSize grid; ///< of a baseline; empty for methods, whose grid may be another for every picture
    std::optional<Faithfulness> curves;
    std::optional<bool> hit; ///< where the picture has a box
    double energy = 0; ///< likewise
    RandomisationSteps randomised;
};

/// The methods, then the baselines of every grid that their maps came on.
struct JudgedPicture {
    std::string name;
    std::vector<JudgedMap> maps;
};

/// The methods that were asked for, each once; baselines come by themselves.
std::vector<Method> methodsJudged(const MethodTest& test);

/// The first method that fails ends it, and the picture counts for none: means over different pictures could not be
/// compared. Errors: those of Engine::analyse, explain, faithfulness and weightRandomisation.
Result<JudgedPicture> judgePicture(
    const MethodTest& test, const LabelledPicture& picture, Engine& engine, const RunContext& run);

}
