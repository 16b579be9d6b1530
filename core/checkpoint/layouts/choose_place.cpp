// core/checkpoint/layouts/choose_place.cpp
#include "core/checkpoint/layouts/choose_place.h"
#include "core/base/message_parts.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

constexpr std::string_view kAverages[]{"model_ema", "state_dict_ema", "ema", "ema_state_dict", "ema_model",
    "ema_weights", "averaged_model", "model_averaged", "swa_model", "swa_state_dict", "params_ema", "ema_params",
    "model_ema_state_dict", "ema_backbone", "net_ema", "ema_net"};
/// Dictionaries that training scripts wrap weights in, the preferred first: what the authors evaluate.
constexpr std::string_view kWrappers[]{"model", "state_dict", "model_state_dict", "model_state", "net", "network",
    "params", "weights", "teacher", "target_encoder", "base_encoder", "encoder_q", "backbone", "encoder"};
/// Copies that exist only for training, behind everything else.
constexpr std::string_view kHelpers[]{"student", "momentum_encoder", "encoder_k", "momentum", "predictor",
    "teacher_model", "hyper_parameters", "hparams", "args", "optimizer", "optimizer_states", "callbacks", "loops",
    "best_model", "best", "discriminator", "decoder"};

std::vector<std::string> componentsOf(const std::string& prefix)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < prefix.size();) {
        const auto end = std::min(prefix.find_first_of("./", begin), prefix.size());
        parts.push_back(prefix.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

template <std::size_t N> std::size_t indexIn(const std::string_view (&list)[N], std::string_view word)
{
    return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), word) - std::begin(list));
}

bool isHelper(const std::string& prefix)
{
    const auto parts = componentsOf(prefix);
    return std::any_of(parts.begin(), parts.end(),
        [](const std::string& part) { return indexIn(kHelpers, part) < std::size(kHelpers); });
}

/// Smaller is preferred: nothing around it, then the best-known wrapper, then any.
std::size_t rankOf(const std::string& prefix)
{
    std::size_t best = prefix.empty() ? 0 : std::size(kWrappers) + 1;
    for (const auto& part : componentsOf(prefix))
        best = std::min(best, indexIn(kWrappers, part) + 1);
    return best;
}

std::string listed(const std::vector<Place>& places)
{
    std::vector<std::string> names;
    for (const auto& place : places)
        names.push_back(place.prefix.empty() ? "(none)" : inQuotes(place.prefix));
    return firstTen(names);
}

tl::unexpected<Error> askForPrefix(const std::string& what, const std::vector<Place>& places)
{
    return fail(ErrorCode::InvalidOption, what + listed(places) + "; choose one with --prefix");
}

template <class Keep> void keepIf(std::vector<Place>& places, Keep keep)
{
    if (std::any_of(places.begin(), places.end(), keep))
        std::erase_if(places, [&](const Place& place) { return !keep(place); });
}

/// "vit", "vit." and "model.vit." all mean the place below "model.vit.".
bool isMeant(const std::string& place, std::string wanted)
{
    if (!wanted.empty() && wanted.back() != '.' && wanted.back() != '/')
        wanted += '.';
    return place == wanted || (place.ends_with(wanted) && place[place.size() - wanted.size() - 1] == '.');
}

}

bool isAverage(const std::string& prefix)
{
    const auto parts = componentsOf(prefix);
    return std::any_of(parts.begin(), parts.end(),
        [](const std::string& part) { return indexIn(kAverages, part) < std::size(kAverages); });
}

Result<Place> choosePlace(const std::vector<Place>& places, const Overrides& given, const std::string& file)
{
    auto left = places;
    if (given.prefix) {
        std::erase_if(left, [&](const Place& place) { return !isMeant(place.prefix, *given.prefix); });
        if (left.empty())
            return askForPrefix(
                file + " holds no network below the prefix " + inQuotes(*given.prefix) + "; it holds ", places);
    }
    const auto average = [](const Place& place) { return isAverage(place.prefix); };
    if (given.weights) {
        const bool wanted = *given.weights == Weights::Averaged;
        std::erase_if(left, [&](const Place& place) { return average(place) != wanted; });
        if (left.empty())
            return fail(ErrorCode::InvalidOption,
                file + " holds no " + (wanted ? "averaged" : "raw") + " weights; leave --weights out");
    }
    keepIf(left, [](const Place& place) { return !isHelper(place.prefix); });
    const auto most
        = std::max_element(left.begin(), left.end(), [](auto& a, auto& b) { return a.tensors < b.tensors; })->tensors;
    keepIf(left, [&](const Place& place) { return average(place) && 4 * place.tensors >= 3 * most; });
    const auto best = rankOf(
        std::min_element(left.begin(), left.end(), [](auto& a, auto& b) { return rankOf(a.prefix) < rankOf(b.prefix); })
            ->prefix);
    keepIf(left, [&](const Place& place) { return rankOf(place.prefix) == best; });
    if (left.size() > 1)
        return askForPrefix(file + " holds " + std::to_string(left.size()) + " networks, below ", left);
    return left.front();
}

}
