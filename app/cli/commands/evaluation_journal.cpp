// app/cli/commands/evaluation_journal.cpp
#include "app/cli/commands/evaluation_journal.h"
#include "core/base/atomic_file.h"
#include "core/base/file_identity.h"
#include "core/explain/methods.h"
#include <fstream>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;

/// What must be the same for its lines to be of use. The model by what its weights are, not where they lie.
Json question(const MethodTest& test, const ModelInfo& model)
{
    Json asked{{"model", model.title}, {"methods", Json::array()}, {"curves", test.curves},
        {"cells_per_step", test.cellsPerStep}, {"tolerance", test.tolerance}, {"randomise", test.randomise}};
    for (const Method method : methodsJudged(test))
        asked["methods"].push_back(methodInfo(method).name);
    for (const auto& file : model.identities)
        if (const auto hash = file->sha256())
            asked["sha256"].push_back(*hash);
    return asked;
}

Json curveJson(const FaithfulnessCurve& curve)
{
    return {{"area", curve.area}, {"scores", curve.scores}};
}

FaithfulnessCurve curveFrom(const Json& json)
{
    return {json.at("scores").get<std::vector<float>>(), json.at("area").get<double>()};
}

Json mapJson(const JudgedMap& map)
{
    Json json{{"method", methodInfo(map.method).name}, {"name", map.name}, {"grid", {map.grid.rows, map.grid.columns}}};
    if (map.curves) {
        json["deletion"] = curveJson(map.curves->deletion);
        json["insertion"] = curveJson(map.curves->insertion);
    }
    if (map.hit) {
        json["pointing"] = *map.hit;
        json["energy"] = map.energy;
    }
    for (const auto& step : map.randomised)
        json["randomisation"].push_back({{"from", step.from}, {"rank", step.rank}, {"rank_of_size", step.rankOfSize}});
    return json;
}

/// Throws what nlohmann throws where something is missing.
JudgedMap mapFrom(const Json& json)
{
    JudgedMap map;
    map.method = methodByName(json.at("method").get<std::string>()).value();
    map.name = json.at("name");
    map.grid = {json.at("grid").at(0), json.at("grid").at(1)};
    if (json.contains("deletion"))
        map.curves = Faithfulness{curveFrom(json.at("deletion")), curveFrom(json.at("insertion"))};
    if (json.contains("pointing")) {
        map.hit = json.at("pointing").get<bool>();
        map.energy = json.at("energy");
    }
    for (const auto& step : json.value("randomisation", Json::array()))
        map.randomised.push_back({step.at("from"), step.at("rank"), step.at("rank_of_size")});
    return map;
}

std::string lineOf(const JudgedPicture& picture)
{
    Json json{{"file", picture.name}, {"maps", Json::array()}};
    for (const auto& map : picture.maps)
        json["maps"].push_back(mapJson(map));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Nothing for a line that is none of ours, or not whole.
std::optional<JudgedPicture> pictureFrom(const std::string& line)
{
    try {
        const auto json = Json::parse(line);
        JudgedPicture picture{json.at("file"), {}};
        for (const auto& map : json.at("maps"))
            picture.maps.push_back(mapFrom(map));
        return picture;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}

Result<EvaluationJournal> EvaluationJournal::open(const MethodTest& test, const ModelInfo& model)
{
    EvaluationJournal journal;
    if (test.out.empty())
        return journal;
    journal.m_file = std::filesystem::path{test.out}.replace_extension(".jsonl");
    const auto asked = question(test, model).dump();
    std::string kept = asked + "\n";
    std::ifstream old(journal.m_file);
    std::string line;
    if (test.resume && std::getline(old, line)) {
        if (line != asked)
            return fail(ErrorCode::InvalidOption,
                journal.m_file.string()
                    + ": that evaluation was of another model, other methods or other steps; give another --out, or "
                      "leave --resume out to start anew.");
        while (std::getline(old, line))
            if (auto picture = pictureFrom(line)) {
                kept += line + "\n";
                journal.m_known.insert_or_assign(picture->name, std::move(*picture));
            }
    }
    if (auto written = writeFile(journal.m_file, kept); !written)
        return fail(written.error());
    return journal;
}

const JudgedPicture* EvaluationJournal::known(const std::string& name) const
{
    const auto found = m_known.find(name);
    return found == m_known.end() ? nullptr : &found->second;
}

Result<void> EvaluationJournal::append(const JudgedPicture& picture)
{
    if (m_file.empty())
        return {};
    std::ofstream file(m_file, std::ios::app | std::ios::binary);
    file << lineOf(picture) << std::flush;
    return file ? Result<void>{} : fail(ErrorCode::WriteFailed, m_file.string() + ": cannot be written any more");
}

}
