// ui/adapter/inside/shown_patch.h: the patch whose pixels are shown, and the numbers of its colours.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// Channels of what goes in that are shown, and their names.
int channelsShown(const Subject& subject);
QString channelName(const Subject& subject, int channel);
/// P × P numbers of one colour of the patch.
std::vector<float> patchNumbers(const Subject& subject, int channel);
int patchIndex(const Subject& subject);
Picture patchPicture(const Subject& subject, const QString& caption);
QString patchName(const Subject& subject); ///< "the patch in row 4, column 6"
/// That the patch stands in for a token without pixels; empty where a patch is followed.
QString stands(const Subject& subject);

constexpr int kPatchSide = 148; ///< of its drawing, in design pixels

}
