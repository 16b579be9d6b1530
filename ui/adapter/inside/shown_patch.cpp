// ui/adapter/inside/shown_patch.cpp
#include "ui/adapter/inside/shown_patch.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/texts.h"
#include <algorithm>
#include <array>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

constexpr std::int64_t kMostShown = 3; ///< of the channels of what goes in

}

int channelsShown(const Subject& subject)
{
    return static_cast<int>(std::min(subject.analysis->input.dim(1), kMostShown));
}

QString channelName(const Subject& subject, int channel)
{
    const std::array colours{CardText::tr("red"), CardText::tr("green"), CardText::tr("blue")};
    switch (subject.analysis->input.dim(1)) {
    case 1:
        return CardText::tr("grey");
    case 3:
        return colours.at(static_cast<std::size_t>(channel));
    default:
        return CardText::tr("channel %1").arg(channel);
    }
}

std::vector<float> patchNumbers(const Subject& subject, int channel)
{
    const auto& input = subject.analysis->input;
    const GridSize grid = subject.analysis->tokens.grid;
    const auto height = input.dim(2) / grid.rows, width = input.dim(3) / grid.columns;
    const Cell cell = subject.patchShown();
    std::vector<float> values;
    for (std::int64_t y = 0; y < height; ++y) {
        const auto row = sliceOf(&input, "input", {0, channel, cell.row * height + y}, cell.column * width, width);
        values.insert(values.end(), row.values.begin(), row.values.end());
    }
    return values;
}

int patchIndex(const Subject& subject)
{
    const Cell cell = subject.patchShown();
    return cell.row * subject.analysis->tokens.grid.columns + cell.column;
}

Picture patchPicture(const Subject& subject, const QString& caption)
{
    Picture patch;
    patch.pixels = patchPixels(*subject.analysis, subject.analysis->tokens.grid, patchIndex(subject));
    patch.caption = caption;
    patch.crisp = true;
    patch.side = kPatchSide;
    patch.letter = u"patch"_s;
    return patch;
}

QString patchName(const Subject& subject)
{
    return CardText::tr("the patch in %1").arg(placeText(subject.patchShown()));
}

QString hiddenPatchText(const Subject& subject)
{
    const auto& changes = subject.analysis->interventions;
    if (std::find(changes.hidden.begin(), changes.hidden.end(), subject.patchShown()) == changes.hidden.end())
        return {};
    switch (changes.hideWith) {
    case HideWith::Mean:
        return CardText::tr("This patch is hidden: its pixels are replaced by the mean colour, which leaves zeros.");
    case HideWith::Zero:
        return CardText::tr("This patch is hidden: after the embedding its token is replaced by zeros.");
    case HideWith::Drop:
        return CardText::tr("This patch is hidden: after the embedding its token is dropped, and no other reads it.");
    }
    return {};
}

QString aboutShownPatch(const Subject& subject)
{
    const QString hidden = hiddenPatchText(subject);
    if (subject.followed.patch)
        return hidden;
    const QString stands = CardText::tr("You follow the %1, which comes in later and has no pixels: the patch in the "
                                        "middle stands in. Click a patch to follow it.")
                               .arg(tokenName(subject, subject.row(), Naming::Full));
    return hidden.isEmpty() ? stands : andThen(stands, hidden);
}

}
