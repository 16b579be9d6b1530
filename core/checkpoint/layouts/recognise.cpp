// core/checkpoint/layouts/recognise.cpp
#include "core/checkpoint/layouts/recognise.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace patchlight
{
namespace
{

/// Dictionaries that training scripts wrap weights in, the preferred first: what the authors evaluate.
constexpr std::string_view kWrappers[]{"model", "state_dict", "model_state_dict", "model_state", "net", "network",
    "params", "weights", "module", "teacher", "target_encoder", "model_ema", "state_dict_ema", "ema", "ema_state_dict",
    "student", "encoder_q"};

/// Prefixes that wrapping modules put before every name. The last kind counts only where it covers all names.
struct Prefix {
    std::string_view text;
    bool mustCoverAll;
};
constexpr Prefix kPrefixes[]{{"module.", false}, {"_orig_mod.", false}, {"backbone.", false}, {"model.", false},
    {"net.", false}, {"network.", false}, {"teacher.", false}, {"model_ema.", false}, {"ema.", false},
    {"student.", false}, {"base_model.", false}, {"vit_model.", false}, {"image_encoder.", false},
    {"visual.trunk.", false}, {"trunk.", false}, {"timm_model.", false}, {"vision_tower.", false}, {"0.", false},
    {"encoder.", true}, {"opt/target/", false}, {"params/img/", false}, {"params/", false}, {"img/", false}};
/// Of these the first found is taken; the others are other copies of the network.
constexpr std::string_view kRivals[]{"teacher.", "model_ema.", "ema.", "student."};
constexpr int kMostPrefixes = 6;

bool hasPrefix(std::string_view name, std::string_view prefix)
{
    return name.size() > prefix.size() && name.starts_with(prefix);
}

std::size_t rankOf(std::string_view scope)
{
    const auto last = scope.substr(scope.find_last_of('.') + 1);
    const auto* found = std::find(std::begin(kWrappers), std::end(kWrappers), last);
    return scope.empty() ? 0 : static_cast<std::size_t>(found - std::begin(kWrappers)) + 1;
}

/// "vit.encoder.layer.0.norm1.weight" → "0.norm1.weight": each of the layout's own prefixes, once, in their order.
std::string_view withoutOwnPrefixes(std::string_view name, const Layout& layout)
{
    for (const auto prefix : layout.prefixes)
        if (hasPrefix(name, prefix))
            name.remove_prefix(prefix.size());
    return name;
}

bool hasMark(const std::vector<NamedTensor>& tensors, const Layout& layout, std::string_view mark)
{
    return std::any_of(tensors.begin(), tensors.end(), [&](const NamedTensor& tensor) {
        return matchName(mark, withoutOwnPrefixes(tensor.name, layout)).has_value();
    });
}

const Layout* layoutOf(const std::vector<NamedTensor>& tensors)
{
    const auto layouts = allLayouts();
    const auto found = std::find_if(layouts.begin(), layouts.end(), [&](const Layout& layout) {
        return std::all_of(layout.marks.begin(), layout.marks.end(),
            [&](std::string_view mark) {
                const bool absent = mark.starts_with('!');
                return hasMark(tensors, layout, absent ? mark.substr(1) : mark) != absent;
            });
    });
    return found == layouts.end() ? nullptr : &*found;
}

void strip(std::vector<NamedTensor>& tensors, std::string_view prefix)
{
    for (auto& tensor : tensors)
        if (hasPrefix(tensor.name, prefix))
            tensor.name.erase(0, prefix.size());
}

/// Other copies of the network (the student beside the teacher) are not wanted.
void dropRivals(Recognised& found, std::string_view taken)
{
    const bool rival = std::find(std::begin(kRivals), std::end(kRivals), taken) != std::end(kRivals);
    if (!rival)
        return;
    const auto isOther = [&](const NamedTensor& tensor) {
        return std::any_of(std::begin(kRivals), std::end(kRivals),
            [&](std::string_view other) { return other != taken && hasPrefix(tensor.name, other); });
    };
    for (const auto& tensor : found.tensors)
        if (isOther(tensor))
            found.ignored.push_back(fullName(*tensor.stored));
    std::erase_if(found.tensors, isOther);
}

bool takeOffOnePrefix(Recognised& found)
{
    for (const auto& [prefix, mustCoverAll] : kPrefixes) {
        const auto count = std::count_if(found.tensors.begin(), found.tensors.end(),
            [&, p = prefix](const NamedTensor& tensor) { return hasPrefix(tensor.name, p); });
        if (count == 0 || (mustCoverAll && count != static_cast<std::ptrdiff_t>(found.tensors.size())))
            continue;
        dropRivals(found, prefix);
        strip(found.tensors, prefix);
        found.unwrapped.emplace_back(prefix);
        return true;
    }
    return false;
}

/// What is left of `tensors` after as many prefixes as a layout needs.
Recognised belowPrefixes(std::vector<NamedTensor> tensors)
{
    Recognised found;
    found.tensors = std::move(tensors);
    for (int i = 0; i <= kMostPrefixes; ++i) {
        found.layout = layoutOf(found.tensors);
        if (found.layout || !takeOffOnePrefix(found))
            break;
    }
    return found;
}

/// The layout's own prefix is no wrapper and goes unreported.
void takeOffOwnPrefix(Recognised& found)
{
    for (auto& tensor : found.tensors)
        tensor.name = std::string(withoutOwnPrefixes(tensor.name, *found.layout));
}

void reportWrappers(Recognised& found, const std::string& scope)
{
    std::vector<std::string> wrappers;
    for (std::size_t begin = 0; begin < scope.size();) {
        const auto end = std::min(scope.find('.', begin), scope.size());
        wrappers.push_back(scope.substr(begin, end - begin));
        begin = end + 1;
    }
    found.unwrapped.insert(found.unwrapped.begin(), wrappers.begin(), wrappers.end());
}

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

}

std::string fullName(const StoredTensor& tensor)
{
    return tensor.scope.empty() ? tensor.name : tensor.scope + "." + tensor.name;
}

Result<Recognised> recognise(const std::vector<StoredTensor>& tensors, const std::string& file)
{
    std::map<std::pair<std::size_t, std::string>, std::vector<NamedTensor>> scopes; // the preferred first
    for (const auto& tensor : tensors)
        scopes[{rankOf(tensor.scope), tensor.scope}].push_back({tensor.name, &tensor});
    for (const auto& [key, members] : scopes) {
        auto found = belowPrefixes(members);
        if (!found.layout)
            continue;
        if (!found.layout->refusal.empty())
            return unsupported(file, "it is " + std::string(found.layout->refusal),
                "ViT, DeiT, DINO, CLIP, SigLIP, BEiT, EVA-02, CaiT, hybrid, Swin, ResNet and BiT networks can be");
        takeOffOwnPrefix(found);
        reportWrappers(found, key.second);
        for (const auto& tensor : tensors)
            if (tensor.scope != key.second)
                found.ignored.push_back(fullName(tensor));
        if (auto unique = refuseDoubles(found, file); !unique)
            return fail(unique.error());
        return found;
    }
    return unsupported(file,
        tensors.empty() ? "it holds no tensors" : "its tensors belong to no network known here: " + someNames(tensors),
        "ViT, DeiT, DINO, CLIP, SigLIP, BEiT, EVA-02, CaiT, hybrid, Swin, ResNet and BiT networks can be");
}

}
