// app/cli/text/logit_lens_text.cpp
#include "app/cli/text/logit_lens_text.h"
#include "app/cli/text/predictions_text.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/npy.h"
#include "core/engine/picture/lens_layers.h"
#include "core/engine/picture/predictions.h"
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

constexpr int kTop = 5;

std::string lensCsv(const NdArray& lens)
{
    std::string text = "layer,class,logit\n";
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(lens.values.size()); ++i) {
        text += formatted("%d,%d,%.9g\n", static_cast<int>(i / lens.dim(1)), static_cast<int>(i % lens.dim(1)),
            static_cast<double>(lens.values[static_cast<std::size_t>(i)]));
    }
    return text;
}

}

std::string lensTable(const std::string& image, const Analysis& analysis, const NdArray& lens)
{
    std::string text = image + "\nlayer  probability  class";
    const auto& config = analysis.model->config;
    int number = 0;
    for (const auto& layer : lensLayers(lens, config.outputs.value)) {
        if (layer.known)
            text += formatted("\n%5d      %5.1f %%  ", number, 100.0 * static_cast<double>(layer.topProbability))
                + className(config, layer.top);
        else
            text += formatted("\n%5d            –  the head cannot read this width", number);
        ++number;
    }
    return text;
}

nlohmann::ordered_json lensJson(const std::string& image, const Analysis& analysis, const NdArray& lens)
{
    auto layers = nlohmann::ordered_json::array();
    for (int layer = 0; layer < lens.dim(0); ++layer) {
        const auto all = lensPredictions(lens, LayerIndex{layer}, analysis.model->config);
        nlohmann::ordered_json row{{"layer", layer}, {"predictions", nullptr}};
        if (!all.empty())
            row["predictions"] = predictionsJson(all, kTop);
        layers.push_back(row);
    }
    return {{"image", image}, {"model", analysis.model->title}, {"logit_lens", layers}};
}

Result<void> writeLens(
    const std::filesystem::path& out, const std::string& image, const Analysis& analysis, const NdArray& lens)
{
    if (lowerEnding(out) == ".npy")
        return writeNpy(out, lens);
    return writeFile(
        out, lowerEnding(out) == ".csv" ? lensCsv(lens) : jsonText(lensJson(image, analysis, lens), 2) + "\n");
}

}
