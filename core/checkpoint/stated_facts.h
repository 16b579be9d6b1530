// core/checkpoint/stated_facts.h: what config.json and preprocessor_config.json beside the weights say.
#pragma once
#include "core/base/model_config.h"
#include "core/base/result.h"
#include "core/checkpoint/containers/said_beside.h"
#include "core/checkpoint/timm_names.h"
#include <filesystem>
#include <optional>

namespace patchlight
{

/// Only what is stated; sizes are plausible (positive, bounded) but not yet compared with the tensors.
struct StatedFacts {
    std::filesystem::path file; ///< the config.json; empty where there is none
    std::string architecture; ///< timm's name ("deit_tiny_patch16_224") or Hugging Face's class
    std::string modelType; ///< Hugging Face: "vit", "deit", "swin", "dinov2", …; empty for timm
    std::optional<GridSize> imageSize;
    std::string imageSizeKey = "image_size"; ///< which states it
    std::optional<int> patch, width, mlpWidth, classes, window;
    std::optional<std::vector<int>> depths, heads;
    std::optional<int> stemWidth; ///< convolutional networks: channels after the stem
    std::optional<std::vector<int>> stageWidths; ///< and of each stage
    std::optional<double> normEps;
    std::optional<Activation> activation;
    std::optional<Pooling> pooling;
    std::optional<double> rotaryBase; ///< of rotary positions
    std::optional<int> referenceSide; ///< EVA-02: side of the grid that its rotary positions were learned on
    std::optional<std::vector<int>> pretrainedWindows; ///< Swin v2, one per stage; 0 = the stage's own
    bool strideFirst = false; ///< bottlenecks with their stride on the first convolution
    std::vector<std::string> classNames;
    std::optional<PreprocessProfile> profile; ///< from preprocessor_config.json or pretrained_cfg
    std::optional<Outputs> outputs;
    std::optional<int> channels;
    const TimmName* named = nullptr; ///< what timm's name says; null where there is none
    std::string otherwise; ///< a key that makes another network of the same tensors, which is not computed here
    std::vector<std::string> notes; ///< keys that are stated and do not count
};

/// Reads both files of `folder` where they are there and adds them to `files`. timm and Hugging Face write different
/// ones. Errors: those of readJson; Malformed (a fact of the wrong kind); Unsupported (an activation we do not have).
Result<StatedFacts> readStatedFacts(const std::filesystem::path& folder, std::vector<std::filesystem::path>& files);

/// What a training script wrote beside the weights, or the file's own name, where no config.json names the network and
/// one of timm's names stands there in full. Class names too.
void addSaidBeside(const SaidBeside& said, const std::filesystem::path& file, StatedFacts& facts);

/// A network that is named and that no network here computes. Errors: Unsupported, naming it.
Result<void> refuseByName(const StatedFacts& facts, const std::string& file);

/// "gelu", "gelu_new", "quick_gelu", … Nothing for an unknown one.
std::optional<Activation> activationFromName(std::string_view name);

}
