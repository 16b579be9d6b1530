// core/engine/picture/unsure.cpp
#include "core/engine/picture/unsure.h"
#include "core/checkpoint/json_file.h"

namespace patchlight
{

std::optional<double> unsureBelow(const ModelInfo& model)
{
    for (const auto& file : model.files) {
        if (file.filename() != "config.json")
            continue;
        const auto config = readJson(file);
        const auto stated = config ? config->find("unsure_below") : nlohmann::json::const_iterator{};
        if (config && stated != config->end() && stated->is_number())
            return stated->get<double>();
    }
    return std::nullopt;
}

int unsureAmong(const Analysis& analysis)
{
    if (analysis.predictions.empty() || !analysis.model)
        return 0;
    const auto least = unsureBelow(*analysis.model);
    const bool unsure = least && analysis.predictions.front().probability < *least;
    return unsure ? static_cast<int>(analysis.predictions.size()) : 0;
}

}
