// core/explain/layer_range.h: the layers that a request names, checked.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"

namespace patchlight
{

/// Errors: InvalidOption, naming the layers there are.
inline Result<void> checkLayer(int count, LayerIndex layer)
{
    if (layer.value >= 0 && layer.value < count)
        return {};
    return fail(ErrorCode::InvalidOption,
        "There is no layer " + std::to_string(layer.value) + ": layers are 0 to " + std::to_string(count - 1) + ".");
}

/// Fills startLayer and endLayer in. Errors: InvalidOption (no such layer, start behind end).
inline Result<void> resolveLayers(int count, ExplainRequest& request)
{
    request.startLayer = request.startLayer.value_or(LayerIndex{0});
    request.endLayer = request.endLayer.value_or(LayerIndex{count - 1});
    if (const auto valid = checkLayer(count, *request.startLayer); !valid)
        return valid;
    if (const auto valid = checkLayer(count, *request.endLayer); !valid)
        return valid;
    if (*request.startLayer > *request.endLayer)
        return fail(ErrorCode::InvalidOption,
            "The start layer " + std::to_string(request.startLayer->value) + " lies behind the end layer "
                + std::to_string(request.endLayer->value) + ".");
    return {};
}

}
