// core/checkpoint/layouts/recognise.cpp
#include "core/checkpoint/layouts/recognise.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/layouts/choose_place.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include "core/checkpoint/layouts/own_heads.h"
#include <algorithm>
#include <iterator>
#include <set>

namespace patchlight
{
namespace
{

constexpr const char* kCanBe = "ViT, DeiT, DINO, CLIP, SigLIP, BEiT, EVA-02, CaiT, hybrid, Swin, ResNet and BiT networks can be";

Result<void> refuseDoubles(const Recognised& found, const std::string& file)
{
    std::set<std::string_view> names;
    for (const auto& tensor : found.tensors)
        if (!names.insert(tensor.name).second)
            return fail(ErrorCode::Mismatch,
                file + " holds " + inQuotes(tensor.name)
                    + " more than once, with and without a prefix; save only the network that is meant");
    return {};
}

std::string someNames(const std::vector<StoredTensor>& tensors)
{
    std::vector<std::string> names;
    for (const auto& tensor : tensors)
        names.push_back(inQuotes(fullName(tensor)));
    return firstTen(names);
}

/// Adds the components of `text` up to `end`, each with `mark` behind it.
void addParts(const std::string& text, std::size_t end, const char* mark, std::vector<std::string>& parts)
{
    for (std::size_t begin = 0; begin < end;) {
        const auto next = std::min(text.find('.', begin), end);
        parts.push_back(text.substr(begin, next - begin) + mark);
        begin = next + 1;
    }
}

/// What stood around a tensor of the network: dictionaries first, then modules.
std::vector<std::string> wrappersOf(const StoredTensor& tensor, const std::string& rest)
{
    std::vector<std::string> wrappers;
    addParts(tensor.scope, tensor.scope.size(), "", wrappers);
    const bool whole = tensor.name.ends_with(rest);
    const auto before = whole ? tensor.name.substr(0, tensor.name.size() - rest.size()) : std::string();
    if (before.find('/') != std::string::npos)
        wrappers.push_back(before);
    else
        addParts(before, before.size(), ".", wrappers);
    return wrappers;
}

/// The tower for words stands beside the one for pictures: kept under the names that the layout knows it by.
void takeText(Recognised& found, const std::string& prefix, const std::vector<StoredTensor>& tensors,
    const std::vector<std::string>& names)
{
    constexpr std::string_view towers[]{"visual.trunk.", "vision_model.", "visual."};
    const auto* tower = std::find_if(std::begin(towers), std::end(towers),
        [&](std::string_view each) { return prefix.ends_with(each); });
    if (tower == std::end(towers))
        return;
    const auto base = prefix.substr(0, prefix.size() - tower->size());
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (!names[i].starts_with(base) || names[i].starts_with(prefix))
            continue;
        const auto rest = names[i].substr(base.size());
        const auto& rules = found.layout->rules;
        if (std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
                const bool beside = rule.change == Change::Text || rule.from.starts_with("visual.");
                return beside && matchName(rule.from, rest).has_value();
            }))
            found.tensors.push_back({rest, &tensors[i]});
    }
}

/// A known network in the middle of one that is refused: "visual." of a CLIP that pools by attention.
bool isPartOf(const Place& place, const Place& other)
{
    if (other.layout->refusal.empty() || place.prefix.size() <= other.prefix.size()
        || !place.prefix.starts_with(other.prefix))
        return false;
    return other.layout->marks.front().starts_with(std::string_view(place.prefix).substr(other.prefix.size()));
}

Recognised takenFrom(const Place& place, const std::vector<StoredTensor>& tensors, const std::vector<std::string>& names)
{
    Recognised found;
    found.layout = layoutBeside(place, names);
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (names[i].size() > place.prefix.size() && names[i].starts_with(place.prefix)) {
            const auto rest = names[i].substr(place.prefix.size());
            const auto wrappers = wrappersOf(tensors[i], rest);
            if (wrappers.size() > found.unwrapped.size())
                found.unwrapped = wrappers;
            found.tensors.push_back({std::string(withoutOwnPrefixes(rest, *place.layout)), &tensors[i]});
        }
    takeOwnHead(found, place.prefix, tensors, names);
    takeText(found, place.prefix, tensors, names);
    std::set<const StoredTensor*> used;
    for (const auto& tensor : found.tensors)
        used.insert(tensor.stored);
    for (const auto& part : found.head)
        used.insert({part.weight, part.bias, part.mean, part.variance});
    for (const auto& tensor : tensors)
        if (!used.contains(&tensor))
            found.ignored.push_back(fullName(tensor));
    return found;
}

}

Result<Recognised> recognise(const std::vector<StoredTensor>& tensors, const Overrides& given, const std::string& file)
{
    std::vector<std::string> names;
    names.reserve(tensors.size());
    for (const auto& tensor : tensors)
        names.push_back(plainName(tensor));
    const auto all = placesIn(names);
    auto places = all;
    const auto refused = std::find_if(
        all.begin(), all.end(), [](const Place& place) { return !place.layout->refusal.empty(); });
    const auto reason = refused == all.end() ? std::string() : std::string(refused->layout->refusal);
    std::erase_if(places, [&](const Place& place) {
        return !place.layout->refusal.empty()
            || std::any_of(all.begin(), all.end(), [&](const Place& other) { return isPartOf(place, other); });
    });
    if (places.empty() && !reason.empty())
        return unsupported(file, "it is " + reason, kCanBe);
    if (places.empty())
        return unsupported(file,
            tensors.empty() ? "it holds no tensors"
                            : "its tensors belong to no network known here: " + someNames(tensors),
            kCanBe);
    const auto place = choosePlace(places, given, file);
    if (!place)
        return fail(place.error());
    auto found = takenFrom(*place, tensors, names);
    found.averaged = isAverage(place->prefix);
    found.otherWeights = std::any_of(places.begin(), places.end(),
        [&](const Place& other) { return isAverage(other.prefix) != found.averaged; });
    if (auto unique = refuseDoubles(found, file); !unique)
        return fail(unique.error());
    return found;
}

}
