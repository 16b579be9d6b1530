// core/engine/model/list_models.cpp
#include "core/engine/model/list_models.h"
#include "core/base/family.h"
#include "core/base/resources.h"
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/glance.h"
#include "core/engine/model/find_model.h"
#include "core/library/card_text.h"
#include "core/library/hub_cache.h"
#include "core/library/torch_cache.h"
#include "core/library/wanted_files.h"
#include <algorithm>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;
using Place = ListedModel::Place;
using State = ListedModel::State;

constexpr int kDeepest = 4; ///< folders below one that the user added
constexpr int kMostEntries = 20000;
constexpr std::size_t kMostOfAFolder = 500;

void takeGlance(const Glance& glance, ListedModel& model)
{
    model.family = std::string(traitsOf(glance.family).word);
    model.kin = glance.kin;
    model.architecture = glance.architecture;
    model.parameters = glance.parameters;
    model.bytes = glance.bytes;
    model.classes = glance.classes;
    if (glance.input)
        model.input = glance.input->rows;
}

class Listing
{
public:
    explicit Listing(const std::vector<KnownModel>& known) : m_known(known) { }

    /// Sound, broken or somebody else's: what the file itself says.
    void add(ListedModel model)
    {
        const auto glance = glanceAt(model.path);
        if (glance && !*glance) {
            ++m_list.foreign;
            return;
        }
        if (glance)
            takeGlance(**glance, model);
        else
            model.state = State::Broken, model.problem = glance.error();
        put(std::move(model));
    }

    /// Unless it is there already, or gone.
    void addOnce(ListedModel model)
    {
        std::error_code error;
        const auto same = [&](const ListedModel& other) { return sameModel(other.path, model.path); };
        if (fs::exists(model.path, error) && std::none_of(m_list.models.begin(), m_list.models.end(), same))
            add(std::move(model));
    }

    void put(ListedModel model)
    {
        if (std::error_code error; fs::is_directory(model.path, error)) {
            const auto card = readCard(model.path / "README.md");
            model.licence = card.licence;
            model.about = card.paragraph;
        }
        takeKnown(model);
        m_list.models.push_back(std::move(model));
    }

    ModelList finished()
    {
        for (const auto& known : m_known)
            if (std::none_of(m_list.models.begin(), m_list.models.end(),
                    [&](const ListedModel& model) { return model.name == known.name; }))
                m_list.models.push_back(offered(known));
        return std::move(m_list);
    }

private:
    ListedModel offered(const KnownModel& known) const
    {
        ListedModel model;
        model.name = known.name;
        model.place = Place::Published;
        model.state = State::Offered;
        fill(known, model);
        return model;
    }

    /// What the model's own files say counts for more.
    void fill(const KnownModel& known, ListedModel& model) const
    {
        model.rank = static_cast<int>(&known - m_known.data());
        model.title = known.title;
        model.knows = known.knows;
        model.top1 = known.top1;
        model.about = known.about;
        if (model.licence.empty() || model.licence == "other")
            model.licence = known.licence;
        if (model.state != State::Here && model.state != State::Broken) {
            model.family = known.family;
            model.kin = known.kin;
            model.parameters = known.parameters;
            model.classes = known.classes;
            model.input = known.input;
        }
        if (model.state == State::Offered)
            model.bytes = known.bytes;
        if (!model.input)
            model.input = known.input;
    }

    void takeKnown(ListedModel& model) const
    {
        const auto found = std::find_if(
            m_known.begin(), m_known.end(), [&](const KnownModel& known) { return known.name == model.name; });
        if (found != m_known.end())
            fill(*found, model);
    }

    const std::vector<KnownModel>& m_known;
    ModelList m_list;
};

ListedModel listedAt(Place place, std::string name, fs::path path)
{
    ListedModel model;
    model.place = place;
    model.name = std::move(name);
    model.path = std::move(path);
    return model;
}

bool hasBrokenLink(const fs::path& folder)
{
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (std::error_code unread; !fs::exists(entry->path(), unread))
            return true;
    return false;
}

/// Nothing where a snapshot holds no weights and nobody is about to bring them: only a configuration was wanted.
std::optional<ListedModel> unfinished(const HubName& name, const CachedRepository& cache, const std::string& commit)
{
    auto model = listedAt(Place::HubCache, name.id(), commit.empty() ? cache.folder() : cache.snapshot(commit));
    model.bytes = cache.unfinishedBytes();
    const auto ours = cache.ours();
    const bool begunHere
        = std::find(ours.begin(), ours.end(), commit) != ours.end() || (commit.empty() && !ours.empty());
    model.state = State::Unfinished;
    if (model.bytes > 0 || begunHere)
        return model;
    if (commit.empty() || !hasBrokenLink(cache.snapshot(commit)))
        return std::nullopt;
    model.state = State::Broken;
    model.problem = Error{ErrorCode::Malformed,
        model.path.string() + " holds links to files that are not there; fetch it again with: patchlight-cli models get "
            + name.id()};
    return model;
}

void addHubCache(const LibraryPlaces& places, Listing& listing)
{
    for (const auto& name : cachedModels(places.hubCache)) {
        const CachedRepository cache(places.hubCache, name);
        const auto first = cache.commitOf("").value_or("");
        if (first.empty() || !isWholeSnapshot(cache.snapshot(first))) {
            if (auto model = unfinished(name, cache, first))
                listing.put(std::move(*model));
        } else {
            listing.add(listedAt(Place::HubCache, name.id(), cache.snapshot(first)));
        }
        for (const auto& commit : cache.commits()) // older revisions that are whole
            if (commit != first && isWholeSnapshot(cache.snapshot(commit)))
                listing.add(listedAt(Place::HubCache, name.id() + "@" + commit.substr(0, 7), cache.snapshot(commit)));
    }
}

bool isWeights(const fs::path& path)
{
    constexpr std::string_view endings[]{".safetensors", ".pth", ".pt", ".bin", ".npz", ".ckpt"};
    return std::find(std::begin(endings), std::end(endings), path.extension().string()) != std::end(endings);
}

/// Its weights are called as every model's are, or a config.json belongs to them: what they are called says nothing.
bool isOneModel(const fs::path& folder)
{
    std::error_code error;
    const auto weights = findWeights(folder);
    return weights && (nameOfWeights(*weights) == folder.filename() || fs::exists(folder / "config.json", error));
}

/// A folder that is one model is listed as such; else every file of weights is a model.
void addFolder(const fs::path& folder, int depth, int& entries, std::size_t& models, Listing& listing)
{
    std::vector<fs::path> folders, files;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error);
         !error && entry != fs::directory_iterator() && ++entries < kMostEntries; entry.increment(error)) {
        std::error_code unread;
        const bool link = entry->is_symlink(unread);
        if (entry->is_directory(unread) && !link && !entry->path().filename().string().starts_with('.'))
            folders.push_back(entry->path());
        else if (entry->is_regular_file(unread) && isWeights(entry->path()))
            files.push_back(entry->path());
    }
    std::sort(folders.begin(), folders.end());
    std::sort(files.begin(), files.end());
    if (!files.empty() && isOneModel(folder))
        files = {folder};
    for (const auto& file : files)
        if (++models <= kMostOfAFolder)
            listing.add(listedAt(Place::Folder, file.string(), file));
    for (const auto& below : folders)
        if (depth < kDeepest)
            addFolder(below, depth + 1, entries, models, listing);
}

}

ModelList listModels(const LibraryPlaces& places, const std::vector<KnownModel>& known)
{
    Listing listing(known);
    for (const auto& name : shippedModels())
        listing.add(listedAt(Place::Shipped, name, resourcePath("models" / fs::path(name))));
    addHubCache(places, listing);
    for (const auto& file : torchCacheFiles(places.torchCache))
        listing.add(listedAt(Place::TorchCache, file.stem().string(), file));
    for (const auto& folder : places.folders) {
        int entries = 0;
        std::size_t models = 0;
        addFolder(folder, 0, entries, models, listing);
    }
    for (const auto& file : places.files)
        listing.addOnce(listedAt(Place::Folder, file.string(), file));
    return listing.finished();
}

bool sameModel(const fs::path& one, const fs::path& other)
{
    const auto weights = [](const fs::path& path) {
        std::error_code error;
        return fs::is_directory(path, error) ? findWeights(path).value_or(path) : path;
    };
    std::error_code gone;
    return fs::equivalent(one, other, gone) || fs::equivalent(weights(one), weights(other), gone);
}

std::string shortName(const ListedModel& model)
{
    return model.place == Place::Folder ? nameOfWeights(model.path) : model.name.substr(model.name.rfind('/') + 1);
}

}
