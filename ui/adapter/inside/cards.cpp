// ui/adapter/inside/cards.cpp: the table of stations.
#include "ui/adapter/inside/cards.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/cards_after.h"
#include "ui/adapter/inside/cards_attention.h"
#include "ui/adapter/inside/cards_block.h"
#include "ui/adapter/inside/cards_embedding.h"
#include "ui/adapter/inside/cards_picture.h"
#include "ui/adapter/inside/cards_windows.h"
#include "ui/adapter/inside/map_beside.h"
#include "ui/adapter/texts.h"
#include <algorithm>
#include <string_view>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

bool always(const Subject&)
{
    return true;
}
bool attends(const Subject& s)
{
    return s.hasAttention();
}
bool turned(const Subject& s)
{
    return s.inBlock("q_unturned");
}
bool convolves(const Subject& s)
{
    return !s.pass->inputs.empty() && !s.hasAttention();
}
bool hasBias(const Subject& s)
{
    return (s.windowed() && s.attention().windows->bias) || (attends(s) && s.attention().byOffset);
}
bool hasBlocks(const Subject& s)
{
    return !s.pass->inputs.empty();
}
/// A family whose blocks are told otherwise has no such step; before the block is here, the usual ones are expected.
template <const char* const& step> bool inBlock(const Subject& s)
{
    return hasBlocks(s) && s.hasAttention() && (!s.block || s.block->all().empty() || s.block->find(step));
}
constexpr const char* kNorm1 = "norm1";
constexpr const char* kMiddle = "middle";
constexpr const char* kHidden = "hidden";
constexpr const char* kNorm2 = "norm2";
bool embedded(const Subject& s)
{
    return s.outside("embedded");
}
bool patched(const Subject& s)
{
    return s.outside("patch_embedding");
}
bool predicts(const Subject& s)
{
    return s.outside("probabilities");
}

QString inputShape(const Subject& s)
{
    const auto input = s.analysis->geometry.input();
    return sizes({input.rows, input.columns, 3});
}
QString patchesShape(const Subject& s)
{
    if (s.outside("stem")) // hybrids: what is told of are places; numbers they become by convolutions
        return sizes({s.analysis->tokens.grid.count()});
    const GridSize grid = s.analysis->tokens.grid, input = s.analysis->geometry.input();
    return sizes({grid.count(), std::int64_t{3} * (input.rows / std::max(1, grid.rows)) * (input.columns / std::max(1, grid.columns))});
}
QString shapeOf(const NdArray* array)
{
    if (!array)
        return {};
    if (array->shape.size() == 3)
        return sizes({array->dim(0) * array->dim(1), array->dim(2)});
    return array->shape.size() == 2 ? sizes({array->dim(0), array->dim(1)}) : sizes({array->shape.back()});
}
QString embeddingShape(const Subject& s)
{
    return shapeOf(s.outside("patch_embedding"));
}
QString tokensShape(const Subject& s)
{
    const auto* embedded = s.outside("embedded");
    return embedded && embedded->shape.size() == 2 ? sizes({embedded->dim(0) - s.laterTokens(LayerIndex{0}), embedded->dim(1)})
                                                   : shapeOf(embedded);
}
QString queriesShape(const Subject& s)
{
    const auto& layer = s.attention();
    return sizes({layer.heads, 3, layer.headWidth});
}
QString squareShape(const Subject& s)
{
    const auto& layer = s.attention();
    const int asking = layer.asking.count < 0 ? layer.tokens : layer.asking.count;
    return sizes({asking, layer.talking ? asking : layer.tokens}); // where heads talk, the class token is not read either
}
QString hiddenShape(const Subject& s)
{
    const auto* hidden = s.inBlock("hidden");
    return hidden ? sizes({hidden->shape.back()}) : QString();
}
QString headShape(const Subject& s)
{
    const auto* logits = s.outside("logits");
    return logits ? sizes({logits->dim(0)}) : QString();
}
QString noShape(const Subject&)
{
    return {};
}

/// Of the step that puts tokens before the patches and adds positions: what of the two this network does.
QString tokensTitle(const Subject& s)
{
    if (!s.outside("positions"))
        return CardText::tr("Class token");
    return s.analysis->tokens.classToken && s.laterTokens(LayerIndex{0}) == 0 ? CardText::tr("Class token, positions") : CardText::tr("Positions");
}

/// Networks of convolutions have no norm of tokens, and not every head reads normed ones; there the mean comes before the head.
QString headTitle(const Subject& s)
{
    const bool head = s.outside("logits") != nullptr, mean = s.config().pooling.value == Pooling::AveragePatches;
    if (s.hasAttention() && normsAtEnd(s.config()))
        return head ? CardText::tr("Norm, head") : CardText::tr("Norm");
    return !s.hasAttention() || (head && mean) ? CardText::tr("Mean, head") : head ? CardText::tr("Head") : CardText::tr("End");
}

QString titleOf(const char* id, const Subject& s, const char* title)
{
    const std::string_view station{id};
    return station == "tokens" ? tokensTitle(s) : station == "head" ? headTitle(s) : CardText::tr(title);
}

struct Row {
    const char* id;
    Part part;
    const char* title;
    bool (*there)(const Subject&);
    QString (*shape)(const Subject&);
    void (*fill)(const Subject&, Card&);
};

constexpr Row kRows[]{
    {"picture", Part::Before, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Picture"), always, inputShape, fillPicture},
    {"patches", Part::Before, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Patches"), patched, patchesShape, fillPatches},
    {"embedding", Part::Before, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Embedding"), patched, embeddingShape, fillEmbedding},
    {"tokens", Part::Before, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Class token, positions"), embedded, tokensShape, fillTokens},
    {"merging", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Merging"), [](const Subject& s) { return s.beginsStage(); }, noShape, fillMerging},
    {"norm1", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Norm"), inBlock<kNorm1>, noShape, fillNorm},
    {"windows", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Windows"), [](const Subject& s) { return s.windowed(); }, noShape, fillWindows},
    {"queries", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Queries, keys, values"), attends, queriesShape, fillQueries},
    {"rotation", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Rotation"), turned, noShape, fillRotation},
    {"bias", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Relative position"), hasBias, noShape, fillBias},
    {"scores", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Scores"), attends, squareShape, fillScores},
    {"weights", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Weights"), attends, squareShape, fillWeights},
    {"values", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Weighted values"), attends, noShape, fillValues},
    {"joined", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Heads joined, added"), inBlock<kMiddle>, noShape, fillJoined},
    {"norm2", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Norm 2"), inBlock<kNorm2>, noShape, fillNorm},
    {"mlp", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "MLP"), inBlock<kHidden>, hiddenShape, fillMlp},
    {"added", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Added again"), inBlock<kMiddle>, noShape, fillMlpAdded},
    {"features", Part::Block, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Residual block"), convolves, noShape, fillFeatures},
    {"head", Part::After, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Norm, head"), always, headShape, fillHead},
    {"prediction", Part::After, QT_TRANSLATE_NOOP("patchlight::inside::CardText", "Prediction"), predicts, noShape, fillPrediction},
};

QVector<Station> stemStations(const Subject& subject)
{
    QVector<Station> found;
    for (const auto& step : subject.pass->outside.all()) {
        const bool stage = step.name.starts_with("stage_");
        if (step.name != "stem" && !stage)
            continue;
        const QString id = QString::fromStdString(step.name);
        const QString title = stage ? CardText::tr("Stage %1").arg(id.mid(6).toInt() + 1) : CardText::tr("Stem");
        found << Station{id, Part::Before, title, sizes({step.values.dim(0), step.values.dim(1), step.values.dim(2)})};
    }
    return found;
}

}

QVector<Station> stations(const Subject& subject)
{
    QVector<Station> all;
    for (const Row& row : kRows) {
        const QString id = QString::fromLatin1(row.id);
        if (id == u"embedding"_s)
            all += stemStations(subject);
        if (row.there(subject) && (row.part != Part::Block || hasBlocks(subject)))
            all << Station{id, row.part, titleOf(row.id, subject, row.title), row.shape(subject)};
    }
    if (subject.normsAfter()) { // the first norm follows what it norms
        const auto at = [&all](const QString& wanted) {
            return std::find_if(all.begin(), all.end(), [&](const Station& s) { return s.id == wanted; });
        };
        if (const auto norm = at(u"norm1"_s), joined = at(u"joined"_s); norm != all.end() && joined != all.end())
            std::rotate(norm, norm + 1, joined);
        if (const auto norm = at(u"norm2"_s), mlp = at(u"mlp"_s); norm != all.end() && mlp != all.end())
            std::rotate(norm, norm + 1, mlp + 1);
    }
    return all;
}

namespace
{

/// Steps that a token takes which is only read: its norm, its key and its value.
bool isOfThoseRead(const Row& row)
{
    return row.fill == fillNorm ? row.id == std::string_view(kNorm1) : row.fill == fillQueries;
}

QString howOften(const Subject& subject)
{
    const auto blocks = static_cast<int>(subject.pass->inputs.size());
    if (const int ofClass = subject.config().classBlocks; ofClass > 0) // CaiT
        return subject.classTokenAloneAsks()
            ? CardText::tr("In the last %1 blocks only the class token asks, and only it changes; this is block %2, counted from 0.").arg(ofClass).arg(subject.layer.value)
            : CardText::tr("From here on the same steps come %1 times among the patches, block after block, each with weights of its own; in %2 more "
                           "blocks only the class token asks. This is block %3, counted from 0.")
                  .arg(blocks - ofClass)
                  .arg(ofClass)
                  .arg(subject.layer.value);
    return CardText::tr("From here on the same steps come %1 times, block after block, each with weights of its own; this is block %2, counted from 0.")
        .arg(blocks)
        .arg(subject.layer.value);
}

/// Where what is followed lies on this block's grid; empty where that is still the input's.
QString whereNow(const Subject& subject)
{
    const GridSize first = subject.analysis->tokens.grid, now = subject.grid();
    if (!subject.followed.patch || first == now)
        return {};
    const int cell = subject.row() - subject.prefix();
    return CardText::tr("The grid here has %1 cells: %2 of the first one, of %3, lies in its %4.")
        .arg(sizes({now.rows, now.columns}), placeText(*subject.followed.patch), sizes({first.rows, first.columns}),
            placeText({cell / now.columns, cell % now.columns}));
}

QString beginningOfBlock(const Subject& subject)
{
    const QString where = whereNow(subject);
    return andThen(howOften(subject), where);
}

Card filledCard(const Subject& subject, const QString& id)
{
    Card card;
    card.id = id;
    const auto all = stations(subject);
    const auto station = std::find_if(all.begin(), all.end(), [&id](const Station& each) { return each.id == id; });
    if (station != all.end())
        card.title = station->title;
    const auto first = std::find_if(all.begin(), all.end(), [](const Station& each) { return each.part == Part::Block && each.id != u"merging"_s; });
    const bool beginsBlock = station != all.end() && station == first; // merging comes but before some blocks
    for (const Row& row : kRows)
        if (id == QLatin1String(row.id)) {
            const bool blockGone = row.part == Part::Block && subject.block && subject.block->all().empty();
            row.fill(subject, card);
            if (blockGone) {
                card.sentence = CardText::tr("This block is switched off: the token passes it by unchanged.");
                card.columns.clear();
            } else if (row.part == Part::Block && subject.comesLater()) {
                card.sentence = CardText::tr("In this block only the patches ask and are read: %1 joins them in a later one. Follow a "
                                             "patch to see more.")
                                    .arg(tokenInWords(subject, subject.row()));
                card.columns.clear();
            } else if (row.part == Part::Block && !subject.asks() && !isOfThoseRead(row)) {
                card.sentence = CardText::tr("In this block only the class token asks: it gathers from all patches, while %1 has no "
                                             "query; it is read, and goes on unchanged. Follow the class token to see more.")
                                    .arg(tokenInWords(subject, subject.row()));
                card.columns.clear();
            } else if (beginsBlock) {
                card.sentence = andThen(beginningOfBlock(subject), card.sentence);
            }
            return card;
        }
    fillStem(subject, card);
    return card;
}

Part partOf(const QString& id)
{
    for (const Row& row : kRows)
        if (id == QLatin1String(row.id))
            return row.part;
    return Part::Before; // stem, stages
}

}

Card makeCard(const Subject& subject, const QString& id)
{
    Card card = filledCard(subject, id);
    card.provenance = provenanceText(subject, partOf(id));
    return card;
}

GridSize markedGrid(const Subject& subject, const QString& id)
{
    for (const Row& row : kRows)
        if (id == QLatin1String(row.id) && (row.part != Part::Before || row.fill == fillPicture))
            return subject.grid();
    return subject.analysis->tokens.grid;
}

QString stationSentence(const Subject& subject, const QString& id)
{
    return makeCard(subject, id).sentence;
}

QString askingSentence(const Subject& subject)
{
    return patched(subject)
        ? CardText::tr("Click a patch of the framed picture, one that interests you: from here on the tour follows it. By keyboard, "
                       "the arrow keys choose one; Enter takes the one that is outlined.")
        : CardText::tr("Click a place of the framed picture, one that interests you: from here on the tour follows it. By keyboard, "
                       "the arrow keys choose one; Enter takes the one that is outlined.");
}

QString closingSentence(const Subject& subject)
{
    if (!subject.hasAttention())
        return CardText::tr("You saw convolutions look at every place and its neighbours, block after block, until the mean of all places was read; "
                            "now click another place, choose another block with “[” and “]”, or press Tab for the map.");
    return predicts(subject)
        ? CardText::tr("You saw patches become tokens, tokens read each other block after block, and the head read the answer; "
                       "now click another patch, choose another head with “,” and “.” or block with “[” and “]”, or press Tab for the map.")
        : CardText::tr("You saw patches become tokens, and tokens read each other block after block; "
                       "now click another patch, choose another head with “,” and “.” or block with “[” and “]”, or press Tab for the map.");
}

}
