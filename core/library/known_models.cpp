// core/library/known_models.cpp
#include "core/library/known_models.h"
#include "core/base/mapped_file.h"
#include "core/base/resources.h"
#include "core/library/hub_name.h"
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;

std::string text(const Json& entry, const char* key)
{
    return entry.contains(key) && entry[key].is_string() ? entry[key].get<std::string>() : "";
}

std::int64_t number(const Json& entry, const char* key)
{
    return entry.contains(key) && entry[key].is_number_integer() ? entry[key].get<std::int64_t>() : 0;
}

KnownModel modelFrom(const Json& entry)
{
    KnownModel model;
    model.name = text(entry, "name");
    model.title = text(entry, "title");
    model.family = text(entry, "family");
    model.kin = text(entry, "kin");
    model.parameters = number(entry, "parameters");
    model.bytes = static_cast<std::uint64_t>(number(entry, "bytes"));
    model.licence = text(entry, "licence");
    model.classes = static_cast<int>(number(entry, "classes"));
    model.knows = text(entry, "knows");
    model.input = static_cast<int>(number(entry, "input"));
    if (entry.contains("top1") && entry["top1"].is_number())
        model.top1 = entry["top1"].get<double>();
    model.about = text(entry, "about");
    model.source = text(entry, "source");
    return model;
}

bool isWhole(const KnownModel& model)
{
    return looksLikeHubName(model.name) && !model.title.empty() && !model.family.empty() && model.parameters > 0
        && model.bytes > 0 && !model.licence.empty() && model.classes >= 0 && model.input > 0 && !model.about.empty()
        && !model.source.empty();
}

}

Result<std::vector<KnownModel>> readKnownModels(const std::filesystem::path& file)
{
    const auto mapped = MappedFile::open(file);
    if (!mapped)
        return fail(mapped.error());
    const auto bytes = (*mapped)->bytes();
    const auto* begin = reinterpret_cast<const char*>(bytes.data());
    const auto json = Json::parse(begin, begin + bytes.size(), nullptr, /*allow_exceptions=*/false);
    if (!json.is_array())
        return fail(ErrorCode::Malformed, file.string() + " is no list of models; install the program again");
    std::vector<KnownModel> models;
    for (const auto& entry : json) {
        models.push_back(entry.is_object() ? modelFrom(entry) : KnownModel{});
        if (!isWhole(models.back()))
            return fail(ErrorCode::Malformed,
                file.string() + ": entry " + std::to_string(models.size())
                    + " lacks a fact; install the program again");
    }
    return models;
}

std::vector<KnownModel> knownModels()
{
    auto models = readKnownModels(resourcePath("models/known.json"));
    return models ? std::move(*models) : std::vector<KnownModel>{};
}

}
