// core/model/packed/gemm.h: c = scale·a·b (+ c) in float32, by oneDNN's kernels for the processor at hand.
#pragma once
#include <cstddef>
#include <string>

namespace patchlight::packed
{

/// A factor as it is stored, row by row.
struct Factor {
    const float* values = nullptr;
    std::ptrdiff_t stride = 0; ///< values from one stored row to the next
    bool transposed = false; ///< stored rows are the factor's columns
};

/// a [rows, depth], b [depth, columns], c [rows, columns].
struct Gemm {
    Factor a, b;
    float* c = nullptr;
    std::ptrdiff_t stride = 0; ///< of c
    int rows = 0, columns = 0, depth = 0;
    float scale = 1.0F;
    bool addTo = false; ///< c += …
};

/// Whether these kernels are there and multiply a small product as a plain loop does. Asked and checked once.
bool gemmWorks();
/// The instruction set they were made for: "avx512_core"; empty where there are none.
std::string gemmKernels();

/// On this thread alone, whoever calls. Throws std::runtime_error where the library refuses.
void gemm(const Gemm& product);
/// On all threads, in tiles that depend on the product's shape alone: the result is the same for any number of threads.
void gemmTogether(const Gemm& product);

}
