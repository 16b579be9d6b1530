// core/model/packed/kernels.h: what happens between the matrix products, in the widest vectors the processor has.
#pragma once
#include "core/model/packed/linear.h"
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
    const int* regions = nullptr; ///< [tokens]: scores between different regions get −100 added; or null
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
};

/// Output rows first … first + count − 1.
void normalise(const NormTask& task, int first, int count);

/// Row `row` of a gated MLP: x [rows, 2·half] holds gates, then values; out [rows, half] = silu(gate)·value.
void gate(const float* x, void* out, Number number, int row, int half);

}
