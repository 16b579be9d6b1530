// core/engine/model/list_models.h: every model within reach: on this computer, and published ones worth knowing.
#pragma once
#include "core/base/result.h"
#include "core/base/words.h"
#include "core/library/known_models.h"
#include "core/library/places.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

struct ListedModel {
    enum class Place { Shipped, HubCache, TorchCache, Folder, Published };
    enum class State {
        Here, ///< opens
        Unfinished, ///< a download that stopped
        Broken, ///< `problem` says why
        Offered, ///< published, not here
    };
    std::string name; ///< as --model takes it
    std::string title; ///< for people, where the list of published ones has one
    Place place = Place::HubCache;
    State state = State::Here;
    std::filesystem::path path; ///< empty for one that is offered
    std::string family; ///< as `inspect` says it
    std::string kin; ///< published networks that share its blocks: "CLIP"; empty without
    std::string architecture; ///< timm's name, where config.json says it: what an open model is titled by
    std::int64_t parameters = 0;
    std::uint64_t bytes = 0; ///< of an unfinished one: what has come
    std::string licence; ///< empty where nobody says it
    std::optional<int> classes, input;
    std::optional<double> top1;
    std::string knows; ///< "ImageNet-1k", "features"; empty where it is not a published one
    int rank = -1; ///< its place in the list of published ones
    std::string about; ///< one sentence or a paragraph of its card
    Error problem{}; ///< empty words: there is none
};

struct ModelList {
    std::vector<ListedModel> models; ///< here first, by place and name; then what is offered
    int foreign = 0; ///< sound files of other networks (text, speech), left out
};

/// No request, no tensor read: some milliseconds a model. Order and content hang on the disk alone.
ModelList listModels(const LibraryPlaces& places, const std::vector<KnownModel>& known);

/// The same weights, whether by their file or by the folder that holds them. False where either is not there.
bool sameModel(const std::filesystem::path& one, const std::filesystem::path& other);

/// "deit_tiny" of timm/deit_tiny; of a file in a folder its name, or its folder's where every model's is called so.
std::string shortName(const ListedModel& model);

template <> struct Words<ListedModel::Place> {
    using Place = ListedModel::Place;
    static constexpr WordTable<Place, 5> table{{{Place::Shipped, "shipped"}, {Place::HubCache, "hub cache"},
        {Place::TorchCache, "torch cache"}, {Place::Folder, "folder"}, {Place::Published, "published"}}};
};
template <> struct Words<ListedModel::State> {
    using State = ListedModel::State;
    static constexpr WordTable<State, 4> table{{{State::Here, "here"}, {State::Unfinished, "unfinished"},
        {State::Broken, "broken"}, {State::Offered, "offered"}}};
};

}
