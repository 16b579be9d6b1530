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
/// What hiding did to it; empty where it is not hidden.
QString hiddenPatchText(const Subject& subject);
/// What is to be known of its pixels: that it stands in for a token without any, that it is hidden; else empty.
QString aboutShownPatch(const Subject& subject);

constexpr int kPatchSide = 148; ///< of its drawing, in design pixels

}
