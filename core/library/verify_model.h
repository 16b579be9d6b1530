// core/library/verify_model.h: whether the files of the caches are what they were published as.
#pragma once
#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/library/places.h"
#include <functional>
#include <string>
#include <vector>

namespace patchlight
{

struct VerifiedFile {
    enum class Verdict {
        Right,
        Wrong, ///< other bytes than published
        Missing, ///< a link that leads nowhere
        Unknown, ///< nothing is promised about it
        Unreadable,
    };
    std::string model;
    std::filesystem::path file;
    Verdict verdict = Verdict::Unknown;
};

/// Of one model, or with an empty name of all in both caches. Cost: reads every file once. `done` is told each as it is
/// known. Errors: NotFound (no such model), Cancelled.
Result<std::vector<VerifiedFile>> verifyModels(const std::string& name, const LibraryPlaces& places,
    const CancelToken& cancel, const std::function<void(const VerifiedFile&)>& done);

}
