// core/checkpoint/contradictions.cpp
#include "core/checkpoint/contradictions.h"
#include <algorithm>

namespace patchlight
{
namespace
{

std::string sizeText(GridSize size)
{
    return std::to_string(size.rows) + " × " + std::to_string(size.columns);
}

/// Sizes that the tensors know better.
void noteOtherSizes(const StatedFacts& stated, const ModelConfig& config, std::vector<std::string>& notes)
{
    const auto note = [&](const std::string& what, std::optional<int> said, int is) {
        if (said && *said != is)
            notes.push_back(stated.file.filename().string() + " states " + std::to_string(*said) + " " + what
                + ", but the weights have " + std::to_string(is) + ", which count");
    };
    note("channels of a picture", stated.channels, config.channels.value);
    const int hidden = config.mlpWidth.value;
    if (hidden > 0 && !(config.mlp == Mlp::SwiGlu && stated.mlpWidth && *stated.mlpWidth * 2 == hidden))
        note("channels inside the MLP", stated.mlpWidth, hidden);
    const auto& c = config.convolutions;
    if (c.stem > 0)
        note("channels after the stem", stated.stemWidth, c.stem);
    if (stated.stageWidths && !c.widths.empty())
        for (std::size_t i = 0; i < std::min(c.widths.size(), stated.stageWidths->size()); ++i)
            note("channels in stage " + std::to_string(i), (*stated.stageWidths)[i], c.widths[i]);
}

/// A recipe whose input the network cannot take.
void noteOtherInput(
    const StatedFacts& stated, const Overrides& given, const ModelConfig& config, std::vector<std::string>& notes)
{
    const auto& profile = config.profile;
    if (stated.profile && profile.origin == Origin::Read && profile.value.mode != ResizeMode::Patches && !given.imageSize
        && stated.profile->crop != profile.value.crop)
        notes.push_back(stated.profile->name + " asks for " + sizeText(stated.profile->crop) + " pixels, which patches of "
            + std::to_string(config.patch.value) + " do not divide; the network gets " + sizeText(profile.value.crop));
}

}

std::vector<std::string> contradictions(
    const StatedFacts& stated, const Overrides& given, const ModelConfig& config, bool headLeftOut)
{
    std::vector<std::string> notes;
    const auto name = stated.file.filename().string();
    const int patch = config.patch.value;
    const GridSize trained{config.positionGrid.rows * patch, config.positionGrid.columns * patch};
    const bool cut = stated.imageSize && patch > 0 && config.profile.value.crop == *stated.imageSize
        && GridSize{stated.imageSize->rows / patch, stated.imageSize->columns / patch} == config.positionGrid;
    if (cut && *stated.imageSize != trained)
        notes.push_back(name + " states pictures of " + sizeText(*stated.imageSize) + " pixels, which patches of "
            + std::to_string(patch) + " do not divide; the last rows and columns are cut off, as the reference does, and "
            + "the network gets " + sizeText(config.imageSize.value));
    else if (stated.imageSize && config.positions && trained.count() > 0 && *stated.imageSize != trained && !given.imageSize)
        notes.push_back(name + " states pictures of " + sizeText(*stated.imageSize)
            + " pixels, but the positions were learned for " + sizeText(trained) + "; the network gets "
            + sizeText(config.imageSize.value));
    noteOtherSizes(stated, config, notes);
    noteOtherInput(stated, given, config, notes);
    if (stated.classes && *stated.classes > 0 && config.classes.value == 0 && !headLeftOut)
        notes.push_back(name + " states " + std::to_string(*stated.classes)
            + " classes, but the weights hold no head, so the embedding is explained; --head-file gives one");
    const bool ownHead = !given.headFile && config.classes.value > 0;
    if (stated.classes && *stated.classes > 0 && ownHead && *stated.classes != config.classes.value)
        notes.push_back(name + " names " + std::to_string(*stated.classes) + " classes, but the head has "
            + std::to_string(config.classes.value) + "; its names do not count, --class-names gives others");
    return notes;
}

}
