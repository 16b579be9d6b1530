// core/checkpoint/stated_by.h: the dialects of the JSON files beside weights, one function each.
#pragma once
#include "core/checkpoint/facts_reader.h"
#include "core/checkpoint/stated_facts.h"

namespace patchlight
{

// Each adds to `facts` what the file says and gives the first key whose value makes no sense; empty where all do.

/// timm: {"architecture", "num_classes", "global_pool", "model_args": {…}, "pretrained_cfg": {…}}.
/// Source: timm/models/_hub.py, save_config_for_hf.
std::string statedByTimm(const nlohmann::json& json, StatedFacts& facts);
/// Source: transformers, configuration_{vit,deit,swin,swinv2,dinov2,dinov3_vit,beit,clip,siglip,vit_hybrid}.py.
std::string statedByHuggingFace(const nlohmann::json& json, StatedFacts& facts);
/// Source: open_clip, model_configs/*.json and factory.py.
std::string statedByOpenClip(const nlohmann::json& json, StatedFacts& facts);

/// The part of Hugging Face's config.json that is about pictures; older files of CLIP say it twice, and the copy
/// counts.
const nlohmann::json& pictureConfig(const nlohmann::json& json);

/// id2label, or label2id where that stands alone; problem_type.
void readLabels(FactsReader& top, StatedFacts& facts);
/// Names by number, {"0": "tench", …} or a list; none where they are not `classes`.
std::vector<std::string> namesByNumber(const nlohmann::json& json, int classes);

/// What is stated later counts.
template <class T> void prefer(std::optional<T>& fact, std::optional<T> stated)
{
    if (stated)
        fact = std::move(stated);
}

}
