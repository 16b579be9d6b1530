// core/checkpoint/stated_by_open_clip.cpp: what open_clip_config.json says.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/profile_values.h"
#include "core/checkpoint/profiles.h"
#include "core/checkpoint/stated_by.h"

namespace patchlight
{

std::string statedByOpenClip(const nlohmann::json& json, StatedFacts& facts)
{
    FactsReader top(json);
    const auto modelJson = top.member("model_cfg"), preprocessJson = top.member("preprocess_cfg");
    FactsReader model(modelJson);
    const auto visionJson = model.member("vision_cfg");
    FactsReader vision(visionJson);
    facts.architecture = vision.text("timm_model_name");
    facts.named = findTimmName(facts.architecture);
    facts.imageSize = vision.size("image_size");
    if (facts.architecture.empty()) {
        facts.patch = vision.number("patch_size");
        facts.width = vision.number("width");
        facts.depths = vision.numbers("layers");
        const int headWidth = vision.number("head_width").value_or(64);
        if (facts.width && *facts.width % headWidth == 0)
            facts.heads = std::vector{*facts.width / headWidth};
        facts.activation = model.member("quick_gelu") == true ? Activation::QuickGelu : Activation::Gelu;
    }
    FactsReader preprocess(preprocessJson);
    if (const auto filter = preprocess.text("interpolation"); !filter.empty() && !filterFromName(filter))
        facts.notes.push_back("open_clip_config.json: 'interpolation' " + inQuotes(filter)
            + " is no filter known here; bicubic is taken");
    if (const auto mode = preprocess.text("resize_mode"); !mode.empty() && mode != "squash" && mode != "shortest")
        facts.notes.push_back("open_clip_config.json: 'resize_mode' " + inQuotes(mode) + " is not done");
    facts.profile = profileFromOpenClip(preprocessJson, facts.imageSize.value_or(GridSize{224, 224}));
    for (const auto* part : {&top, &model, &vision, &preprocess})
        if (!part->complaint().empty())
            return part->complaint();
    return {};
}

}
