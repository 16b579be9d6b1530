// core/checkpoint/detect.h: a network's facts from its canonical tensors, what is stated beside them, and the habits of
// whoever wrote them.
#pragma once
#include "core/base/overrides.h"
#include "core/checkpoint/build_head.h"
#include "core/checkpoint/facts.h"
#include "core/checkpoint/layouts/apply.h"
#include "core/checkpoint/stated_facts.h"

namespace patchlight
{

/// What is known when the tensors have their canonical names.
struct Evidence {
    const Recognised& recognised;
    const StatedFacts& stated;
    const Overrides& given;
    std::string file; ///< of the weights; its name hints at the profile
    int headsOfKernels = 0;
    OwnHead head;
};

/// Facts of every family; also folds positions of register tokens into them, so that positions are of the prefix or
/// patches alone. Errors: Mismatch (config.json and tensors contradict each other; heads that cannot be told: asks for
/// --heads), InvalidOption (an override that does not fit), those of findProfile.
Result<ModelConfig> detect(TensorsByName& tensors, const Evidence& evidence);

/// The families' own parts.
Result<void> detectVit(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config);
Result<void> detectCait(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config);
Result<void> detectSwin(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config); ///< both versions
Result<void> detectResNet(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config);
Result<void> detectBit(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config);

/// What a ViT adds to the plain one: rotary and relative positions, norms inside, what the head reads. Takes tensors
/// that only tell facts out of `tensors`. After the sizes are known.
Result<void> detectKin(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config);

/// The architecture's name where one is stated, else the file's, lower case: what hints are looked for in.
std::string hintText(const Evidence& evidence);
/// The number right after `word` in a name ("window8_256" and "window": 8); nothing where it is not there.
std::optional<int> numberAfterWord(std::string_view name, std::string_view word);

/// Profile and class names, once the sizes are known.
Result<void> choosePreprocessing(const Evidence& evidence, ModelConfig& config);
Result<void> chooseClassNames(const Evidence& evidence, ModelConfig& config);

}
