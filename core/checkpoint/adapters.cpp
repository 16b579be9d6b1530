// core/checkpoint/adapters.cpp
#include "core/checkpoint/adapters.h"
#include "core/checkpoint/adapter_settings.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/json_file.h"
#include "core/checkpoint/tensor_view.h"
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>

namespace patchlight
{
namespace
{

namespace fs = std::filesystem;
constexpr std::string_view kDown = ".lora_A", kUp = ".lora_B", kWhole = "base_model.model.";

bool isThere(const fs::path& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// Hugging Face's cache: models--owner--name/snapshots/<revision>.
std::optional<fs::path> inCache(const std::string& name)
{
    const char* home = std::getenv("HF_HOME");
    const char* user = std::getenv("HOME");
    if (!home && !user)
        return std::nullopt;
    auto folder = "models--" + name;
    for (std::size_t at; (at = folder.find('/')) != std::string::npos;)
        folder.replace(at, 1, "--");
    const auto hub = (home ? fs::path(home) : fs::path(user) / ".cache/huggingface") / "hub" / folder / "snapshots";
    std::error_code error;
    for (auto each = fs::directory_iterator(hub, error); !error && each != fs::directory_iterator(); each.increment(error))
        if (isThere(each->path() / "config.json"))
            return each->path();
    return std::nullopt;
}

std::optional<fs::path> findBase(const AdapterSettings& settings, const fs::path& folder, const Overrides& given)
{
    if (given.base)
        return *given.base;
    if (settings.base.empty())
        return std::nullopt;
    const fs::path named = settings.base;
    const auto last = named.filename().empty() ? named.parent_path().filename() : named.filename();
    for (const auto& place : {folder / named, folder.parent_path() / named, folder / last, folder.parent_path() / last,
             folder.parent_path().parent_path() / last})
        if (isThere(place) && place != folder)
            return place;
    return inCache(settings.base);
}

/// "base_model.model.vit.….query.lora_A.default.weight" → "vit.….query.weight".
std::string targetOf(std::string name)
{
    if (name.starts_with(kWhole))
        name.erase(0, kWhole.size());
    for (const std::string_view part : {kDown, kUp, std::string_view(".modules_to_save"), std::string_view(".default"),
             std::string_view(".base_layer"), std::string_view(".original_module")})
        if (const auto at = name.find(std::string(part) + "."); at != std::string::npos)
            name.erase(at, part.size());
    return name;
}

/// A tensor in memory of its own.
StoredTensor stored(const StoredTensor& like, const at::Tensor& values)
{
    const auto owner = std::make_shared<at::Tensor>(values.to(at::kFloat).contiguous());
    StoredTensor tensor = like;
    tensor.dtype = DType::F32;
    tensor.shape = owner->sizes().vec();
    tensor.strides = owner->strides().vec();
    tensor.bytes = {static_cast<const std::byte*>(owner->data_ptr()), owner->nbytes()};
    tensor.owner = owner;
    return tensor;
}

struct Pair {
    const StoredTensor *down = nullptr, *up = nullptr;
};

/// `module`: its name as PEFT knows it.
Result<at::Tensor> changed(const StoredTensor& base, const Pair& pair, const std::string& module,
    const AdapterSettings& settings, const std::string& file)
{
    const auto weight = viewTensor(base, file), down = viewTensor(*pair.down, file), up = viewTensor(*pair.up, file);
    for (const auto* each : {&weight, &down, &up})
        if (!*each)
            return fail(each->error());
    if (weight->dim() < 2 || down->dim() < 2 || up->dim() < 2 || up->flatten(1).size(1) != down->size(0) || down->size(0) < 1)
        return fail(ErrorCode::Mismatch, file + " has an adapter of " + inQuotes(base.name) + " that is no product");
    const auto scale = adapterScale(settings, module, static_cast<int>(down->size(0)));
    if (!scale)
        return fail(scale.error());
    const auto delta = at::mm(up->to(at::kFloat).flatten(1), down->to(at::kFloat).flatten(1));
    if (delta.numel() != weight->numel() || delta.size(0) != weight->size(0))
        return fail(ErrorCode::Mismatch,
            file + " has an adapter of " + inQuotes(base.name) + " of another shape than the base's; give its own base");
    return weight->to(at::kFloat) + delta.reshape(weight->sizes()) * *scale;
}

/// By name, or by the end of it where the base stands below another prefix.
StoredTensor* findTensor(std::vector<StoredTensor>& tensors, const std::string& name)
{
    const auto exact
        = std::find_if(tensors.begin(), tensors.end(), [&](const StoredTensor& each) { return each.name == name; });
    if (exact != tensors.end())
        return &*exact;
    const auto ends = [&](const StoredTensor& each) {
        return each.name.ends_with("." + name) || name.ends_with("." + each.name);
    };
    const auto found = std::find_if(tensors.begin(), tensors.end(), ends);
    return found != tensors.end() && std::count_if(tensors.begin(), tensors.end(), ends) == 1 ? &*found : nullptr;
}

Result<int> mergeInto(
    std::vector<StoredTensor>& base, const Container& adapter, const AdapterSettings& settings, const std::string& file)
{
    std::map<std::string, Pair> pairs;
    std::vector<StoredTensor> added;
    for (const auto& tensor : adapter.tensors) {
        const auto name = targetOf(tensor.name);
        if (tensor.name.find(kDown) != std::string::npos) {
            pairs[name].down = &tensor;
        } else if (tensor.name.find(kUp) != std::string::npos) {
            pairs[name].up = &tensor;
        } else if (tensor.name.find("lora_") != std::string::npos) {
            return unsupported(file, "its adapter holds " + inQuotes(tensor.name) + ", which plain LoRA has not",
                "merge it with merge_and_unload() and save the whole network");
        } else if (auto* whole = findTensor(base, name)) {
            const auto kept = whole->name;
            *whole = tensor;
            whole->name = kept;
        } else {
            added.push_back(tensor);
            added.back().name = name;
        }
    }
    for (const auto& [name, pair] : pairs) {
        auto* target = findTensor(base, name);
        if (!target || !pair.down || !pair.up)
            return fail(ErrorCode::Mismatch,
                file + " changes " + inQuotes(name) + ", which the base has not; give its own base with --base");
        const auto module = name.substr(0, name.rfind('.'));
        const auto values = changed(*target, pair, module, settings, file);
        if (!values)
            return fail(values.error());
        *target = stored(*target, *values);
    }
    base.insert(base.end(), added.begin(), added.end());
    return static_cast<int>(pairs.size());
}

}

Result<std::optional<MergedAdapter>> mergeAdapter(
    const Container& adapter, const std::filesystem::path& path, const Overrides& given, const RunContext& run)
{
    std::error_code ignored;
    const auto folder = fs::is_directory(path, ignored) ? path : path.parent_path();
    const auto config = folder / "adapter_config.json";
    const bool low = std::any_of(adapter.tensors.begin(), adapter.tensors.end(),
        [](const StoredTensor& each) { return each.name.find("lora_") != std::string::npos; });
    if (!isThere(config) || !(low || adapter.files.front().filename().string().starts_with("adapter_model")))
        return std::optional<MergedAdapter>{};
    const auto json = readJson(config);
    if (!json)
        return fail(json.error());
    const auto read = readAdapterSettings(*json, config);
    if (!read)
        return fail(read.error());
    const auto& settings = *read;
    const auto file = adapter.files.front().string();
    const auto what = "it is a PEFT adapter (" + settings.kind + ") of the network " + inQuotes(settings.base);
    if (settings.kind != "LORA")
        return unsupported(file, what, "merge it with its base by merge_and_unload() and save the whole network");
    const auto base = findBase(settings, folder, given);
    if (!base)
        return fail(ErrorCode::NotFound,
            file + " cannot be opened alone: " + what + ", which was not found; give that network with --base");
    auto whole = openContainer(*base, run);
    if (!whole)
        return fail(whole.error());
    const auto count = mergeInto(whole->tensors, adapter, settings, file);
    if (!count)
        return fail(count.error());
    whole->files.insert(whole->files.begin(), {adapter.files.front(), config});
    std::vector<std::string> notes{
        "a PEFT adapter (LoRA, " + std::to_string(*count) + " tensors) was merged with its base " + base->string()};
    notes.insert(notes.end(), settings.notes.begin(), settings.notes.end());
    return std::optional{MergedAdapter{std::move(*whole), *base, std::move(notes)}};
}

}
