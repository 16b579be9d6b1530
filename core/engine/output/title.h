// core/engine/output/title.h: what a figure says of its map in one line.
#pragma once
#include "core/engine/analysis.h"
#include "core/explain/request.h"
#include <optional>
#include <string>

namespace patchlight
{

/// "Rollout · query 3,4 · cat · hidden 1,1": the method, what of its parameters is not the default, and what the run
/// was made without. Lists of more than a few are counted.
std::string explanationTitle(const Analysis& analysis, const Explanation& explanation);
/// The same for a figure, which stands alone: "Rollout · layers 0–11 · cat · DeiT-tiny/16". Where its colours run over the
/// map's own range it says what they leave out.
std::string figureTitle(const Analysis& analysis, const Explanation& explanation, bool ownRange = true);
/// The blocks that a product goes through.
struct LayerSpan {
    int first = 0, last = 0; ///< both included
    bool whole = true; ///< all there are
};
/// Of a method that reads a range of layers; none of others, nor where the range is empty.
std::optional<LayerSpan> layerSpan(const Analysis& analysis, const ExplainRequest& request);
/// How the layers of a map are named, in the reader's language.
struct LayerWords {
    std::string one = "layer %1", several = "layers %1–%2";
};
/// "layer 3", "layers 0–11": the one a map is of, or those that a product goes through; empty of maps of no layer.
std::string layersTitle(const Analysis& analysis, const ExplainRequest& request, const LayerWords& words = {});
/// "hidden 1,1;1,2 (dropped) · layer 3, head 1 off · without block 7"; empty for an untouched run.
std::string interventionsTitle(const Interventions& changes);

}
