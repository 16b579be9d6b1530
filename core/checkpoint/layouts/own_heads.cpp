// core/checkpoint/layouts/own_heads.cpp
#include "core/checkpoint/layouts/own_heads.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>

namespace patchlight
{
namespace
{

constexpr std::string_view kHeads[]{"head", "heads", "classifier", "fc", "mlp_head", "linear_head", "linear",
    "cls_head", "classification_head", "classifier_head", "last_linear", "output_layer", "out", "lin", "clf", "head_cls"};
/// Between a head's name and its layers.
constexpr std::string_view kInner[]{"head.", "layers.", "net.", "model.", "mlp.", "classifier.", "fc.", "linear."};

bool isWeight(const Layout& layout, std::string_view name)
{
    return std::any_of(layout.rules.begin(), layout.rules.end(), [&](const Rule& rule) {
        const auto to = rule.to.empty() ? name : rule.to;
        const bool head = to.starts_with("head.") || to.starts_with("fc."); // a ResNet's own is fc
        return rule.change != Change::Ignore && head && matchName(rule.from, name).has_value();
    });
}

bool isIgnored(const Layout& layout, std::string_view name)
{
    for (const auto& rule : layout.rules)
        if (matchName(rule.from, name))
            return rule.change == Change::Ignore;
    return false;
}

/// "head.1.weight" → {1, "weight"}; "fc1.bias" → {1, "bias"}; "weight" → {0, "weight"}; else nothing.
std::optional<std::pair<int, std::string>> layerOf(std::string_view rest)
{
    for (const auto inner : kInner)
        if (rest.starts_with(inner) && rest.size() > inner.size())
            rest.remove_prefix(inner.size());
    const auto dot = rest.rfind('.');
    if (dot == std::string_view::npos)
        return std::pair{0, std::string(rest)};
    const auto layer = rest.substr(0, dot);
    const auto digits = layer.find_first_of("0123456789");
    if (digits == std::string_view::npos || layer.size() - digits > 3
        || (digits > 0 && layer.substr(0, digits) != "fc" && layer.substr(0, digits) != "linear"))
        return std::nullopt;
    int number = 0;
    for (const char c : layer.substr(digits)) {
        if (std::isdigit(static_cast<unsigned char>(c)) == 0)
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return std::pair{number, std::string(rest.substr(dot + 1))};
}

struct Member {
    std::string rest; ///< behind the head's name
    const StoredTensor* stored;
};

/// Layers in the order of their numbers; empty where a tensor fits none.
std::vector<HeadPart> partsOf(const std::vector<Member>& members)
{
    std::map<int, HeadPart> parts;
    for (const auto& [rest, stored] : members) {
        const auto layer = layerOf(rest);
        if (!layer)
            return {};
        auto& part = parts[layer->first];
        part.number = layer->first;
        const auto& what = layer->second;
        const StoredTensor** place = what == "weight" ? &part.weight
            : what == "bias"                           ? &part.bias
            : what == "running_mean"                   ? &part.mean
            : what == "running_var"                    ? &part.variance
                                                       : nullptr;
        if (what == "num_batches_tracked")
            continue;
        if (!place || *place)
            return {};
        *place = stored;
    }
    std::vector<HeadPart> list;
    for (const auto& [number, part] : parts)
        list.push_back(part);
    return list;
}

/// Everything below `base` + a head's name + '.', the first name that has something.
std::vector<Member> membersBelow(
    const std::string& base, const std::vector<StoredTensor>& tensors, const std::vector<std::string>& names)
{
    for (const auto head : kHeads) {
        const auto whole = base + std::string(head) + ".";
        std::vector<Member> members;
        for (std::size_t i = 0; i < tensors.size(); ++i)
            if (names[i].starts_with(whole))
                members.push_back({names[i].substr(whole.size()), &tensors[i]});
        if (!members.empty())
            return members;
    }
    return {};
}

/// "a.b.c." → "a.b.", "a.", "".
std::optional<std::string> around(const std::string& prefix)
{
    if (prefix.empty())
        return std::nullopt;
    const auto dot = prefix.find_last_of("./", prefix.size() - 2);
    return dot == std::string::npos || prefix.size() < 2 ? std::string() : prefix.substr(0, dot + 1);
}

}

void takeOwnHead(Recognised& found, const std::string& prefix, const std::vector<StoredTensor>& tensors,
    const std::vector<std::string>& names)
{
    const auto& layout = *found.layout;
    for (const auto& tensor : found.tensors)
        if (isWeight(layout, tensor.name))
            return;
    for (std::optional<std::string> base = prefix; base; base = around(*base)) {
        auto members = membersBelow(*base, tensors, names);
        std::erase_if(members, [&](const Member& member) {
            return std::any_of(found.tensors.begin(), found.tensors.end(), [&](const NamedTensor& tensor) {
                return tensor.stored == member.stored && isIgnored(layout, tensor.name);
            });
        });
        auto parts = partsOf(members);
        if (parts.empty())
            continue;
        std::erase_if(found.tensors, [&](const NamedTensor& tensor) {
            return std::any_of(
                members.begin(), members.end(), [&](const Member& member) { return member.stored == tensor.stored; });
        });
        found.head = std::move(parts);
        return;
    }
}

}
