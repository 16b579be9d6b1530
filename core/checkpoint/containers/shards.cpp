// core/checkpoint/containers/shards.cpp
#include "core/checkpoint/containers/shards.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/json_file.h"
#include <map>
#include <set>

namespace patchlight
{
namespace
{

constexpr std::size_t kMostShards = 1024;

/// A plain file name, so that an index cannot reach out of its folder.
bool isPlainName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos
        && name.find('\\') == std::string::npos && name.find('\0') == std::string::npos && name.size() <= 255;
}

using WeightMap = std::map<std::string, std::set<std::string>>; // shard → its tensors

Result<WeightMap> readWeightMap(const std::filesystem::path& index)
{
    const auto json = readJson(index);
    if (!json)
        return fail(json.error());
    if (!json->contains("weight_map") || !(*json)["weight_map"].is_object())
        return damaged(index.string(), "it has no weight_map");
    WeightMap shards;
    for (const auto& [tensor, shard] : (*json)["weight_map"].items()) {
        if (!shard.is_string() || !isPlainName(shard.get<std::string>()))
            return fail(ErrorCode::Malformed,
                index.string() + " places tensor " + inQuotes(tensor) + " in "
                    + inQuotes(shard.is_string() ? shard.get<std::string>() : "no file")
                    + ", which is not the name of a file beside it; get the index again from where it came");
        shards[shard.get<std::string>()].insert(tensor);
    }
    if (shards.empty() || shards.size() > kMostShards)
        return damaged(index.string(), "it names " + std::to_string(shards.size()) + " shards");
    return shards;
}

/// Keeps the tensors that the index places in this shard.
Result<void> addShard(Container& shard, const std::set<std::string>& wanted, const std::string& name, Container& all)
{
    std::set<std::string> found;
    for (auto& tensor : shard.tensors)
        if (tensor.scope.empty() && wanted.contains(tensor.name)) {
            found.insert(tensor.name);
            all.tensors.push_back(std::move(tensor));
        }
    std::vector<std::string> missing;
    for (const auto& tensor : wanted)
        if (!found.contains(tensor))
            missing.push_back(inQuotes(tensor));
    if (!missing.empty())
        return fail(ErrorCode::Mismatch,
            name + " lacks " + std::to_string(missing.size())
                + " tensors that the index places there: " + firstTen(missing) + "; get all shards again");
    return {};
}

}

Result<Container> openShards(const std::filesystem::path& index, const RunContext& run)
{
    const auto shards = readWeightMap(index);
    if (!shards)
        return fail(shards.error());
    Container all;
    all.files.push_back(index);
    int done = 0;
    for (const auto& [name, wanted] : *shards) {
        if (run.cancel.requested())
            return cancelled();
        run.step("loading", done++, static_cast<int>(shards->size()));
        const auto path = index.parent_path() / name;
        auto shard = openSingleFile(path);
        if (!shard)
            return fail(shard.error());
        if (auto added = addShard(*shard, wanted, path.string(), all); !added)
            return fail(added.error());
        all.kind = "sharded " + shard->kind;
        all.files.push_back(path);
    }
    return all;
}

}
