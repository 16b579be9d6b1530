// core/checkpoint/contradictions.cpp
#include "core/checkpoint/contradictions.h"

namespace patchlight
{
namespace
{

std::string sizeText(GridSize size)
{
    return std::to_string(size.rows) + " × " + std::to_string(size.columns);
}

}

std::vector<std::string> contradictions(const StatedFacts& stated, const Overrides& given, const ModelConfig& config)
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
    const bool ownHead = !given.headFile && config.classes.value > 0;
    if (stated.classes && *stated.classes > 0 && ownHead && *stated.classes != config.classes.value)
        notes.push_back(name + " names " + std::to_string(*stated.classes) + " classes, but the head has "
            + std::to_string(config.classes.value) + "; its names do not count, --class-names gives others");
    return notes;
}

}
