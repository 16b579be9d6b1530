// app/cli/commands/evaluate_methods.h: `evaluate --method A --method B`: how faithful maps are, and whether they point
// at boxes.
#pragma once
#include "app/cli/options/labelled_pictures.h"
#include "app/cli/shell.h"

namespace patchlight
{

struct MethodTest {
    std::vector<std::string> methods; ///< names of methods; random and centre-prior are added
    bool curves = true; ///< deletion and insertion; without them only where maps point
    int cellsPerStep = 0; ///< 0: as many as make a curve of the usual number of steps
    double tolerance = 15; ///< of the pointing game, in pixels of the network's input; the paper's
    bool randomise = false; ///< the weight-randomisation check too
    std::string out; ///< FILE.csv, one row per method and picture, with FILE.svg of the mean curves, FILE.jsonl of all
                     ///< curves and, where weights are randomised, FILE.randomisation.csv; empty for none
    bool resume = false; ///< pictures that FILE.jsonl knows are not judged again
};

/// Deletion and insertion (RISE) for the top class of every picture; the pointing game and the energy in the box where
/// pictures have one; how much of each map is left as weights are randomised from the head down. A picture that cannot
/// be read is reported, the rest go on. What is known when it is cancelled is in the files.
Status evaluateMethods(
    const MethodTest& test, const std::vector<LabelledPicture>& pictures, Engine& engine, Shell& shell);

}
