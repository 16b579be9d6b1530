// ui/adapter/inside/cards_embedding.cpp
#include "ui/adapter/inside/cards_embedding.h"
#include "core/base/family.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/shown_patch.h"
#include "ui/adapter/texts.h"
#include <algorithm>
#include <cmath>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

/// A filter as colours around grey.
QImage filterPicture(const NdArray& filters, int channel)
{
    const auto side = static_cast<int>(filters.dim(3)), rows = static_cast<int>(filters.dim(2));
    const auto slice = sliceOf(&filters, "patch_filters", {channel});
    float most = 1e-12F;
    for (const float v : slice.values)
        most = std::max(most, std::abs(v));
    QImage picture(side, rows, QImage::Format_RGB888);
    const auto at = [&](int c, int y, int x) {
        const float v = slice.values[static_cast<std::size_t>((c * rows + y) * side + x)];
        return std::clamp(qRound(127.5F + 127.5F * v / most), 0, 255);
    };
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < side; ++x)
            picture.setPixelColor(x, y, QColor(at(0, y, x), at(1, y, x), at(2, y, x)));
    return picture;
}

/// patch ⊙ filter, summed over the colours.
struct Product {
    Grid<float> cells;
    double sum = 0;
};

Product product(const Subject& subject, const NdArray& filters, int channel)
{
    const auto filter = sliceOf(&filters, "patch_filters", {channel});
    const GridSize size{static_cast<int>(filters.dim(2)), static_cast<int>(filters.dim(3))};
    Product out{Grid<float>(size), 0};
    for (int c = 0; c < static_cast<int>(filters.dim(1)); ++c) {
        const auto pixels = patchNumbers(subject, c);
        if (static_cast<int>(pixels.size()) != size.count())
            return out;
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const float term = pixels[i] * filter.values[static_cast<std::size_t>(c * size.count()) + i];
            out.cells.values()[i] += term;
            out.sum += term;
        }
    }
    return out;
}

/// Of a followed token without pixels: registers get none, and not every network gives its class token one.
bool hasPosition(const Subject& subject)
{
    return subject.config().positionsForPrefix && subject.followed.token < subject.prefix() - subject.analysis->tokens.registers;
}

/// Those that the first block is given, a row each: a class token that joins later is none of them.
Matrix allTokens(const Subject& subject, const NdArray& embedded)
{
    const int later = subject.laterTokens(LayerIndex{0});
    const auto columns = embedded.dim(1);
    Matrix all;
    auto slice = sliceOf(&embedded, "embedded", {}, later * columns);
    all.values = std::move(slice.values);
    all.origin = std::move(slice.origin);
    all.rows = static_cast<int>(embedded.dim(0)) - later;
    all.columns = static_cast<int>(columns);
    all.prefixRows = subject.prefix() - later;
    all.markedRow = std::max(-1, subject.followed.token - later);
    all.side = 232;
    all.caption = CardText::tr("%1: a row a token").arg(sizes({all.rows, columns}));
    return all;
}

}

void fillStem(const Subject& subject, Card& card)
{
    const auto name = card.id.toStdString();
    const auto* array = subject.outside(name);
    if (!array || array->shape.size() != 3)
        return;
    card.aside = sizes({array->dim(0), array->dim(1), array->dim(2)});
    const auto* stem = subject.outside("stem");
    const bool fewer = name != "stage_0" || !stem || stem->dim(1) > array->dim(1); // each but the first halves the grid
    card.formula = name != "stem" ? u"\\on{maps}{x'} = \\text{ReLU}(x + F(x))"_s
        : subject.config().family == Family::Bit // its first norm stands in its first block
        ? u"\\on{maps}{x_{c}} = \\text{pool}(\\sum_{i} W_{ci} * x_{i})"_s
        : u"\\on{maps}{x_{c}} = \\text{pool}(\\text{ReLU}(\\text{norm}(\\sum_{i} W_{ci} * x_{i})))"_s;
    card.sentence = name == "stem"
        ? CardText::tr("First, convolutions look for edges and colours. Each channel is a picture of where one of them was "
                       "found; these are the strongest.")
        : fewer ? CardText::tr("Further convolutions put together what the ones before found: fewer places, more channels. These "
                               "are the strongest.")
                : CardText::tr("Further convolutions put together what the ones before found: as many places, more channels. These "
                               "are the strongest.");
    auto maps = strongestChannels(*array, name, 6);
    for (auto& map : maps) {
        std::get<Map>(map).letter = u"maps"_s;
        card.columns.push_back({map});
    }
    card.arrays = {name};
    card.paper = subject.hasAttention() ? CardText::tr("Dosovitskiy et al. 2021, section 3.1, hybrid architecture; He et al. 2016")
                                        : CardText::tr("He et al. 2016, “Deep Residual Learning”");
}

void fillEmbedding(const Subject& subject, Card& card)
{
    const auto* embedding = subject.outside("patch_embedding");
    if (!embedding)
        return;
    const auto& filters = subject.weights->patchFilters;
    const bool ofPixels = filters.shape.size() == 4 && filters.dim(1) == 3;
    const auto width = embedding->shape.back();
    const int channel = std::clamp(subject.channel, 0, static_cast<int>(width) - 1);
    const bool normed = traitsOf(subject.config().family).windowed;
    card.formula = normed ? u"\\on{sum}{e_{c}} = \\on{filter}{E_{c}} \\cdot \\on{patch}{x_{p}} + b_{c}"_s
                          : u"\\on{all}{e} = \\on{filter}{E} \\on{patch}{x_{p}} + b"_s;
    card.sentence = ofPixels
        ? CardText::tr("Each of %1 filters is laid over the patch, multiplied number by number, and summed to one number. "
                       "The same filters go over every patch: this is a convolution that moves on by a whole patch.")
              .arg(sizes({width}))
        : CardText::tr("A linear layer makes %1 numbers of what the convolutions found at each place.").arg(sizes({width}));
    card.sentence = andThen(card.sentence, CardText::tr("These %1 numbers are called a token from here on.").arg(sizes({width})));
    if (ofPixels) {
        const auto terms = product(subject, filters, channel);
        Picture filter;
        filter.pixels = filterPicture(filters, channel);
        filter.caption = CardText::tr("filter %1 (of 0 … %2)").arg(channel).arg(sizes({width - 1}));
        filter.crisp = true;
        filter.side = kPatchSide;
        filter.letter = u"filter"_s;
        Map cells;
        cells.values = terms.cells;
        cells.caption = CardText::tr("their product");
        cells.clickable = false;
        cells.small = true;
        const double bias = subject.weights->patchBias.empty()
            ? 0
            : static_cast<double>(subject.weights->patchBias.values.at(static_cast<std::size_t>(channel)));
        Number sum;
        sum.value = terms.sum + bias;
        sum.text = shown(sum.value);
        sum.caption = CardText::tr("sum %1, bias %2").arg(shown(terms.sum), shown(bias));
        sum.letter = u"sum"_s;
        card.columns = {{patchPicture(subject, placeText(subject.patchShown()))}, {sign(u"⊙"_s)}, {filter}, {sign(u"="_s)}, {cells},
            {sign(u"Σ"_s)}, {sum}};
    }
    const Cell cell = subject.patchShown();
    const auto slice = embedding->shape.size() == 3
        ? sliceOf(embedding, "patch_embedding", {cell.row, cell.column})
        : sliceOf(embedding, "patch_embedding", {patchIndex(subject)});
    auto all = strip(slice,
        normed ? CardText::tr("all %1 of %2, after a layer norm; click a number for its filter").arg(sizes({width}), patchName(subject))
               : CardText::tr("all %1 of %2; click a number for its filter").arg(sizes({width}), patchName(subject)),
        u"all"_s);
    all.choosesChannel = true;
    all.chosen = channel;
    Map everywhere;
    const GridSize grid = subject.analysis->tokens.grid;
    everywhere.values = Grid<float>(grid);
    for (int i = 0; i < grid.count(); ++i)
        everywhere.values.values()[static_cast<std::size_t>(i)]
            = embedding->values[static_cast<std::size_t>(i) * static_cast<std::size_t>(width) + static_cast<std::size_t>(channel)];
    everywhere.origin = {"patch_embedding", {-1, channel}, 0};
    everywhere.caption = CardText::tr("filter %1 over the whole picture: %2").arg(channel).arg(rangeText(everywhere.values.values()));
    everywhere.letter = u"all"_s;
    Column numbers{all};
    if (const QString about = aboutShownPatch(subject); !about.isEmpty())
        numbers.push_back(Remark{about});
    card.columns.push_back({everywhere});
    card.columns.push_back(numbers);
    card.arrays = {"patch_embedding"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, equation 1");
}

void fillTokens(const Subject& subject, Card& card)
{
    const auto* embedded = subject.outside("embedded");
    if (!embedded)
        return;
    const bool classToken = subject.analysis->tokens.classToken;
    const bool later = subject.laterTokens(LayerIndex{0}) > 0;
    const bool placed = subject.outside("positions") != nullptr; // else the blocks know places: by rotation, by bias
    const bool patchesPlaced = placed && subject.prefix() > 0 && !subject.config().positionsForPrefix;
    const int registers = subject.analysis->tokens.registers;
    const bool distilled = subject.analysis->tokens.distillationToken;
    card.formula = u"z_{0} = ["_s + (classToken && !later ? u"\\on{prefix}{x_{\\text{class}}}; "_s : QString())
        + (distilled ? u"\\on{prefix}{x_{\\text{dist}}}; "_s : QString())
        + (registers > 0 ? u"\\on{prefix}{r_{1}}; \\ldots; \\on{prefix}{r_{%1}}; "_s.arg(registers) : QString())
        + (patchesPlaced ? u"\\on{patch}{x_{1}E} + \\on{position}{p_{1}}; \\ldots; \\on{patch}{x_{N}E} + \\on{position}{p_{N}}]"_s
                         : u"\\on{patch}{x_{1}E}; \\ldots; \\on{patch}{x_{N}E}]"_s)
        + (placed && !patchesPlaced ? u" + \\on{position}{E_{\\text{pos}}}"_s : QString());
    if (classToken)
        card.sentence = later ? CardText::tr("One token more, the learned class token, which stands for no patch, joins in a later block: it will collect what the answer needs.")
            : subject.analysis->tokens.asksClassToken()
            ? CardText::tr("One token more, the learned class token, which stands for no patch, is put in front: it will collect what the answer needs.")
            : CardText::tr("One token more, the learned class token, which stands for no patch, is put in front; the head of this network does not read it.");
    if (distilled)
        card.sentence = andThen(card.sentence, CardText::tr("So is a distillation token, which in training learned to say what another network, the teacher, said."));
    if (registers > 0)
        card.sentence = andThen(card.sentence, CardText::tr("So are %1 learned registers, which stand for no patch: the network keeps there what concerns the "
                                                            "whole picture, where it would else write over patches of plain background.").arg(registers));
    card.sentence = andThen(card.sentence, patchesPlaced ? CardText::tr("To every patch its position is added, for nothing else says where in the picture it lies.")
                         : placed && registers > 0 ? CardText::tr("To every other token its position is added, for nothing else says where in the picture a patch lies.")
                         : placed ? CardText::tr("To every token its position is added, for nothing else says where in the picture a patch lies.")
                         : CardText::tr("Nothing is added that says where a patch lies: this network tells it inside its blocks."));
    const int row = subject.followed.token;
    Column vectors;
    if (subject.followed.patch) {
        const int cell = row - subject.prefix();
        const auto* patches = subject.outside("patch_embedding");
        auto slice = patches && patches->shape.size() == 3
            ? sliceOf(patches, "patch_embedding", {cell / patches->dim(1), cell % patches->dim(1)})
            : sliceOf(patches, "patch_embedding", {cell});
        if (slice)
            vectors.push_back(strip(slice, CardText::tr("its embedding, length %1").arg(shown(lengthOf(slice.values))), u"patch"_s));
        if (const auto position = sliceOf(subject.outside("positions"), "positions", {cell}))
            vectors.push_back(strip(position, CardText::tr("+ its position, length %1").arg(shown(lengthOf(position.values))), u"position"_s));
    }
    const auto token = tokenVector(subject, embedded, "embedded", row);
    vectors.push_back(strip(token,
        subject.followed.patch ? CardText::tr("= what the first block is given, length %1").arg(shown(lengthOf(token.values)))
                               : (placed && hasPosition(subject) ? CardText::tr("%1, with its position: length %2") : CardText::tr("%1: length %2"))
                                     .arg(tokenName(subject, row, Naming::Full), shown(lengthOf(token.values))),
        subject.followed.patch ? u"patch"_s : u"prefix"_s));
    card.columns = {vectors, {allTokens(subject, *embedded)}};
    const auto& cosines = subject.weights->positionCosines;
    const int shift = subject.prefix() - subject.weights->positionPrefix;
    if (!cosines.empty() && row - shift >= 0 && row >= shift) {
        const GridSize grid = subject.analysis->tokens.grid;
        auto slice = sliceOf(&cosines, "position_cosines", {row - shift}, subject.weights->positionPrefix);
        if (static_cast<int>(slice.values.size()) == grid.count()) {
            Map likeness;
            likeness.caption = CardText::tr("likeness of its position to all others (cosine): %1").arg(rangeText(slice.values));
            likeness.values = Grid<float>(grid, std::move(slice.values));
            likeness.origin = std::move(slice.origin);
            likeness.letter = u"position"_s;
            card.columns.push_back({likeness});
        }
    }
    card.arrays = {"patch_embedding", "positions", "embedded"};
    card.paper = CardText::tr("Dosovitskiy et al. 2021, equation 1 and figure 7")
        + (registers > 0 ? QString(u" · "_s + CardText::tr("Darcet et al. 2023, “Vision Transformers Need Registers”")) : QString());
}

}
