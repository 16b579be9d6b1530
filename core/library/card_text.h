// core/library/card_text.h: what a model's card (README.md) says at its top.
#pragma once
#include <filesystem>
#include <string>

namespace patchlight
{

struct CardText {
    std::string licence; ///< "apache-2.0"; empty where it does not say
    std::string paragraph; ///< the first of prose, without markup; empty where there is none
};

/// Empty where there is no card. Cost: reads at most 64 KiB.
CardText readCard(const std::filesystem::path& file);

}
