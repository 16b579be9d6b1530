// ui/adapter/record_maps.cpp: head maps as the window's columns.
#include "ui/adapter/record_maps.h"

namespace patchlight
{

Result<std::vector<std::vector<Grid<float>>>> allHeadMaps(
    const Analysis& analysis, const Query& query, const CancelToken& cancel)
{
    auto layers = headMapsOf(analysis, query, {cancel, {}});
    if (!layers)
        return fail(layers.error());
    std::vector<std::vector<Grid<float>>> all;
    for (std::size_t l = 0; l < layers->size(); ++l) {
        auto& layer = (*layers)[l];
        if (layer.heads.empty()) // switched off
            layer.heads.resize(static_cast<std::size_t>(analysis.record.headCount(LayerIndex{static_cast<int>(l)})));
        all.push_back(std::move(layer.heads));
        all.back().push_back(std::move(layer.fused));
    }
    return all;
}

}
