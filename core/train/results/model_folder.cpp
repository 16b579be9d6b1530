// core/train/results/model_folder.cpp
#include "core/train/results/model_folder.h"
#include "core/base/atomic_file.h"
#include "core/base/json_text.h"
#include "core/base/sha256.h"
#include "core/train/results/curve_svg.h"
#include "core/train/results/model_card.h"
#include "core/train/results/tensor_file.h"
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using OrderedJson = nlohmann::ordered_json;

/// timm's config.json: `model_args` are the arguments of its VisionTransformer, `pretrained_cfg` tells preprocessing
/// and labels.
OrderedJson configJson(const TrainedModel& model)
{
    const ModelConfig& c = model.config;
    const int side = c.imageSize.value.rows;
    const bool average = c.pooling.value == Pooling::AveragePatches;
    const OrderedJson arguments
        = {{"img_size", side}, {"patch_size", c.patch.value}, {"embed_dim", c.width.value}, {"depth", c.blockCount()},
            {"num_heads", c.heads.value.front()}, {"mlp_ratio", c.mlpWidth.value / c.width.value},
            {"class_token", c.classToken}, {"global_pool", average ? "avg" : "token"}};
    const OrderedJson preprocessing = {{"input_size", {3, side, side}}, {"crop_pct", 1.0}, {"crop_mode", "squash"},
        {"interpolation", "bicubic"}, {"mean", kMean}, {"std", kStd}, {"num_classes", c.classes.value},
        {"classifier", "head"}, {"first_conv", "patch_embed.proj"}, {"label_names", c.classNames}};
    return {{"architecture", c.name}, {"num_classes", c.classes.value}, {"num_features", c.width.value},
        {"global_pool", average ? "avg" : "token"}, {"model_args", arguments}, {"label_names", c.classNames},
        {"pretrained_cfg", preprocessing}};
}

}

Result<void> writeModelFolder(const std::filesystem::path& folder, const TrainedModel& model)
{
    const auto storage = model.options.halfWeights ? Storage::Half : Storage::AsIs;
    if (auto done = writeTensors(folder / "model.safetensors", model.weights, storage, {{"format", "pt"}}); !done)
        return done;
    if (auto done = writeFile(folder / "config.json", jsonText(configJson(model), 2) + "\n"); !done)
        return done;
    if (auto done = writeFile(folder / "curve.svg", curveSvg(model.epochs)); !done)
        return done;
    const auto hash = sha256OfFile(folder / "model.safetensors");
    return writeFile(folder / "README.md", modelCard(model, hash.value_or("unknown")));
}

}
