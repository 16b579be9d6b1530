// core/checkpoint/profiles.h: the preprocessing recipes people's weights were evaluated with, by name.
#pragma once
#include "core/base/preprocess_profile.h"
#include "core/base/result.h"
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// Names of the table, as `--profile` takes them: "timm-vit", "torchvision-swin-t", …
std::vector<std::string> profileNames();

/// A recipe of the table for a network that takes `input` (rows × columns, px); nothing for an unknown name.
std::optional<PreprocessProfile> makeProfile(std::string_view name, GridSize input);

/// A name of the table, or a .json file: our own form (profileFromOwn), preprocessor_config.json, or a timm
/// config.json. `own`: the model's own recipe, which our form changes. Errors: InvalidOption (no such name; lists
/// them), NotFound, Malformed.
Result<PreprocessProfile> findProfile(const std::string& nameOrFile, GridSize input, const PreprocessProfile& own = {});

/// From Hugging Face's preprocessor_config.json; nothing where it says too little. `input` is the network's own size,
/// used where the file names none. `notes`: keys that are stated and do not count.
std::optional<PreprocessProfile> profileFromProcessor(
    const nlohmann::json& json, GridSize input, std::vector<std::string>& notes);
/// What such a file states that makes no sense, as a phrase for a message; empty where it makes sense. What is merely
/// unknown is in the notes instead.
std::string senselessInProcessor(const nlohmann::json& json);
std::string senselessInTimm(const nlohmann::json& json);

/// From timm's pretrained_cfg; nothing where it says too little. Source: timm/data/{config,transforms_factory}.py.
std::optional<PreprocessProfile> profileFromTimm(const nlohmann::json& json, GridSize input);
/// From OpenCLIP's preprocess_cfg: {mean, std, interpolation, resize_mode}. Source: open_clip/transform.py.
std::optional<PreprocessProfile> profileFromOpenClip(const nlohmann::json& json, GridSize input);
/// Our own form: {"name", "mode": "shorter"|"squash", "resize": n or [rows, columns], "crop": n or [rows, columns],
/// "interpolation", "mean": [3], "std": [3]}; what is absent stays as in `own` (a crop alone resizes to it too).
/// Errors: Malformed (naming `file` and the key that is unknown, or whose value makes no sense).
Result<PreprocessProfile> profileFromOwn(
    const nlohmann::json& json, const PreprocessProfile& own, const std::string& file);

/// "bicubic" → Filter::Bicubic; nothing for an unknown one.
std::optional<Filter> filterFromName(std::string_view name);

/// The same recipe for a network of another input size.
PreprocessProfile resized(const PreprocessProfile& profile, GridSize input);

}
