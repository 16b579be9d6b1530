// ui/adapter/map_comparison.h: the door to the core's comparison of two maps, and what tells one from another in words.
#pragma once
#include "core/engine/output/title.h"
#include "core/explain/measures/similarity.h"
#include "core/render/sheet.h"
#include "ui/adapter/core_types.h"
#include <QString>
#include <optional>

namespace patchlight
{

/// "Relevancy · bull mastiff", "Attention · layer 11 · head 1 · 3 patches hidden": what tells one map from another.
/// Layers are named where a method goes through a range of them that is not all.
QString mapTitle(const ShownMap& shown);
/// Every value is 0: what a method that cuts off below may say of a layer. Captions and words say so, or it would look
/// like a map that failed.
bool saysNothing(const ShownMap& shown);
/// What it (or, of heads, headsTitle) may become with the next click: of the last patch, turned round; under the brush
/// with all patches hidden. Room is kept for it, or the picture would move under the pointer.
QString longestTitle(const ShownMap& shown, bool heads, bool underBrush);
/// Two runs look at one picture: one state of one file, or the same pixels from the clipboard.
bool samePicture(const Analysis& one, const Analysis& other);
/// Two runs see the same cut of their pictures, to a fiftieth of its side (a third of a patch of 14 × 14): whatever
/// number of pixels it is made.
bool sameCut(const Analysis& one, const Analysis& other);
/// The name of one's model where another one ran beside it, with its file's where the titles are alike; else empty.
QString modelApart(const Analysis& one, const Analysis& other);
/// What a caption says before the map's title when `one` is shown beside `other`: the names of picture and model, each
/// where it tells them apart; empty where neither does.
QString toldApart(const Analysis& one, const Analysis& other);
/// Two maps as they are compared: without the patches that one of them was asked of, where these dominate it so that its
/// colours run without them. They would be all that a difference shows.
struct ComparedMaps {
    Grid<float> live, held; ///< empty where either is colours: none of the components stands for the map
    bool withoutQuery = false;
};
ComparedMaps comparedMaps(const ShownMap& live, const ShownMap& held);
/// "(Relevancy · layers 0–5 · cat) minus (Relevancy · cat)": of the signedDifference of comparedMaps. Of two models each
/// with its name.
QString differenceTitle(const ShownMap& live, const ShownMap& held);
/// The title of a figure in the reader's language, with the model's name. Nothing in English: there the core's own
/// words stand, as the command line writes them. Heads over each other where the look shows them.
std::optional<QString> translatedFigureTitle(const ShownMap& shown, const Look& look);
/// The headings of a sheet in the reader's language.
SheetWords translatedSheetWords();
/// How layers are named in the reader's language.
LayerWords translatedLayerWords();
/// What a class method explains: "bull mastiff", "what lowers bull mastiff", "norm of the embedding"; else empty.
QString targetText(const Analysis& analysis, const ExplainRequest& request);
/// The same where the heads of the map are shown over each other.
QString headsTitle(const ShownMap& shown);
/// "head 3", "head 3 (covered)": beside its colour; covered where others have all the patches that it keeps.
QString headLegendText(int head, bool covered);

}
