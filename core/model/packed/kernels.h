// core/model/packed/kernels.h: what happens between the matrix products, in the widest vectors the processor has.
#pragma once
#include "core/model/packed/linear.h"
#include "core/record/other_region.h"
#include <cstddef>

namespace patchlight::packed
{

/// Attention of one head among the tokens of one picture or window. Everything float32 but the output.
struct HeadTask {
    const float* q = nullptr; ///< [tokens, headWidth], rows `queryKeyStride` apart
    const float* k = nullptr;
    const float* v = nullptr; ///< rows `valueStride` apart
    std::ptrdiff_t queryKeyStride = 0, valueStride = 0;
    int tokens = 0, headWidth = 0;
    int firstQuery = 0, queries = 0; ///< which rows are wanted
    float scale = 1.0F;
    const float* bias = nullptr; ///< [tokens, tokens] added to the scaled scores, or null
    const float* byOffset = nullptr; ///< one head of record/attention_record.h's OffsetBias, or null
    int gridRows = 0, gridColumns = 0; ///< of the patches that byOffset is for
    const int* regions = nullptr; ///< [tokens]: scores between different regions get `otherRegion` added; or null
    float otherRegion = kOtherRegion;
    void* out = nullptr; ///< row r of the output starts at value r·outStride
    std::ptrdiff_t outStride = 0;
    const int* outRows = nullptr; ///< [tokens]: where each query's result goes, −1 = nowhere; null = row = query
    Number outNumber = Number::Float32;
};

/// Floats of working memory that attendHead needs.
std::size_t attentionRoom(int tokens, int headWidth);
/// out = softmax(q·kᵀ·scale + bias)·v, a few rows at a time: no T × T matrix is written to memory.
/// Cost: 4·queries·tokens·headWidth operations on one thread. Pure; any number of threads with rooms of their own.
void attendHead(const HeadTask& task, float* room);

/// Rows of a layer norm.
struct NormTask {
    const float* x = nullptr; ///< [rows, width]
    const float* weight = nullptr;
    const float* bias = nullptr;
    int width = 0;
    float epsilon = 0;
    const int* rows = nullptr; ///< which row of x each output row is made of, −1 = zeros; null = the same
    void* out = nullptr; ///< [count, width] dense
    Number outNumber = Number::Float32;
    bool add = false; ///< to what a float32 `out` holds
};

/// Output rows first … first + count − 1.
void normalise(const NormTask& task, int first, int count);

/// One row of float32 as `number`, or zeros where x is null.
void copyRow(const float* x, void* out, Number number, int row, int width);

/// Heads of one row turned by rotary positions, in place: x [heads, width]; cosines and sines [width]. `halves`: channel
/// j pairs with j + width/2; otherwise 2j with 2j + 1.
void turnHeads(float* x, int heads, int width, const float* cosines, const float* sines, bool halves);

/// Heads of one row made vectors of length `lengths[h]`, in place: x [heads, width].
void unitHeads(float* x, int heads, int width, const float* lengths);

/// Row `row` of a gated MLP: x [rows, 2·half] holds gates, then values; out [rows, half] = silu(gate)·value.
void gate(const float* x, void* out, Number number, int row, int half);

}
