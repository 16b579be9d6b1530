// app/cli/text/head_numbers_text.cpp
#include "app/cli/text/head_numbers_text.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;
using Layers = std::vector<LayerNumbers>;

constexpr std::size_t kMostAlike = 5;

Json numbersJson(const HeadNumbers& numbers)
{
    return {{"entropy", numbers.entropy}, {"distance", numbers.distance}, {"prefix_share", numbers.prefixShare}};
}

std::string mostAlike(const HeadLikeness& likeness)
{
    struct Head {
        float value;
        std::size_t layer, head;
    };
    std::vector<Head> all;
    for (std::size_t layer = 0; layer < likeness.heads.size(); ++layer)
        for (std::size_t head = 0; head < likeness.heads[layer].size(); ++head)
            if (const float value = likeness.heads[layer][head]; !std::isnan(value))
                all.push_back({value, layer, head});
    const auto count = std::min(kMostAlike, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
        [](const Head& a, const Head& b) { return a.value > b.value; });
    std::string text = "\nmost like " + likeness.method + ":";
    for (std::size_t i = 0; i < count; ++i)
        text += formatted(
            "%s layer %zu head %zu %.2f", i ? "," : "", all[i].layer, all[i].head, static_cast<double>(all[i].value));
    return text;
}

}

Json headsJson(const std::string& image, const Analysis& analysis, const Layers& layers, const HeadLikeness& likeness)
{
    Json list = Json::array();
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        Json heads = Json::array();
        for (std::size_t head = 0; head < layers[layer].heads.size(); ++head) {
            heads.push_back(numbersJson(layers[layer].heads[head]));
            if (!likeness.method.empty()) // NaN is written as null
                heads.back()["similarity"] = likeness.heads[layer][head];
        }
        list.push_back({{"layer", layer}, {"mean", numbersJson(layers[layer].mean())}, {"heads", heads},
            {"uniform_entropy", layers[layer].mostEntropy}, {"uniform_distance", layers[layer].uniformDistance}});
    }
    Json json{{"image", image}, {"model", analysis.model->title},
        {"units", {{"entropy", "nats"}, {"distance", "input pixels"}, {"prefix_share", "of 1"}}}, {"layers", list}};
    if (!likeness.method.empty())
        json["similarity_to"] = likeness.method;
    return json;
}

std::string headsCsv(const Layers& layers, const HeadLikeness& likeness)
{
    const bool asked = !likeness.method.empty();
    std::string text = std::string{"layer,head,entropy,distance,prefix_share"} + (asked ? ",similarity" : "") + "\n";
    for (std::size_t layer = 0; layer < layers.size(); ++layer)
        for (std::size_t head = 0; head < layers[layer].heads.size(); ++head) {
            const auto& numbers = layers[layer].heads[head];
            text += formatted("%zu,%zu,%.9g,%.9g,%.9g", layer, head, static_cast<double>(numbers.entropy),
                static_cast<double>(numbers.distance), static_cast<double>(numbers.prefixShare));
            if (asked)
                text += std::isnan(likeness.heads[layer][head])
                    ? ","
                    : formatted(",%.9g", static_cast<double>(likeness.heads[layer][head]));
            text += "\n";
        }
    return text;
}

std::string headsTable(const std::string& image, const Layers& layers, const HeadLikeness& likeness)
{
    std::string text = image + "\nlayer  entropy (of)         distance (uniform)    prefix share";
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const auto mean = layers[layer].mean();
        text += formatted("\n%5zu  %.3f (%.3f) nats  %6.1f (%.1f) px     %5.1f %%", layer,
            static_cast<double>(mean.entropy), static_cast<double>(layers[layer].mostEntropy),
            static_cast<double>(mean.distance), static_cast<double>(layers[layer].uniformDistance),
            100 * static_cast<double>(mean.prefixShare));
    }
    return likeness.method.empty() ? text : text + mostAlike(likeness);
}

}
