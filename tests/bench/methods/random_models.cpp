// tests/bench/methods/random_models.cpp
#include "random_models.h"
#include "core/base/atomic_file.h"
#include "core/model/initialise.h"
#include "core/train/results/tensor_file.h"
#include <ATen/Context.h>
#include <nlohmann/json.hpp>

namespace patchlight::bench
{
namespace
{

constexpr int kClasses = 1000;

ModelConfig common(std::string name, int side, int patch, int width)
{
    ModelConfig c;
    c.name = std::move(name);
    c.imageSize.value = {side, side};
    c.patch.value = patch;
    c.width.value = width;
    c.mlpWidth.value = 4 * width;
    c.classes.value = kClasses;
    return c;
}

ModelConfig vit(std::string name, int side, int patch, int width, int depth, int heads)
{
    ModelConfig c = common(std::move(name), side, patch, width);
    c.depths.value = {depth};
    c.heads.value = {heads};
    c.normEps.value = 1e-6;
    c.positionGrid = {side / patch, side / patch};
    return c;
}

ModelConfig swinTiny()
{
    ModelConfig c = common("swin_tiny_patch4_window7_224", 224, 4, 96);
    c.family = Family::Swin;
    c.depths.value = {2, 2, 6, 2};
    c.heads.value = {3, 6, 12, 24};
    c.window.value = 7;
    c.normEps.value = 1e-5;
    c.pooling.value = Pooling::AveragePatches;
    c.classToken = false;
    return c;
}

/// What tensors alone do not tell; Swin's tell everything.
nlohmann::ordered_json timmConfig(const ModelConfig& c)
{
    nlohmann::ordered_json all{{"architecture", c.name}, {"num_classes", c.classes.value}};
    if (c.family == Family::Vit)
        all["model_args"] = {{"img_size", c.imageSize.value.rows}, {"num_heads", c.heads.value.front()}};
    return all;
}

}

std::vector<RandomModel> randomModels()
{
    return {
        {"ViT-B/16 at 224", vit("vit_base_patch16_224", 224, 16, 768, 12, 12)},
        {"ViT-B/16 at 384", vit("vit_base_patch16_384", 384, 16, 768, 12, 12)},
        {"Swin-T at 224", swinTiny()},
        {"ViT-H/14 at 518", vit("vit_huge_patch14_518", 518, 14, 1280, 32, 16)},
    };
}

Result<void> writeRandomModel(const RandomModel& model, const std::filesystem::path& folder)
{
    const auto network = makeNetwork(model.config);
    if (!network)
        return fail(network.error());
    at::manual_seed(1);
    initialise(**network);
    NamedTensors tensors;
    for (const auto& parameter : (*network)->named_parameters())
        tensors[parameter.key()] = parameter.value();
    std::filesystem::create_directories(folder);
    if (auto written = writeFile(folder / "config.json", timmConfig(model.config).dump(2) + "\n"); !written)
        return written;
    return writeTensors(folder / "model.safetensors", tensors, Storage::AsIs, {{"format", "pt"}});
}

}
