// core/library/known_models.h: published models worth knowing, as resources/models/known.json lists them.
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

struct KnownModel {
    std::string name; ///< on the hub, "owner/name"
    std::string title; ///< "DeiT-tiny"
    std::string family; ///< the word that `inspect` uses
    std::string kin; ///< "CLIP", as `inspect` says it; empty for the family's own
    std::int64_t parameters = 0;
    std::uint64_t bytes = 0; ///< of the weights, about
    std::string licence; ///< as the hub writes it: "apache-2.0"
    int classes = 0; ///< 0 = no head
    std::string knows; ///< "ImageNet-1k", "features"
    int input = 0; ///< pixels a side
    std::optional<double> top1; ///< per cent of ImageNet-1k's validation pictures, as published
    std::string about; ///< one sentence: what it is good for
    std::string source; ///< where the facts are from
};

/// In the order of the file. Errors: NotFound, Unreadable, Malformed, naming the entry.
Result<std::vector<KnownModel>> readKnownModels(const std::filesystem::path& file);
/// Those that ship with the program; none where the file is missing.
std::vector<KnownModel> knownModels();

}
