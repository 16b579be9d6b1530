// core/train/results/model_folder.h: what training leaves: a folder that every command opens.
#pragma once
#include "core/base/model_config.h"
#include "core/train/data/packed_pictures.h"
#include "core/train/listener.h"
#include "core/train/optimisation/optimiser.h"
#include <map>

namespace patchlight
{

struct TrainedModel {
    ModelConfig config;
    NamedTensors weights; ///< timm names
    const TrainOptions& options;
    const std::vector<EpochFigures>& epochs;
    const PackedPictures& data;
    const std::map<std::string, std::string>& provenance;
    const std::vector<int>& predicted; ///< class of each validation picture at the last epoch's end; may be empty
    bool fineTuned = false;
};

/// model.safetensors, config.json (timm's way, class names and preprocessing in it), curve.svg and README.md (the model
/// card), each whole or untouched. Errors: WriteFailed.
Result<void> writeModelFolder(const std::filesystem::path& folder, const TrainedModel& model);

}
