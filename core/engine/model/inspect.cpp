// core/engine/model/inspect.cpp
#include "core/engine/model/inspect.h"
#include "core/base/guard.h"
#include "core/checkpoint/checkpoint.h"
#include "core/engine/model/model_files.h"
#include "core/model/network.h"

namespace patchlight
{

Result<Inspection> inspect(const ModelSource& source, const RunContext& run)
{
    return guarded(source.path.string(), [&]() -> Result<Inspection> {
        auto opened = openModelFiles(source, run);
        if (!opened)
            return fail(opened.error());
        Inspection inspection;
        auto info = opened->info;
        for (const auto& entry : opened->checkpoint.entries)
            inspection.tensors.push_back({entry.name, entry.dtype, entry.shape});
        const auto network = buildNetwork(std::move(*opened));
        if (network)
            info.temperatures = (*network)->temperatures();
        else
            inspection.problem = network.error();
        inspection.model = std::make_shared<const ModelInfo>(std::move(info));
        return inspection;
    });
}

}
