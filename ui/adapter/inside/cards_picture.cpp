// ui/adapter/inside/cards_picture.cpp
#include "ui/adapter/inside/cards_picture.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/shown_patch.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include <algorithm>
#include <utility>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

/// One colour of what goes in, as rows and columns.
Matrix colourPlane(const Subject& subject, int channel)
{
    const auto& input = subject.analysis->input;
    auto slice = sliceOf(&input, "input", {0, channel});
    Matrix plane;
    plane.caption = withLabel(channelName(subject, channel), rangeText(slice.values));
    plane.rows = static_cast<int>(input.dim(2));
    plane.columns = static_cast<int>(input.dim(3));
    plane.values = std::move(slice.values);
    plane.origin = std::move(slice.origin);
    plane.side = 128;
    plane.grid = subject.analysis->tokens.grid;
    plane.letter = u"input"_s;
    return plane;
}

/// Where the names of patches are explained: on the card that cuts them.
QString patchPlace(const Subject& subject)
{
    const Cell cell = subject.patchShown();
    return CardText::tr("%1, counted from 0; in lists %2,%3").arg(placeText(cell)).arg(cell.row).arg(cell.column);
}

/// `cut`: of this picture something is.
QString howItFits(const PreprocessProfile& profile, bool cut)
{
    switch (profile.mode) {
    case ResizeMode::Squash:
        return !cut
            ? CardText::tr("The network takes pictures of one size: yours is resized to it, whatever its proportions.")
            : CardText::tr("The network takes pictures of one size: yours is resized, whatever its proportions, and its middle cut out.");
    case ResizeMode::Keep:
        return CardText::tr("The network takes pictures of one size: of yours the middle is cut out as it is.");
    case ResizeMode::Longest:
        return CardText::tr("The network takes pictures of one size: yours is resized to fit into it, with black around it.");
    case ResizeMode::Patches:
        return CardText::tr("The network takes pictures of any shape: yours is resized to whole patches.");
    case ResizeMode::Shorter:
        break;
    }
    return cut ? CardText::tr("The network takes pictures of one size: yours is resized and its middle cut out.")
               : CardText::tr("The network takes pictures of one size: yours is resized to it.");
}

}

void fillPicture(const Subject& subject, Card& card)
{
    const auto& analysis = *subject.analysis;
    card.formula = u"\\on{input}{x} = \\frac{\\on{picture}{\\text{%1}} - \\on{facts}{\\mu}}{\\on{facts}{\\sigma}}"_s.arg(CardText::tr("picture"));
    const GridSize size = analysis.geometry.picture(), input = analysis.geometry.input();
    Picture whole;
    whole.pixels = toQImage(analysis.picture);
    whole.caption = fromUtf8(analysis.name) + u" · "_s + sizes({size.columns, size.rows});
    const RectF field = analysis.geometry.fieldOfView();
    whole.field = {field.x, field.y, field.width, field.height};
    whole.grid = analysis.tokens.grid;
    whole.letter = u"picture"_s;
    const auto& profile = subject.config().profile.value;
    const bool cut = profile.mode == ResizeMode::Keep || !whole.field.adjusted(-1, -1, 1, 1).contains(QRectF(0, 0, size.columns, size.rows));
    card.sentence = andThen(howItFits(profile, cut),
        CardText::tr("Then the mean of every colour is taken off and the rest divided by its spread, so that the numbers lie around zero."));
    const QString caption = cut ? CardText::tr("what is left: %1 pixels") : CardText::tr("scaled: %1 pixels");
    auto seen = seenPicture(subject, caption.arg(sizes({input.columns, input.rows})));
    Facts facts;
    for (int c = 0; c < channelsShown(subject); ++c)
        facts.rows << Fact{channelName(subject, c),
            CardText::tr("− %1, then / %2")
                .arg(QString::number(static_cast<double>(profile.meanOf(static_cast<std::size_t>(c))), 'f', 3),
                    QString::number(static_cast<double>(profile.stdOf(static_cast<std::size_t>(c))), 'f', 3)),
            u"facts"_s};
    facts.caption = CardText::tr("of pixels between 0 and 1");
    card.columns = {{whole}, {sign(u"→"_s)}, {seen}, {sign(u"→"_s)}, {facts}};
    for (int c = 0; c < channelsShown(subject); ++c)
        card.columns.push_back({colourPlane(subject, c)});
    card.columns.push_back(
        {Remark{CardText::tr("what the network is given: on this page red is above zero, blue below, and stronger is further from it")}});
    card.arrays = {"input"};
    card.paper = subject.hasAttention() ? CardText::tr("Dosovitskiy et al. 2021, section 3.1") : CardText::tr("He et al. 2016, “Deep Residual Learning”");
}

void fillPatches(const Subject& subject, Card& card)
{
    const auto& analysis = *subject.analysis;
    const GridSize grid = analysis.tokens.grid, input = analysis.geometry.input();
    const int height = input.rows / std::max(1, grid.rows), width = input.columns / std::max(1, grid.columns);
    card.formula = u"\\on{grid}{N} = \\frac{H}{\\on{patch}{P}} \\cdot \\frac{W}{\\on{patch}{P}} = %1"_s.arg(grid.count());
    card.sentence = CardText::tr("The picture is cut into %1 patches of %2 pixels. To the network, a patch is a word: from "
                                 "here on it sees numbers, not a picture.")
                        .arg(sizes({grid.count()}), sizes({width, height}));
    if (subject.outside("stem")) // hybrids
        card.sentence = CardText::tr("This network does not cut the picture: convolutions go over all of it first. What they leave "
                                     "is a grid of %1 places, one for %2 pixels each; to the blocks after them, a place is a word.")
                            .arg(sizes({grid.count()}), sizes({width, height}));
    const bool cut = !subject.outside("stem");
    auto seen = seenPicture(subject, (cut ? CardText::tr("%1 patches; click one to follow it") : CardText::tr("%1 places; click one to follow it")).arg(sizes({grid.rows, grid.columns})));
    seen.lines = true;
    seen.letter = u"grid"_s;
    if (!subject.followed.patch)
        seen.frames = {QRect(subject.patchShown().column, subject.patchShown().row, 1, 1)};
    Column numbers;
    for (int c = 0; cut && c < channelsShown(subject); ++c) {
        Strip one;
        one.values = patchNumbers(subject, c);
        one.label = channelName(subject, c);
        one.letter = u"patch"_s;
        numbers.push_back(one);
    }
    const auto channels = analysis.input.dim(1);
    if (cut)
        numbers.push_back(Remark{CardText::tr("%1 · %2 · %3 = %4 numbers, row by row, colour by colour")
                                     .arg(height)
                                     .arg(width)
                                     .arg(channels)
                                     .arg(sizes({channels * height * width}))});
    else
        numbers.push_back(Remark{CardText::tr("the pixels under it; the convolutions look beyond them")});
    if (const QString about = aboutShownPatch(subject); !about.isEmpty())
        numbers.push_back(Remark{about});
    Column patch{patchPicture(subject, patchPlace(subject))};
    if (!cut) // no numbers: what is said of the pixels stands under them
        patch += std::exchange(numbers, {});
    card.columns = {{seen}, {sign(u"→"_s)}, patch};
    if (!numbers.isEmpty())
        card.columns.push_back(numbers);
    card.arrays = {"input"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, section 3.1");
}

}
