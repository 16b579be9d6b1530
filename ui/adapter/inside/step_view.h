// ui/adapter/inside/step_view.h: which numbers of a step belong to a token, a head, a window.
#pragma once
#include "core/explain/steps/pass_steps.h"
#include "ui/adapter/inside/card.h"
#include <memory>
#include <span>

namespace patchlight::inside
{

/// The token that is followed: a prefix token, or the patch of a grid.
struct Followed {
    int token = 0; ///< in the input's sequence (Swin: the cell of the first stage, row by row)
    std::optional<Cell> patch; ///< on the input's grid; absent: a prefix token
    bool operator==(const Followed&) const = default;
};

/// Weights that cards show beside the steps; empty where the model has none. Read once a model.
struct Weights {
    NdArray patchFilters; ///< [D, 3, P, P]
    NdArray patchBias; ///< [D]
    NdArray headWeight, headBias; ///< [C, D], [C]
    NdArray positionCosines; ///< [T, T]
    int positionPrefix = 0;
};

/// Everything a card is made of. References live as long as the shared pointers.
struct Subject {
    AnalysisPtr analysis;
    std::shared_ptr<const PassSteps> pass;
    std::shared_ptr<const Steps> block; ///< of `layer`
    std::shared_ptr<const Weights> weights;
    LayerIndex layer;
    HeadIndex head;
    Followed followed;
    std::optional<ClassIndex> target;
    int channel = 0; ///< filter of the embedding
    std::optional<Followed> pair = {}; ///< whose key is held against the query; absent: the one that fits best
    std::optional<ExplainRequest> map = {}; ///< what the map asks beside; absent: nothing
    int region = 1; ///< patches of the query, of which the first is followed

    const ModelConfig& config() const { return analysis->model->config; }
    const LayerAttention& attention() const { return analysis->record.layer(layer); }
    /// Blocks of convolutions have none.
    bool hasAttention() const { return analysis->record.layerCount() > layer.value && attention().heads > 0; }
    bool windowed() const { return hasAttention() && attention().windows.has_value(); }
    GridSize grid() const; ///< of this block
    bool normsAfter() const; ///< x + norm(branch(x)) instead of x + branch(norm(x))
    bool cosines() const; ///< queries and keys are compared by their angle (Swin v2)
    const NdArray* outside(std::string_view name) const { return pass->outside.find(name); }
    const NdArray* inBlock(std::string_view name) const { return block ? block->find(name) : nullptr; }
    int prefix() const { return analysis->tokens.prefix(); }
    /// The followed token's row in this block's [T, D] (Swin: its cell on the block's grid, row by row).
    int row() const;
    /// The row of the token whose key is held against the query; −1 where none is chosen.
    int pairRow() const;
    /// The followed token on a grid of any size laid over the whole input.
    int rowOn(GridSize grid) const;
    ClassIndex classShown() const;
    /// The patch whose pixels are shown: the followed one, or the middle one while a prefix token is followed.
    Cell patchShown() const;
    bool headIsOff() const;
    /// Of a head that is switched off: nothing reaches its output (where heads talk, the others' weights still do).
    bool readsNothing() const;
    /// Tokens before the patches that join in a later block than `there` (CaiT's class token, where heads talk).
    int laterTokens(LayerIndex there) const;
    int laterTokens() const { return laterTokens(layer); }
    /// In some blocks only the class token has a query (CaiT): the others are read there and go on unchanged.
    bool asks() const;
    /// The followed token is one of those.
    bool comesLater() const;
    /// CaiT's last blocks: all others are read there, and that is all.
    bool classTokenAloneAsks() const { return hasAttention() && !windowed() && attention().asking.count == 1; }
    int stage() const; ///< Swin: of the block
    bool beginsStage() const; ///< Swin: merging comes before this block
};

/// Numbers with where they are from.
struct Slice {
    std::vector<float> values;
    Origin origin;
    explicit operator bool() const { return !values.empty(); }
};

/// array[index…] from `first`, `count` of them (all where absent). Empty where there is no such array.
Slice sliceOf(const NdArray* array, std::string name, std::vector<std::int64_t> index, std::int64_t first = 0,
    std::optional<std::int64_t> count = {});
/// The D numbers of a token of [T, D] or [rows, columns, D].
Slice tokenVector(const Subject& subject, const NdArray* array, const std::string& name, int token);
/// The d numbers of a token in the shown head of "q", "k", "v" or "heads".
Slice headVector(const Subject& subject, const std::string& name, int token);
/// What the block was given of a token, merging included.
Slice givenVector(const Subject& subject, int token);
/// The shown head's row of "scores" or "weights" of the followed token.
Slice attentionRow(const Subject& subject, const std::string& name);
/// What multiplies the values: the weights, or, where heads are mixed once more behind the softmax (CaiT), all heads'
/// mixture, whose rows need not sum to 1.
Slice valueFactors(const Subject& subject);
/// The tokens that a row's columns stand for: T of them, or the cells of the followed token's window; −1 is padding, or a
/// token that joins later.
std::vector<int> rowTokens(const Subject& subject);
/// A row on the block's patch grid; NaN where the token cannot look.
Grid<float> onGrid(const Subject& subject, const Slice& row);

double lengthOf(const std::vector<float>& values);
/// Degrees between two vectors; NaN where one has no length.
double angleBetween(const std::vector<float>& a, const std::vector<float>& b);

/// The pixels of a patch, of a grid laid over what the network saw.
QImage patchPixels(const Analysis& analysis, GridSize grid, int cell);
/// How much room there is for a name: "4,6" before a strip; "row 4, column 6" in a list; "patch in row 4, column 6".
/// Of tokens that are no patches: "class", "class", "class token".
enum class Naming { Brief, Place, Full };
QString tokenName(const Subject& subject, int row, Naming naming);
/// As a sentence has it: "the class token", "the patch in row 4, column 6".
QString tokenInWords(const Subject& subject, int row);
/// "on this block's 8 × 8 places; row 7, column 11 of the picture's 16 × 16 patches": where the followed token is counted, and
/// the patch that a map would ask for it. Empty where both grids are one, or it is no patch.
QString gridsText(const Subject& subject);
/// A name between words that may stand without a space (Chinese): one that ends with a digit wants one.
QString withinWords(const QString& name);
/// "CLS", "DIST", "R1" for a prefix token; else empty.
QString tokenBadge(const Subject& subject, int row);
/// The input's token in the middle of a cell of a grid laid over the whole input.
int tokenOn(const Subject& subject, GridSize grid, Cell cell);
/// The row's token as the input's token that a click follows.
int followedBy(const Subject& subject, int row);

}
