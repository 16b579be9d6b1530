// tests/bench/methods/random_models.h: networks of well-known sizes with random weights, written as checkpoints.
#pragma once
#include "core/base/model_config.h"
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight::bench
{

struct RandomModel {
    std::string title; ///< "ViT-B/16 at 224"
    ModelConfig config; ///< the sizes
};

/// ViT-B/16 at 224 and 384, Swin-T at 224, ViT-H/14 at 518; 1000 classes.
std::vector<RandomModel> randomModels();

/// model.safetensors and config.json (timm's way), from a fixed seed. Errors: WriteFailed, those of makeNetwork.
/// Memory: twice the weights.
Result<void> writeRandomModel(const RandomModel& model, const std::filesystem::path& folder);

}
